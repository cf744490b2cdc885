import { html, nothing, type TemplateResult } from 'lit';
import { answerRows, type Answers, type FormPage } from '@escalation-kit/core/views';
import { title } from './render-field.ts';
import { renderNotes, type Frame } from './render-page.ts';

/** All answers, each with a way back to it. */
export function renderAnswers(
  page: FormPage,
  pages: readonly FormPage[],
  answers: Answers,
  frame: Frame,
  onChange: (page: string) => void,
): TemplateResult {
  const { say } = frame;
  return html`${title(say(page.title!), frame)} ${renderNotes(page.before, frame)}
    <dl class="answers" part="answers">
      ${answerRows(pages, answers).map(
        ({ page, label, lines }) =>
          html`<div class="answer">
            <dt>${say(label)}</dt>
            <dd>
              ${lines.length === 0 ? say('form.none') : nothing}
              ${lines.map(
                (line) =>
                  html`<p class="line">
                    ${line.label ? html`<small>${say(line.label)}</small>` : nothing}<span>${say(line.value)}</span>
                  </p>`,
              )}
            </dd>
            <dd class="change">
              <button class="ek-link" type="button" @click=${() => onChange(page)}>
                ${say('form.change')}<span class="ek-hidden">: ${say(label)}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>`;
}
