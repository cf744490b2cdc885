import { html, nothing, type TemplateResult } from 'lit';
import type { Case } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import type { Text } from '@escalation-kit/core/text';
import {
  controlId,
  otherTerms,
  type FieldError,
  type FormField,
  type FormNote,
  type FormPage,
} from '@escalation-kit/core/form';
import { warningsView, type CalloutView } from '@escalation-kit/core/views';
import type { Say } from '../kit/policy-words.ts';
import type { SaidOnce } from '../kit/said-once.ts';
import { renderCallouts, renderSources } from '../parts/render-callout.ts';
import { renderWarnings } from '../parts/render-warnings.ts';
import { renderField, title, type FieldFrame } from './render-field.ts';

export type { Say };

/** What everything that is shown needs. */
export interface Frame {
  readonly say: Say;
  /** Says a text as content, in the language that it is in: a policy has but one. */
  readonly show: (text: Text) => unknown;
  /** The level of the page's heading. */
  readonly level: number;
  readonly policy: Policy;
  /** Of things that other elements of the case say too, those that are left to the form. */
  readonly claim: SaidOnce['claim'];
  /** The words of danger, where another element of the case shows them. */
  readonly elsewhere?: string;
}

export interface PageFrame extends FieldFrame {
  readonly onAddRow: () => void;
}

/** A page of questions. */
export function renderPage(page: FormPage, frame: PageFrame): TemplateResult {
  const { say, show } = frame;
  return html`${page.title ? title(show(page.title), frame) : nothing}
    ${page.hint ? html`<p class="hint">${show(page.hint)}</p>` : nothing} ${renderNotes(page.before, frame)}
    ${groupsOf(page.fields).map(({ group, fields }) => {
      const content = fields.map((field) => renderField(field, frame, !page.title && field === page.fields[0]));
      return group
        ? html`<fieldset class="group">
            <legend class="label">${say(group)}</legend>
            ${content}
          </fieldset>`
        : content;
    })}
    ${
      page.rows
        ? html`<p>
            <button class="ek-button ek-button--secondary" part="button" type="button" @click=${frame.onAddRow}>
              ${say('form.add-member')}
            </button>
          </p>`
        : nothing
    }
    <div class="after" aria-live="polite">${renderNotes(page.after, frame)}</div>`;
}

/** What is to be put right, each with a way to it. */
export function renderErrors(
  errors: readonly FieldError[],
  page: FormPage,
  { say, show }: Frame,
  onLink: (event: Event, id: string) => void,
): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  return html`<div id="errors" class="errors" part="summary" role="alert" tabindex="-1">
    <p class="errors-title"><strong>${say('form.errors')}</strong></p>
    <ul>
      ${errors.map((error) => {
        const field = page.fields.find(({ name }) => name === error.field);
        const id = field ? controlId(field, error.part) : '';
        const link = html`<a href="#${id}" @click=${(event: Event) => onLink(event, id)}>${show(error.words)}</a>`;
        return html`<li>${field ? link : show(error.words)} ${renderSources(error.sources ?? [], say)}</li>`;
      })}
    </ul>
  </div>`;
}

/** What stands under every page: the urgent way, what is paramount, and what is to be known of the policy. */
export function renderStanding(
  notes: readonly FormNote[],
  { assessment, state, calendar }: Case,
  frame: Frame,
): TemplateResult {
  const { say, policy, claim } = frame;
  const { warnings } = assessment;
  return html`<aside class="standing" part="standing" aria-label=${say('form.standing')}>
    ${renderNotes(notes, frame)}
    ${warnings
      .filter(({ kind }) => kind === 'policy-review-overdue')
      .map(({ words }) => words)
      .concat(otherTerms(state, policy, calendar))
      .map((words) => html`<div class="note note--blocked"><p>${say(words)}</p></div>`)}
    ${renderWarnings(warningsView(policy, assessment), say, claim)}
    <p class="hint no-print">${say('form.here-only')}</p>
    <p class="hint">
      ${policy.title} (${policy.document.version ?? policy.version}).
      ${warnings.filter(({ kind }) => kind === 'policy-not-confirmed').map(({ words }) => say(words))}
    </p>
  </aside>`;
}

/** The id of the words of danger, which describe the heading that takes the focus. */
const DANGER = 'danger-words';

/** What is to be read, with where it comes from: danger in a box of its own, the other callouts in another. */
export function renderNotes(notes: readonly FormNote[] | undefined, { say, show }: Frame): TemplateResult {
  const callouts = notes?.filter((note): note is FormNote & CalloutView => !isPlain(note)) ?? [];
  return html`${renderCallouts(callouts.filter(isDanger), say, DANGER)}
  ${renderCallouts(
    callouts.filter((note) => !isDanger(note)),
    say,
  )}
  ${notes?.filter(isPlain).map(
    ({ kind, words, sources }) =>
      html`<div class="note note--${kind}">
        <p>${show(words)}</p>
        ${renderSources(sources, say)}
      </div>`,
  )}`;
}

export function isDanger({ kind }: FormNote): boolean {
  return kind === 'immediate-danger';
}

function isPlain({ kind }: FormNote): boolean {
  return kind === 'plain' || kind === 'blocked' || kind === 'now';
}

/** Neighbours of the same group together. */
function groupsOf(fields: readonly FormField[]): { group: Text | undefined; fields: FormField[] }[] {
  const groups: { group: Text | undefined; fields: FormField[] }[] = [];
  for (const field of fields) {
    const last = groups[groups.length - 1];
    if (last && last.group && last.group === field.group) last.fields.push(field);
    else groups.push({ group: field.group, fields: [field] });
  }
  return groups;
}
