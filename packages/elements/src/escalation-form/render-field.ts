import { html, nothing, type TemplateResult } from 'lit';
import {
  answerOf,
  choicesOf,
  controlId,
  DATE_PARTS,
  isGroup,
  labelOf,
  type Answers,
  type FieldError,
  type FormField,
  type FormOption,
} from '@escalation-kit/core/form';
import { heading } from '../kit/heading.ts';
import type { Frame } from './render-page.ts';

export interface FieldFrame extends Frame {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
}

/** A question with its hint, its error and its control. @param isTitle its label is the heading of the page */
export function renderField(field: FormField, frame: FieldFrame, isTitle: boolean): TemplateResult | typeof nothing {
  if (field.kind === 'notice') return nothing;
  const error = frame.errors.find(({ field: name }) => name === field.name);
  const hintId = `${field.name}-hint`;
  const errorId = `${field.name}-error`;
  const described = [field.hint && hintId, error && errorId].filter(Boolean).join(' ') || nothing;
  const about = html`${
    field.hint ? html`<p class="hint" part="hint" id=${hintId}>${frame.show(field.hint)}</p>` : nothing
  }
  ${
    error
      ? html`<p class="error" part="error" id=${errorId}>
          <span class="ek-hidden">${frame.say('form.error')}</span> ${frame.show(error.words)}
        </p>`
      : nothing
  }`;
  return html`<div class="field ${error ? 'field--error' : ''}" part="field">
    ${
      isGroup(field)
        ? html`<fieldset aria-describedby=${described}>
            <legend>${title(frame.show(labelOf(field, frame.say)), frame, isTitle)}</legend>
            ${about} ${renderControls(field, frame, error, described)}
          </fieldset>`
        : field.kind === 'tick'
          ? html`${about}${renderTick(field, frame, described)}`
          : html`${title(html`<label for=${field.name}>${frame.show(labelOf(field, frame.say))}</label>`, frame, isTitle)}
            ${about} ${renderText(field, frame, described, error !== undefined)}`
    }
  </div>`;
}

/** What heads a page can be focused, so that whoever cannot see it hears that it is another page, and of danger with it. */
export function title(content: unknown, { level, elsewhere }: Frame, isTitle = true): unknown {
  return isTitle
    ? heading(
        level,
        html`<span
          id="title"
          part="title"
          tabindex="-1"
          aria-describedby=${elsewhere ? nothing : 'danger-words'}
          .ariaDescription=${elsewhere || null}
          >${content}</span
        >`,
        'title',
      )
    : html`<span class="label">${content}</span>`;
}

function renderText(
  field: FormField,
  frame: FieldFrame,
  described: string | typeof nothing,
  isWrong: boolean,
): TemplateResult {
  const { name, kind, suggestions } = field;
  const value = String(answerOf(field, frame.answers));
  const invalid = isWrong ? 'true' : nothing;
  if (kind === 'long-text') {
    return html`<textarea
      id=${name}
      name=${name}
      rows="6"
      autocomplete="off"
      dir="auto"
      aria-describedby=${described}
      aria-invalid=${invalid}
      .value=${value}
    ></textarea>`;
  }
  const list = `${name}-list`;
  return html`<input
      id=${name}
      name=${name}
      type="text"
      autocomplete="off"
      dir="auto"
      list=${suggestions ? list : nothing}
      aria-describedby=${described}
      aria-invalid=${invalid}
      .value=${value}
    />
    ${
      suggestions
        ? html`<datalist id=${list}>${suggestions.map((text) => html`<option value=${text}></option>`)}</datalist>`
        : nothing
    }`;
}

/** What describes the group is on each of its controls too: a description of the group alone is not spoken. */
function renderControls(
  field: FormField,
  frame: FieldFrame,
  error: FieldError | undefined,
  described: string | typeof nothing,
): TemplateResult {
  if (field.kind === 'date') return renderDate(field, frame, error, described);
  const type = field.kind === 'checkboxes' ? 'checkbox' : 'radio';
  const given = [answerOf(field, frame.answers)].flat();
  return html`<div class="options ${field.kind === 'yes-no' ? 'options--inline' : ''}">
    ${choicesOf(field).map((option, number) =>
      renderOption(
        field,
        option,
        { id: controlId(field, number), type, described },
        given.includes(option.value),
        frame,
      ),
    )}
  </div>`;
}

function renderOption(
  field: FormField,
  { value, label, hint }: FormOption,
  { id, type, described }: { id: string; type: 'radio' | 'checkbox'; described: string | typeof nothing },
  isChosen: boolean,
  { show }: Frame,
): TemplateResult {
  const ids = [hint ? `${id}-hint` : nothing, described].filter((each) => each !== nothing);
  return html`<div class="option">
    <input
      id=${id}
      name=${field.name}
      type=${type}
      value=${value}
      autocomplete="off"
      aria-describedby=${ids.join(' ') || nothing}
      .checked=${isChosen}
    />
    <label for=${id}>${show(label)}</label>
    ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${show(hint)}</p>` : nothing}
  </div>`;
}

function renderTick(
  field: FormField,
  { answers, show }: FieldFrame,
  described: string | typeof nothing,
): TemplateResult {
  return html`<div class="option">
    <input
      id=${field.name}
      name=${field.name}
      type="checkbox"
      value="yes"
      autocomplete="off"
      aria-describedby=${described}
      .checked=${answerOf(field, answers) === 'yes'}
    />
    <label for=${field.name}>${show(field.label)}</label>
  </div>`;
}

function renderDate(
  field: FormField,
  { answers, say }: FieldFrame,
  error: FieldError | undefined,
  described: string | typeof nothing,
): TemplateResult {
  const given = answerOf(field, answers);
  return html`<div class="date">
    ${DATE_PARTS.map((part, number) => {
      const id = controlId(field, number);
      return html`<div class="part part--${part}">
        <label for=${id}>${say(`form.${part}`)}</label>
        <input
          id=${id}
          name=${field.name}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-describedby=${described}
          aria-invalid=${error && (error.part ?? 0) === number ? 'true' : nothing}
          .value=${typeof given === 'string' ? '' : (given[number] ?? '')}
        />
      </div>`;
    })}
  </div>`;
}
