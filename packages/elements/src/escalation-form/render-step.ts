import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  answerRows,
  CHECK,
  pageBefore,
  STANDING,
  standsFirst,
  type AnswerRow,
  type Aside,
  type FormNote,
  type FormPage,
  type JourneyView,
} from '@escalation-kit/core/form';
import { title } from './render-field.ts';
import { isDanger, renderErrors, renderNotes, renderPage, renderStanding, type Frame } from './render-page.ts';

/** Where a person is. */
export interface Step {
  readonly view: JourneyView;
  readonly isSending: boolean;
  readonly isInHostForm: boolean;
  /** What was typed about another case. */
  readonly aside: Aside | null;
}

/** What a person can do on a page. */
export interface StepActions {
  readonly onInput: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onBack: () => void;
  readonly onChange: (page: string) => void;
  readonly onAddRow: () => void;
  readonly onForgetAside: () => void;
  readonly onErrorLink: (event: Event, id: string) => void;
}

/** One page, with danger and what is to be put right above it, and what else always stands below. */
export function renderStep(step: Step, given: Frame, actions: StepActions): TemplateResult {
  const { form, errors, page: at } = step.view;
  const { answers, pages } = form;
  const { page, danger, standing, elsewhere } = sharedOut(at, form.standing, given);
  const frame = { ...given, elsewhere };
  const content =
    page.id === CHECK
      ? renderAnswers(page, answerRows(pages, answers), frame, actions.onChange)
      : renderPage(page, { ...frame, answers, errors, onAddRow: actions.onAddRow });
  return html`<div class="form" part="base">
    ${renderNotes(danger, frame)}
    <div role="alert">${step.aside ? renderAside(step.aside, frame, actions) : nothing}</div>
    ${
      pageBefore(step.view)
        ? html`<button class="ek-link back" type="button" @click=${actions.onBack}>${frame.say('form.back')}</button>`
        : nothing
    }
    ${renderErrors(errors, page, frame, actions.onErrorLink)}
    <form
      class=${page.id === 'action' ? 'no-print' : ''}
      novalidate
      autocomplete="off"
      @submit=${actions.onSubmit}
      @input=${actions.onInput}
    >
      ${keyed(page.id, content)} ${page.id === 'refused' ? nothing : renderButton(step, frame)}
    </form>
    ${renderStanding(standing, form.input.case, frame)}
  </div>`;
}

/**
 * What stands is said once: by another element of the case where that stands first, else here. Danger stands before the
 * page's question, or on the page itself where that is there to be read; the rest on the page where that speaks of it, else
 * under it. The pages of danger say it whoever else does.
 */
function sharedOut(page: FormPage, notes: readonly FormNote[], { say, claim }: Frame) {
  const isRead = page.fields[0]?.kind === 'notice';
  const above = page.before ?? [];
  const spoken = new Set(above.map(({ words }) => say(words)));
  const below = notes.filter(({ words }) => !spoken.has(say(words)));
  const isStanding = ({ kind }: FormNote) => (STANDING as readonly string[]).includes(kind);
  const texts = (some: readonly FormNote[]) => some.filter(isStanding).map(({ words }) => say(words));
  const isOfDanger = isRead || page.id === 'danger';
  const own = new Set([...claim(texts(above), isOfDanger ? 'insists' : 'offers'), ...claim(texts(below))]);
  const isOwn = (note: FormNote) => !isStanding(note) || own.has(say(note.words));
  const all = [...above, ...below];
  const isLifted = (note: FormNote) => standsFirst(note, page);
  const elsewhere = all.filter((note) => isDanger(note) && !isOwn(note)).map(({ words }) => say(words));
  return {
    page: { ...page, before: above.filter((note) => isOwn(note) && !isLifted(note)), after: page.after ?? [] },
    danger: all.filter((note) => isOwn(note) && isLifted(note)),
    standing: below.filter((note) => isOwn(note) && !isLifted(note)),
    elsewhere: elsewhere.join(' '),
  };
}

function renderButton({ view, isSending, isInHostForm }: Step, { say }: Frame): TemplateResult {
  const { page, form } = view;
  const { pages } = form;
  const isLast = pages[pages.length - 1] === page && page.id !== 'action';
  const last = isInHostForm ? 'form.confirm' : 'form.send';
  const label = page.fields[0]?.kind === 'notice' ? 'form.read' : isLast ? last : 'form.continue';
  return html`<div class="actions" part="actions">
    <button class="ek-button" part="button" type="submit" aria-disabled=${isSending ? 'true' : nothing}>
      ${say(label)}
    </button>
    <span aria-live="polite">${isSending ? say('form.sending') : nothing}</span>
  </div>`;
}

/** That what was typed is not about this case: to be read and copied, and to be removed from sight. */
function renderAside({ form, sending }: Aside, frame: Frame, { onForgetAside }: StepActions): TemplateResult {
  const { say } = frame;
  const outcome = sending.phase === 'answered' ? sending.outcome : null;
  const became = outcome ? (outcome.sent ? 'sent' : 'not-sent') : sending.phase === 'sending' ? 'sending' : 'unsent';
  const reference = outcome?.sent ? outcome.receipt.reference : '';
  const given = answerRows(form.pages, form.answers).filter(({ lines }) => lines.length > 0);
  return html`<div class="outcome outcome--not-sent aside" part="callout">
    <p><strong>${say('form.aside')}</strong></p>
    <p>${say(`form.aside.${became}`, { reference })}</p>
    <details>
      <summary>${say('form.aside.see')}</summary>
      ${renderRows(given, frame)}
    </details>
    <button class="ek-link" type="button" @click=${onForgetAside}>${say('form.aside.forget')}</button>
  </div>`;
}

/** All answers, each with a way back to it. */
function renderAnswers(
  page: FormPage,
  rows: readonly AnswerRow[],
  frame: Frame,
  onChange: (page: string) => void,
): TemplateResult {
  return html`${title(frame.say(page.title!), frame)} ${renderNotes(page.before, frame)}
  ${renderRows(rows, frame, onChange)}`;
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
