import { html, type TemplateResult } from 'lit';
import { answerRows, CHECK_PAGE, type Answers, type FormPage } from '@escalation-kit/core/views';
import { title } from './render-field.ts';
import type { Frame } from './render-page.ts';

/** All answers, each with a way back to it. */
export function renderAnswers(
  pages: readonly FormPage[],
  answers: Answers,
  frame: Frame,
  onChange: (page: string) => void,
): TemplateResult {
  const { say } = frame;
  return html`${title(say(CHECK_PAGE.title!), frame)}
    <dl class="answers" part="answers">
      ${answerRows(pages, answers).map(
        ({ page, label, lines }) =>
          html`<div class="answer">
            <dt>${say(label)}</dt>
            <dd>
              ${lines.length === 0 ? say('form.none') : ''}
              ${lines.map(
                (line) => html`<p class="line">${line.label ? `${say(line.label)}: ` : ''}${say(line.value)}</p>`,
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
