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
import { attribute, flag, html, type Content, type Html } from './html.ts';
import type { Words } from './words.ts';

export interface FieldFrame extends Words {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** What could be written in the name of an agency: those of the directory. */
  readonly agencies: readonly string[];
}

/** A question with its hint, its error and its control. @param isTitle its label is the heading of the page */
export function field(given: FormField, frame: FieldFrame, isTitle: boolean): Html | null {
  const { name, kind, hint } = given;
  if (kind === 'notice') return null;
  const error = frame.errors.find((each) => each.field === name);
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const about = html`${hint && html`<p class="hint" id="${name}-hint">${frame.show(hint)}</p>`}${
    error &&
    html`<p class="error" id="${name}-error">
      <span class="ek-hidden">${frame.say('form.error')}</span> ${frame.show(error.words)}
    </p>`
  }`;
  const inner = isGroup(given)
    ? html`<fieldset${attribute('aria-describedby', described)}><legend>${title(frame.show(labelOf(given, frame.say)), isTitle)}</legend>${about}${controls(given, frame, error)}</fieldset>`
    : kind === 'tick'
      ? html`${about}${tick(given, frame, described)}`
      : html`${title(html`<label for="${name}">${frame.show(labelOf(given, frame.say))}</label>`, isTitle)}${about}${textControl(given, frame, described, error !== undefined)}`;
  return html`<div class="field${error && ' field--error'}">${inner}</div> `;
}

/** The heading of a page has the keyboard's place, so that whoever cannot see it hears that it is another page. */
export function title(content: Content, isTitle = true): Html {
  return isTitle
    ? html`<h1><span id="title" tabindex="-1" autofocus>${content}</span></h1>`
    : html`<span class="label">${content}</span>`;
}

function textControl(given: FormField, frame: FieldFrame, described: string, isWrong: boolean): Html {
  const { name, kind, suggestions = agenciesFor(given, frame) } = given;
  const value = String(answerOf(given, frame.answers));
  const shared = html`id="${name}" name="${name}" autocomplete="off"
  dir="auto"${attribute('aria-describedby', described)}${attribute('aria-invalid', isWrong ? 'true' : null)}`;
  // A line feed at the very beginning is not taken for one of the text.
  if (kind === 'long-text') return html`<textarea ${shared} rows="6">${`\n${value}`}</textarea>`;
  const list = suggestions.length > 0 ? `${name}-list` : null;
  return html`<input type="text" ${shared}${attribute('list', list)} value="${value}" />${
      list &&
      html`<datalist id="${list}">${suggestions.map((text) => html`<option value="${text}"></option>`)}</datalist>`
    }`;
}

function agenciesFor({ name }: FormField, { agencies }: FieldFrame): readonly string[] {
  return /^parties\/\w+\/agency$/.test(name) ? agencies : [];
}

function controls(given: FormField, frame: FieldFrame, error: FieldError | undefined): Html {
  if (given.kind === 'date') return date(given, frame, error);
  const type = given.kind === 'checkboxes' ? 'checkbox' : 'radio';
  const chosen = [answerOf(given, frame.answers)].flat();
  return html`<div class="options">
    ${choicesOf(given).map((each, i) => option(given, each, i, type, chosen.includes(each.value), frame))}
  </div>`;
}

function option(
  given: FormField,
  { value, label, hint }: FormOption,
  number: number,
  type: 'radio' | 'checkbox',
  isChosen: boolean,
  { show }: Words,
): Html {
  const id = controlId(given, number);
  return html`<div class="option">
    <input
      id="${id}"
      name="${given.name}"
      type="${type}"
      value="${value}"
      autocomplete="off"
      ${attribute('aria-describedby', hint && `${id}-hint`)}${flag('checked', isChosen)}
    /><span
      ><label for="${id}">${show(label)}</label
      >${hint && html`<span class="hint" id="${id}-hint">${show(hint)}</span>`}</span
    >
  </div>`;
}

function tick(given: FormField, { answers, show }: FieldFrame, described: string): Html {
  const { name, label } = given;
  return html`<div class="option">
    <input
      id="${name}"
      name="${name}"
      type="checkbox"
      value="yes"
      autocomplete="off"
      ${attribute('aria-describedby', described)}${flag('checked', answerOf(given, answers) === 'yes')}
    /><label for="${name}">${show(label)}</label>
  </div>`;
}

function date(given: FormField, { answers, say }: FieldFrame, error: FieldError | undefined): Html {
  const answer = answerOf(given, answers);
  return html`<div class="date">
    ${DATE_PARTS.map((part, number) => {
      const id = controlId(given, number);
      const isWrong = error && (error.part ?? 0) === number;
      return html`<div class="part part--${part}">
        <label for="${id}">${say(`form.${part}`)}</label
        ><input
          id="${id}"
          name="${given.name}"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          ${attribute('aria-invalid', isWrong ? 'true' : null)}
          value="${typeof answer === 'string' ? '' : answer[number]}"
        />
      </div>`;
    })}
  </div>`;
}
