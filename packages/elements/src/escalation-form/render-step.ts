import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  CHECK,
  pageBefore,
  STANDING,
  standingNotes,
  type Answers,
  type FormNote,
  type FormPage,
  type FormWalk,
} from '@escalation-kit/core/form';
import { renderAnswers } from './render-answers.ts';
import { renderErrors, renderPage, renderStanding, type Frame, type ShownError } from './render-page.ts';
import type { Setting } from './setting.ts';

/** Where a person is, and what they have answered. */
export interface Step {
  readonly walk: FormWalk;
  readonly setting: Setting;
  readonly answers: Answers;
  readonly errors: readonly ShownError[];
  readonly isSending: boolean;
  readonly isInHostForm: boolean;
}

/** What a person can do on a page. */
export interface StepActions {
  readonly onInput: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onBack: () => void;
  readonly onChange: (page: string) => void;
  readonly onAddRow: () => void;
  readonly onErrorLink: (event: Event, error: ShownError, id: string) => void;
}

/** One page, with what is to be put right above it and what always stands below. */
export function renderStep(step: Step, frame: Frame, actions: StepActions): TemplateResult {
  const { walk, setting, answers, errors } = step;
  const { pages } = walk;
  const { page, standing } = sharedOut(walk.page, standingNotes(setting, answers), frame);
  const content =
    page.id === CHECK
      ? renderAnswers(page, pages, answers, frame, actions.onChange)
      : renderPage(page, { ...frame, answers, errors, onAddRow: actions.onAddRow });
  return html`<div class="form" part="base">
    ${
      pageBefore(walk)
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
    ${renderStanding(standing, setting, frame)}
  </div>`;
}

/**
 * What stands is said once: on the page itself where that speaks of it, else under it, and by another element of the
 * case where that stands first. The pages of danger say it whoever else does.
 */
function sharedOut(
  page: FormPage,
  notes: readonly FormNote[],
  { say, claim }: Frame,
): { page: FormPage; standing: readonly FormNote[] } {
  const above = page.before ?? [];
  const spoken = new Set(above.map(({ words }) => say(words)));
  const below = notes.filter(({ words }) => !spoken.has(say(words)));
  const isOfDanger = page.id === 'danger' || page.id === 'danger-now';
  const isStanding = ({ kind }: FormNote) => (STANDING as readonly string[]).includes(kind);
  const texts = (some: readonly FormNote[]) => some.filter(isStanding).map(({ words }) => say(words));
  const own = new Set([...claim(texts(above), isOfDanger ? 'insists' : 'offers'), ...claim(texts(below))]);
  const isOwn = (note: FormNote) => !isStanding(note) || own.has(say(note.words));
  return { page: { ...page, before: above.filter(isOwn) }, standing: below.filter(isOwn) };
}

function renderButton({ walk, isSending, isInHostForm }: Step, { say }: Frame): TemplateResult {
  const { page, pages } = walk;
  const isLast = pages[pages.length - 1] === page && page.id !== 'action';
  const last = isInHostForm ? 'form.confirm' : 'form.send';
  const label = page.id === 'danger-now' ? 'form.read' : isLast ? last : 'form.continue';
  return html`<div class="actions" part="actions">
    <button class="ek-button" part="button" type="submit" ?disabled=${isSending}>${say(label)}</button>
    <span role="status">${isSending ? say('form.sending') : nothing}</span>
  </div>`;
}
