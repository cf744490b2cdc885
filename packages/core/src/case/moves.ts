import type { Calendar, NamedDay, SkippedDay } from '../calendar/index.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { Assessed, todayAt } from './assess.ts';
import type { Terms } from './case.ts';
import type { CaseEvent } from './events.ts';
import { skippedByDuties } from './owed.ts';
import { replay } from './replay.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A day that counts under one calendar and not under the other. */
export interface ChangedDay {
  readonly date: string;
  readonly title: string;
  /** `added`: it is no working day any more. `removed`: it is one again. */
  readonly change: 'added' | 'removed';
}

/** A deadline or duty whose date is another under newer terms. `null` is no date, or none known. */
export interface Move {
  readonly kind: 'deadline' | 'duty';
  readonly id: string;
  /** Clocks of two stages can have one id. */
  readonly stage: string;
  readonly clauses: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** The changed days that it passes over, before or after: what moved it, where a day of the calendar did. */
  readonly because: readonly ChangedDay[];
}

/**
 * Which dates of a case would move if it went on under newer terms. Nothing is changed by asking: going on under them
 * is an `adopted` event.
 *
 * Dates that were met already are told too: adopting newer terms can make what was in time late, and the reverse.
 *
 * @param now the instant at which the case is looked at
 */
export function movesOf(log: readonly CaseEvent[], kept: Terms, newer: Terms, now: string): Move[] {
  const before = datesOf(log, kept, now);
  const after = datesOf(log, newer, now);
  const days = changedDays(kept.calendar, newer.calendar);
  const moves: Move[] = [];
  for (const [key, was] of before) {
    const is = after.get(key);
    const to = is?.due ?? null;
    if (to === was.due) continue;
    const { kind, id, stage, clauses, due: from } = was;
    moves.push({ kind, id, stage, clauses, from, to, because: between(days, was, is) });
  }
  return moves;
}

/**
 * Whether newer terms leave a case as it stands: no date, no duty and no way on is another. That is said in one line,
 * and asks for no `adopted`.
 *
 * @param now the instant at which the case is looked at
 */
export function movesNothing(log: readonly CaseEvent[], kept: Terms, newer: Terms, now: string): boolean {
  return standing(log, kept, now) === standing(log, newer, now);
}

/** What a case asks and offers, and by when; not in which words, nor in which order. */
function standing(log: readonly CaseEvent[], { policy, calendar }: Terms, now: string): string {
  const { deadlines, duties, actions } = new Assessed(policy, replay(policy, log), todayAt(policy, { now, calendar }));
  return [
    ...deadlines.map(({ id, stage, due, dueAt, status }) => canonicalJson({ deadline: id, stage, due, dueAt, status })),
    ...duties.map(({ id, owner, due, dueAt, status }) => canonicalJson({ duty: id, owner, due, dueAt, status })),
    ...actions.map(({ action, to, because, option }) =>
      canonicalJson(withoutUndefined({ action, to, because, option })),
    ),
  ]
    .sort()
    .join('\n');
}

/** The days that count under one of two calendars only, in order. */
export function changedDays(from: Calendar, to: Calendar): ChangedDay[] {
  const before = byDate(from.data.days);
  const after = byDate(to.data.days);
  const changed: ChangedDay[] = [];
  for (const [date, { title }] of after) if (!before.has(date)) changed.push({ date, title, change: 'added' });
  for (const [date, { title }] of before) if (!after.has(date)) changed.push({ date, title, change: 'removed' });
  return changed.sort((a, b) => (a.date < b.date ? -1 : 1));
}

interface Dated {
  readonly kind: Move['kind'];
  readonly id: string;
  readonly stage: string;
  readonly clauses: readonly string[];
  readonly due: string | null;
  /** What it passes over. A calendar that ends too soon for a date to be known passes over nothing. */
  readonly skipped: () => readonly SkippedDay[];
}

function datesOf(log: readonly CaseEvent[], { policy, calendar }: Terms, now: string): Map<string, Dated> {
  const state = replay(policy, log);
  const today = todayAt(policy, { now, calendar });
  const { deadlines, duties } = new Assessed(policy, state, today);
  const skipped = skippedByDuties(policy, state, today, deadlines);
  const all = [
    ...deadlines.map((deadline) => dated('deadline', deadline, () => deadline.explanation.skipped)),
    ...duties.map((duty) => dated('duty', duty, () => skipped.get(duty.id) ?? [])),
  ];
  return new Map(all.map((each) => [`${each.kind} ${each.id} ${each.stage}`, each]));
}

function dated(
  kind: Move['kind'],
  { id, stage, clauses, due }: Omit<Dated, 'kind' | 'skipped'>,
  skipped: Dated['skipped'],
): Dated {
  return { kind, id, stage, clauses, due, skipped };
}

/** Of the days that changed, those that one of the two dates passes over: a weekend it would have passed over anyway. */
function between(days: readonly ChangedDay[], was: Dated, is: Dated | undefined): ChangedDay[] {
  if (was.due === null || !is || is.due === null) return [];
  const passed = [...was.skipped(), ...is.skipped()].filter(({ why }) => why !== 'weekend');
  const dates = new Set(passed.map(({ date }) => date));
  return days.filter(({ date }) => dates.has(date));
}

function byDate(days: readonly NamedDay[]): Map<string, NamedDay> {
  return new Map(days.map((day) => [day.date, day]));
}
