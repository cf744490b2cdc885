import { civilDateAt } from '../calendar/index.ts';
import type { Assessment, Case, CaseState, DutyStatus, DutyView, EventOf, OwedDuty } from '../case/index.ts';
import { indexOf, type Duty, type Side } from '../policy/index.ts';
import type { KeyAfter } from '../text/message-key.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { unknownDate } from '../text/unknown-date.ts';
import { contactOf, type ContactView } from './contacts.ts';
import { clockOf, dutyEnd } from './duty-hour.ts';
import { beforeText, missingItems, type NeededItem } from './needed.ts';
import { roleOf } from './roles.ts';
import { sourcesOf, type SourceView } from './sources.ts';

export const SHOWN_DUTIES = ['open', 'all'] as const;
/** Which duties are listed: those that are owed, or those that were met or lapsed too. */
export type ShownDuties = (typeof SHOWN_DUTIES)[number];

/** Something that somebody owes. */
export interface DutyItem {
  /** The id of the owed duty. */
  readonly id: string;
  readonly text: Text;
  readonly status: DutyStatus;
  readonly owner: Side;
  /** The agency of that side; null for the partnership. */
  readonly agency: string | null;
  /** The role on that side that does it, by the name that it has there. */
  readonly who: string | null;
  readonly to: string | null;
  readonly copiedTo: string | null;
  /** By when: a day, 'at once', or that no time is given. */
  readonly due: Text;
  /** How often it comes again. */
  readonly recurring: Text | null;
  /** The label of the stage at which it arose. */
  readonly stage: string;
  readonly contact: ContactView | null;
  readonly sources: readonly SourceView[];
  /** The clause to record it under; null where it cannot be recorded as done now. */
  readonly clause: string | null;
  /** When it was done or why it is not asked any more, and what was noted with it. */
  readonly ended: Text | null;
  readonly note: string | null;
}

/** What a step waits for. */
export interface AwaitedItem extends Pick<NeededItem, 'text' | 'sources'> {
  readonly id: string;
  /** The step: 'Before Stage Four'. */
  readonly before: Text;
  /** The clause to record it under; null where another entry of the case meets it. */
  readonly clause: string | null;
}

export interface DutiesView {
  readonly overdue: readonly DutyItem[];
  readonly due: readonly DutyItem[];
  readonly awaited: readonly AwaitedItem[];
  readonly done: readonly DutyItem[];
  readonly lapsed: readonly DutyItem[];
}

export interface DutiesWanted {
  /** One side's duties alone. */
  readonly owner?: Side | null;
  readonly show?: ShownDuties;
}

/** What is owed in a case, by whom, to whom and by when; the most pressing first. */
export function dutiesView(given: Case, { owner, show = 'all' }: DutiesWanted = {}): DutiesView {
  const { assessment } = given;
  const duties = assessment.duties.filter((duty) => !owner || duty.owner === owner);
  const only = (status: DutyStatus) =>
    duties
      .filter((duty) => duty.status === status)
      .sort(byDue)
      .map((duty) => itemOf(given, duty));
  return {
    overdue: only('overdue'),
    due: only('due'),
    awaited: awaitedOf(given),
    done: show === 'all' ? only('done') : [],
    lapsed: show === 'all' ? only('lapsed') : [],
  };
}

/** At once comes first, then the dates, then what has no time; what arose first stays first. */
function byDue(a: DutyView, b: DutyView): number {
  const rank = ({ due }: DutyView) => (due === 'at-once' ? '0' : (due ?? '9'));
  return rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b));
}

function itemOf(given: Case, view: DutyView): DutyItem {
  const { policy, state } = given;
  const { duties, stages } = indexOf(policy);
  const duty = duties.get(view.duty) as Duty;
  const owed = state.duties.find(({ id }) => id === view.id);
  const party = view.owner === 'partnership' ? null : (state.parties?.[view.owner] ?? null);
  return {
    id: view.id,
    text: view.words,
    status: view.status,
    owner: view.owner,
    agency: party?.agency ?? null,
    who: duty.who === undefined ? null : roleOf(policy, duty.who, party).name,
    to: view.to,
    copiedTo: duty.copiedTo ?? null,
    due: dueOf(given, view, duty),
    recurring: recurringOf(duty),
    stage: stages.get(view.stage)?.label ?? view.stage,
    contact: contactOf(policy, duty.contact),
    sources: sourcesOf(policy, view.clauses),
    clause: recordableUnder(given, view),
    ended: owed ? endedOf(given, owed, view.status) : null,
    note: owed?.done ? noteOf(state, owed.done.event) : null,
  };
}

/** What cannot be met any more, and what was met, is not offered. */
function recordableUnder({ assessment }: Case, { status, clauses }: DutyView): string | null {
  if (status !== 'due' && status !== 'overdue') return null;
  return firstDoable(assessment, clauses);
}

function firstDoable(assessment: Assessment, clauses: readonly string[]): string | null {
  const doable = assessment.actions.find(({ action }) => action === 'done')?.clauses ?? [];
  return clauses.find((clause) => doable.includes(clause)) ?? null;
}

function dueOf(given: Case, view: DutyView, duty: Duty): Text {
  const { policy, calendar } = given;
  const isLate = view.status === 'overdue';
  if (duty.after !== undefined) return afterClock(given, view, duty.after);
  if (view.due === 'at-once') return isLate ? since(civilDateAt(view.arose, policy.timeZone)) : AT_ONCE;
  if (view.due !== null) return dated(isLate ? 'was' : 'by', given, view);
  return duty.by === null && !duty.recurring
    ? inWords(duty.words)
    : unknownDate(calendar.covers, civilDateAt(view.arose, policy.timeZone));
}

/** What is said of a duty for which the policy sets no time that can be counted. */
export function inWords(words: string | undefined): Text {
  return words === undefined ? { key: 'duties.due.none' } : ofPolicy(words);
}

const AT_ONCE: Text = { key: 'duties.due.at-once' };

function since(date: string): Text {
  return { key: 'duties.due.at-once-since', values: { since: date } };
}

/** A day, and the time of day where hours are counted. */
function dated(kind: 'by' | 'was' | 'after-by', { policy }: Case, view: DutyView): Text {
  return { key: `duties.due.${kind}`, values: { ...dutyEnd(policy, view) } };
}

/** Owed only where a time runs out, at once or by a day of its own: until then it is foreseen. */
function afterClock(given: Case, view: DutyView, clock: string): Text {
  const { status, due } = view;
  const isLate = status === 'overdue';
  if (due !== null && due !== 'at-once') return dated(isLate ? 'was' : 'after-by', given, view);
  const end = clockOf(given.assessment, view, clock)?.due;
  if (!end) return { key: 'duties.due.after' };
  return isLate ? since(end) : { key: 'duties.due.after-date', values: { due: end } };
}

export function recurringOf({ recurring }: Duty): Text | null {
  if (!recurring) return null;
  const { amount, unit } = recurring.every;
  return { key: 'duties.recurring', values: { amount, unit } };
}

function endedOf({ policy, state }: Case, owed: OwedDuty, status: DutyStatus): Text | null {
  if (owed.done) return { key: 'duties.done-on', values: { on: civilDateAt(owed.done.at, policy.timeZone) } };
  const why = lapseOf(state, owed);
  return status === 'lapsed' ? { key: `duties.lapsed.${why}` } : null;
}

/** Why it is asked for no more. When a case was closed it was said of what was still owed whether it was done. */
function lapseOf({ status, closing }: CaseState, { id, lapsed }: OwedDuty): KeyAfter<'duties.lapsed.'> {
  if (closing?.duties?.[id] === 'not-done') return 'not-done';
  if (lapsed) return lapsed.how;
  return status === 'closed' || status === 'withdrawn' ? status : 'settled';
}

function noteOf({ log }: CaseState, event: string): string | null {
  const done = log.find(({ id, type }) => id === event && type === 'done') as EventOf<'done'> | undefined;
  return done?.note?.trim() || null;
}

function awaitedOf({ policy, assessment }: Case): AwaitedItem[] {
  const { stages } = indexOf(policy);
  return assessment.blocked.flatMap(({ action, to, missing }) => {
    const stage = to === undefined ? null : (stages.get(to)?.label ?? to);
    const before: Text =
      stage === null
        ? { key: 'duties.before-action', texts: [beforeText(action)] }
        : { key: 'duties.before', values: { stage }, own: ['stage'] };
    return missingItems(policy, missing).map(({ text, sources, records }, number) => ({
      id: `${action} ${to ?? ''} ${sources[0]?.clause ?? number}`,
      before,
      text,
      sources,
      clause: firstDoable(assessment, records),
    }));
  });
}
