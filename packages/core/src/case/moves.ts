import { civilDateAt, type Calendar, type NamedDay } from '../calendar/index.ts';
import type { Policy } from '../policy/index.ts';
import { assess } from './assess.ts';
import type { CaseEvent } from './events.ts';
import { replay } from './replay.ts';

/** What a case is read by: the policy and the calendar that it keeps, or newer ones. */
export interface Terms {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

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
  readonly clauses: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** The changed days between its start and the later date: what moved it, where the calendar did. */
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
    if (is?.due === was.due) continue;
    const to = is?.due ?? null;
    moves.push({
      kind: was.kind,
      id: was.id,
      clauses: was.clauses,
      from: was.due,
      to,
      because: days.filter(({ date }) => date > (was.start ?? '') && date <= latest(was.due, to)),
    });
  }
  return moves;
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
  readonly clauses: readonly string[];
  readonly start: string | null;
  readonly due: string | null;
}

function datesOf(log: readonly CaseEvent[], { policy, calendar }: Terms, now: string): Map<string, Dated> {
  const { deadlines, duties } = assess(policy, replay(policy, log), { now, calendar });
  const dated: Dated[] = [
    ...deadlines.map(({ id, clauses, start, due }) => ({ kind: 'deadline' as const, id, clauses, start, due })),
    ...duties.map(({ id, clauses, arose, due }) => ({
      kind: 'duty' as const,
      id,
      clauses,
      start: civilDateAt(arose, policy.timeZone),
      due,
    })),
  ];
  return new Map(dated.map((each) => [`${each.kind} ${each.id}`, each]));
}

function byDate(days: readonly NamedDay[]): Map<string, NamedDay> {
  return new Map(days.map((day) => [day.date, day]));
}

function latest(a: string | null, b: string | null): string {
  // A date that is not known lies past every day that is.
  if (a === null || b === null) return '9999-12-31';
  return a > b ? a : b;
}
