import { html, nothing, type TemplateResult } from 'lit';
import { answerRows, type AnswerRow, type Answers, type FormPage } from '@escalation-kit/core/form';
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
  ${renderRows(answerRows(pages, answers), frame, onChange)}`;
}

/** Answers as a list; with what leads back to each, where they can be changed. */
export function renderRows(
  rows: readonly AnswerRow[],
  { say, show }: Frame,
  onChange?: (page: string) => void,
): TemplateResult {
  return html`<dl class="answers" part="answers">
    ${rows.map(
      ({ page, label, lines }) =>
        html`<div class="answer">
          <dt>${show(label)}</dt>
          <dd>
            ${lines.length === 0 ? say('form.none') : nothing}
            ${lines.map(
              (line) =>
                html`<p class="line">
                  ${line.label ? html`<small>${show(line.label)}</small>` : nothing}<span
                    ><bdi>${show(line.value)}</bdi></span
                  >
                </p>`,
            )}
          </dd>
          ${onChange ? renderChange(() => onChange(page), say('form.change'), say(label)) : nothing}
        </div>`,
    )}
  </dl>`;
}

function renderChange(onChange: () => void, change: string, what: string): TemplateResult {
  return html`<dd class="change">
    <button class="ek-link" type="button" @click=${onChange}>${change}<span class="ek-hidden">: ${what}</span></button>
  </dd>`;
}
