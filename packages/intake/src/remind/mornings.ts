import {
  addCalendarDays,
  addWorkingDays,
  civilDateAt,
  clockTimeAt,
  formatInstant,
  isWorkingDay,
  startOfDay,
} from '@escalation-kit/core/calendar';
import type { Case } from '@escalation-kit/core/case';
import { itemsOf } from '../case/items.ts';
import { remindersOf } from './due.ts';

/** Whether it is a time to remind of a case: on a working day of its calendar, from the morning on. */
export function isMorning({ policy, calendar, now, today }: Case, morning: string): boolean {
  return isWorkingDay(calendar, today.date) !== false && clockTimeAt(now, policy.timeZone) >= morning;
}

/**
 * When a case has to be looked at again that was looked at now: the first morning after its `now` on which somebody may
 * have to be reminded of something. null where nothing of it is due at a time.
 */
export function nextLook(kase: Case, morning: string): string | null {
  const first = firstMorningDay(kase, morning);
  let next: string | null = null;
  for (const { until } of itemsOf(kase)) {
    for (const day of until === null ? [] : daysFor(kase, until)) {
      if (day >= first && (next === null || day < next)) next = day;
    }
  }
  return next && instantOf(next, morning, kase.policy.timeZone);
}

/** The same of a case in which somebody wrote: what there is to remind of by now may never have been told. */
export function nextLookAfterWriting(kase: Case, morning: string): string | null {
  return remindersOf(kase).length > 0 ? nextMorning(kase, morning) : nextLook(kase, morning);
}

/** The first morning of a working day after a case's `now`. */
export function nextMorning(kase: Case, morning: string): string {
  const first = firstMorningDay(kase, morning);
  const day = isWorkingDay(kase.calendar, first) === false ? addWorkingDays(kase.calendar, first, 1) : first;
  return instantOf(day ?? first, morning, kase.policy.timeZone);
}

/** Today, where its morning is yet to come, else tomorrow. */
function firstMorningDay({ policy: { timeZone }, now }: Case, morning: string): string {
  const today = civilDateAt(now, timeZone);
  return clockTimeAt(now, timeZone) < morning ? today : addCalendarDays(today, 1);
}

/** The working day before, the day itself, the working day after. */
function daysFor({ calendar }: Case, until: string): string[] {
  const itself = isWorkingDay(calendar, until) === false ? null : until;
  return [addWorkingDays(calendar, until, -1), itself, addWorkingDays(calendar, until, 1)].filter(
    (day) => day !== null,
  );
}

/** On the day that clocks change, in the night before, this is as the clocks show. */
function instantOf(day: string, morning: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = morning.split(':').map(Number);
  const noon = startOfDay(day, timeZone) + 12 * 3_600_000;
  const shown = clockTimeAt(noon, timeZone).split(':').map(Number);
  const ahead = ((shown[0] ?? 12) - hours) * 60 + ((shown[1] ?? 0) - minutes);
  return formatInstant(noon - ahead * 60_000);
}
