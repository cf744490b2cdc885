import { html, nothing, type TemplateResult } from 'lit';
import { civilDateAt, clockTimeAt, lastMoment } from '@escalation-kit/core/calendar';
import type { CaseEvent, Deadline } from '@escalation-kit/core/case';
import type { PolicyForm } from '@escalation-kit/core/policy';
import type { Outcome, Submission } from '@escalation-kit/core/submission';
import type { Text } from '@escalation-kit/core/text';
import type { AnswerRow, Becoming, ConfirmationView, FormNote } from '@escalation-kit/core/form';
import { purposeText } from '@escalation-kit/core/views';
import { heading } from '../kit/heading.ts';
import { own } from '../kit/policy-words.ts';
import { dutyKey } from '../kit/said-once.ts';
import { renderContact } from '../parts/render-callout.ts';
import type { KeptFile } from '../submission/sender.ts';
import { renderNotifications } from './render-notifications.ts';
import { title } from './render-field.ts';
import { renderNotes, type Frame } from './render-page.ts';
import { renderRows } from './render-step.ts';

/** What became of what was entered. */
export interface Ended {
  readonly kind: Becoming;
  readonly outcome: Outcome;
  readonly submission: Submission;
  /** What was entered, to be printed. */
  readonly rows: readonly AnswerRow[];
  readonly view: ConfirmationView;
  readonly file: KeptFile;
}

export interface OutcomeButtons {
  readonly onAgain: () => void;
  /** On a conflict: the same answers, after what was written since. */
  readonly onTop: () => void;
  readonly onBack: () => void;
  readonly onAnother: () => void;
}

/** What is to be known once it is sent; or that it is not, and what can be done. */
export function renderOutcome(sent: Ended, given: Frame, buttons: OutcomeButtons): TemplateResult {
  const { view } = sent;
  const words = (note: FormNote) => given.say(note.words);
  const own = given.claim(view.danger.map(words));
  const danger = view.danger.filter((note) => own.has(words(note)));
  const frame = danger.length > 0 ? given : { ...given, elsewhere: view.danger.map(words).join(' ') };
  return html`<div class="form" part="base">
    ${renderNotes(danger, frame)}
    ${sent.kind === 'sent' ? renderReceipt(sent, frame) : renderNotSent(sent, frame, buttons)}
    ${renderNext(view, frame)} ${renderNotifications(sent.submission.notifications, sent.kind === 'sent', frame)}
    ${renderDates(view.deadlines, frame)} ${renderOwed(view.owed, frame)} ${renderNotes(view.notes, frame)}
    ${renderContacts(view, frame)} ${renderOwnForms(view, frame)}
    ${sent.kind === 'sent' ? renderKeeping(sent, frame) : nothing}
    <div class="print-only">${section('form.entered', frame)} ${renderRows(sent.rows, frame)}</div>
    <p class="no-print">
      ${
        sent.kind === 'sent'
          ? html`<button class="ek-link" type="button" @click=${buttons.onAnother}>
              ${frame.say('form.another')}
            </button>`
          : nothing
      }
    </p>
  </div>`;
}

function renderReceipt({ outcome }: Ended, frame: Frame): TemplateResult | typeof nothing {
  if (!outcome.sent) return nothing;
  const { say, policy } = frame;
  const { reference, at } = outcome.receipt;
  const taken = { date: civilDateAt(at, policy.timeZone), time: clockTimeAt(at, policy.timeZone) };
  return html`<div class="outcome outcome--sent" part="outcome">
    ${title(say('form.sent'), frame)}
    <p class="reference"><strong>${say('form.reference-is', { reference })}</strong></p>
    <p>${say('form.sent-at', taken)}</p>
  </div>`;
}

function renderNotSent(sent: Ended, frame: Frame, { onAgain, onBack, onTop }: OutcomeButtons): TemplateResult {
  const { say } = frame;
  const { kind, outcome } = sent;
  const { reason = null, text, isUnknown = false, conflict } = outcome.sent ? {} : outcome;
  const said = text ? say(text) : reason;
  const why =
    said === null
      ? say('form.not-sent.nobody')
      : say(isUnknown ? 'sending.unknown.why' : 'form.not-sent.why', { reason: said });
  const head = kind === 'with-host' ? 'form.with-host' : isUnknown ? 'sending.unknown' : 'form.not-sent';
  return html`<div class="outcome outcome--not-sent" part="outcome">
      ${title(say(head), frame)}
      <p>${kind === 'with-host' ? say('form.with-host.how') : why}</p>
      ${isUnknown ? html`<p>${say('sending.unknown.again')}</p>` : nothing}
      ${conflict ? renderSince(sent.submission, conflict.entries, frame) : nothing}
      ${kind === 'not-sent' ? html`<p>${say('form.not-sent.keep')}</p>` : nothing}
    </div>
    <div class="actions no-print" part="actions">
      ${renderSave(sent, frame)}
      ${
        said === null
          ? nothing
          : html`<button class="ek-button" part="button" type="button" @click=${conflict ? onTop : onAgain}>
              ${say(conflict ? 'sending.on-top' : 'form.again')}
            </button>`
      }
      <button class="ek-button ek-button--secondary" part="button" type="button" @click=${onBack}>
        ${say('form.back-to-answers')}
      </button>
    </div>
    <p class="hint">${say('form.record.sensitive')}</p>`;
}

/** What somebody else wrote since the form looked, and who. */
function renderSince(
  { base }: Submission,
  entries: readonly { readonly event: CaseEvent }[],
  { say, policy }: Frame,
): TemplateResult {
  return html`<p>${say('sending.since')}</p>
    <ul class="since">
      ${entries.slice(base.count).map(({ event: { at, by, type } }) => {
        const name =
          [by?.name, by?.role].filter(Boolean).join(', ') ||
          (by && by.side !== 'service' ? say(`side.${by.side}`) : '');
        const what: Text = { key: `form.entry.${type}` };
        return html`<li>
          ${say({ key: 'sending.entry', values: { on: civilDateAt(at, policy.timeZone), name }, texts: [what] })}
        </li>`;
      })}
    </ul>`;
}

function renderNext({ next }: ConfirmationView, frame: Frame): TemplateResult | typeof nothing {
  if (!next) return nothing;
  const { show } = frame;
  return html`${section('form.next', frame)} ${next.since ? html`<p>${show(next.since)}</p>` : nothing}
    <p><strong>${show(next.sentence)}</strong></p>
    ${next.needed.map(
      ({ before, items }) =>
        html`<p>${show(before)}</p>
          <ul>
            ${items.map((item) => html`<li>${show(item.text)}</li>`)}
          </ul>`,
    )}
    ${next.onward ? html`<p>${show(next.onward)}</p>` : nothing} ${next.ways.map((way) => html`<p>${show(way)}</p>`)}`;
}

function renderDates(deadlines: readonly Deadline[], frame: Frame): TemplateResult | typeof nothing {
  if (deadlines.length === 0) return nothing;
  const { say, show } = frame;
  return html`${section('form.dates', frame)}
    <ul>
      ${deadlines.map(
        (deadline) =>
          html`<li>
            ${say(`side.${deadline.owner}`)} – ${show(purposeText(deadline.for))}:
            <strong>${show(dueText(deadline, frame))}</strong>
            ${deadline.firmness === 'guidance' ? `(${say('form.guidance')})` : ''}
          </li>`,
      )}
    </ul>`;
}

/** A date only where there is one; else the words of the policy. */
function dueText({ due, dueAt, words }: Deadline, { policy }: Frame): Text {
  if (due === null) return words;
  const end = lastMoment(due, dueAt, policy.timeZone);
  return { key: end.time === undefined ? 'form.by' : 'form.by-time', values: { ...end } };
}

/** But for what a list of duties beside the form shows already. */
function renderOwed(all: ConfirmationView['owed'], frame: Frame): TemplateResult | typeof nothing {
  const { say, show, claim } = frame;
  const own = claim(all.map(({ id }) => dutyKey(id)));
  const owed = all.filter(({ id }) => own.has(dutyKey(id)));
  if (owed.length === 0) return nothing;
  return html`${section('form.owed-now', frame)}
    <ul>
      ${owed.map(
        ({ words, owner, by }) =>
          html`<li>${say(`side.${owner}`)}: ${show(words)} ${by ? html`<strong>(${say(by)})</strong>` : ''}</li>`,
      )}
    </ul>`;
}

function renderContacts({ contacts }: ConfirmationView, frame: Frame): TemplateResult | typeof nothing {
  if (contacts.length === 0) return nothing;
  return html`${section('form.contacts', frame)} ${contacts.map((contact) => renderContact(contact, frame.say))}`;
}

/** In a tab of its own: the answers are on this page alone. */
function renderOwnForms({ forms }: ConfirmationView, frame: Frame): TemplateResult | typeof nothing {
  const { say } = frame;
  return forms.length === 0
    ? nothing
    : html`${section('form.not-filed', frame)}
      ${forms.map((form) => html`<p>${say('form.not-filed.how')} ${renderFormLink(form, say)}</p>`)}`;
}

function renderFormLink({ url, title }: PolicyForm, say: Frame['say']): TemplateResult {
  return url === undefined
    ? html`${own(title, say)}`
    : html`<a href=${url} target="_blank" rel="noopener noreferrer">${say('form.new-tab', { title })}</a>`;
}

function renderKeeping(sent: Ended, frame: Frame): TemplateResult {
  const { say } = frame;
  return html`${section('form.record', frame)}
    <p>${say('form.record.why')} ${say('form.record.sensitive')}</p>
    <div class="actions no-print" part="actions">
      ${renderSave(sent, frame)}
      <button class="ek-button ek-button--secondary" part="button" type="button" @click=${() => window.print()}>
        ${say('form.print')}
      </button>
    </div>`;
}

function renderSave({ file }: Ended, { say }: Frame): TemplateResult {
  return html`<a class="ek-button" part="button" href=${file.href} download=${file.name}
    >${say('form.save-record')}</a
  >`;
}

function section(key: Text['key'], { say, level }: Frame): TemplateResult {
  return heading(level + 1, say(key), 'section');
}
