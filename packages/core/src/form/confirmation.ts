import { currentVisit, type Case, type CaseState, type Deadline, type DutyView } from '../case/index.ts';
import { formsOf, indexOf, type Policy, type PolicyForm } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import {
  calloutViews,
  contactOf,
  dutyEnd,
  isOver,
  ladderView,
  type ContactView,
  type NextStep,
} from '../views/index.ts';
import type { Note } from './page.ts';
import { AT_STAGE } from './questions.ts';

/** A duty that a step gave rise to. */
export interface OwedView extends Pick<DutyView, 'id' | 'duty' | 'kind' | 'owner' | 'words'> {
  /** By when, where a time is given. */
  readonly by: Text | null;
}

/** What a person needs to know once something is recorded. */
export interface ConfirmationView {
  readonly next: NextStep | null;
  /** Whom to call in danger: it stands before all else. */
  readonly danger: readonly Note[];
  /** Where the case stands: deadlines that are still to be met. */
  readonly deadlines: readonly Deadline[];
  /** What is owed because of what was recorded; notifications stand apart. */
  readonly owed: readonly OwedView[];
  /** What the policy says of the stage. */
  readonly notes: readonly Note[];
  /** Whom to reach for any of it. */
  readonly contacts: readonly ContactView[];
  /** Forms of the partnership's own that it asks for now; nothing here has filed them. */
  readonly forms: readonly PolicyForm[];
}

/** @param before the case as it was: what was owed then is not told again */
export function confirmationOf(after: Case, before: CaseState): ConfirmationView {
  const { policy, state, assessment } = after;
  const stage = currentVisit(state)?.stage;
  const known = new Set(before.duties.map(({ id }) => id));
  const fresh = assessment.duties.filter(
    ({ id, status }) => !known.has(id) && status !== 'lapsed' && status !== 'done',
  );
  const callouts = calloutViews(policy, assessment.callouts);
  const notes = state.status === 'open' ? callouts : [];
  return {
    next: ladderView(after).next,
    danger: callouts.filter(({ kind }) => kind === 'immediate-danger'),
    deadlines: assessment.deadlines.filter(
      (deadline) =>
        state.status === 'open' && !isOver(deadline) && (deadline.stage === stage || deadline.scope === 'case'),
    ),
    owed: fresh.filter(({ kind }) => kind !== 'notify').map((view) => ({ ...view, by: byOf(policy, view) })),
    notes: notes.filter(({ kind }) => AT_STAGE.includes(kind)),
    contacts: contactsOf(
      policy,
      fresh.map(({ duty }) => duty),
    ),
    forms: formsOf(policy).filter((form) => isAskedFor(form, after, fresh)),
  };
}

/** Whether a form is asked for where the case stands, by what has just happened, or by a duty that it gave rise to. */
function isAskedFor({ stages, event, duty }: PolicyForm, { state }: Case, fresh: readonly DutyView[]): boolean {
  if (!stages && !event && !duty) return true;
  if (stages?.includes(currentVisit(state)?.stage ?? '')) return true;
  return (event !== undefined && event === state.last?.type) || fresh.some((owed) => owed.duty === duty);
}

function byOf(policy: Policy, view: DutyView): Text | null {
  if (view.due === null) return null;
  if (view.due === 'at-once') return { key: 'form.at-once' };
  const end = dutyEnd(policy, view);
  return { key: end.time === undefined ? 'form.by' : 'form.by-time', values: { ...end } };
}

function contactsOf(policy: Policy, duties: readonly string[]): ContactView[] {
  const ids = duties.map((id) => indexOf(policy).duties.get(id)?.contact);
  return [...new Set(ids)].flatMap((id) => contactOf(policy, id) ?? []);
}
