import {
  addWorkingDays,
  civilDateAt,
  clockTimeAt,
  formatInstant,
  isWorkingDay,
  startOfDay,
} from '@escalation-kit/core/calendar';
import type { Case } from '@escalation-kit/core/case';
import { itemsOf } from '../case/items.ts';

/** Whether it is a time to remind of a case: on a working day of its calendar, from the morning on. */
export function isMorning({ policy, calendar, now, today }: Case, morning: string): boolean {
  return isWorkingDay(calendar, today.date) !== false && clockTimeAt(now, policy.timeZone) >= morning;
}

/**
 * When a case has to be looked at next: the first morning after its `now` on which somebody may have to be reminded of
 * something. null where nothing of it is due at a time.
 */
export function nextLook(kase: Case, morning: string): string | null {
  const { calendar, now, policy } = kase;
  const today = civilDateAt(now, policy.timeZone);
  let next: string | null = null;
  for (const { until } of itemsOf(kase)) {
    if (until === null) continue;
    for (const day of daysFor(kase, until)) {
      if (day < today || (day === today && clockTimeAt(now, policy.timeZone) >= morning)) continue;
      if (next === null || day < next) next = day;
    }
  }
  // A case may have been read at night or on a Sunday, with something to remind of that has passed by then.
  if (next !== null && isWorkingDay(calendar, next) === false) next = addWorkingDays(calendar, next, 1);
  return next && instantOf(next, morning, policy.timeZone);
}

/** The working day before, the day itself, the working day after. */
function daysFor({ calendar }: Case, until: string): string[] {
  const days = [addWorkingDays(calendar, until, -1), until, addWorkingDays(calendar, until, 1)];
  if (isWorkingDay(calendar, until) === false) days.splice(1, 1);
  return days.filter((day) => day !== null);
}

/** On the day that clocks change, in the night before, this is as the clocks show. */
function instantOf(day: string, morning: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = morning.split(':').map(Number);
  const noon = startOfDay(day, timeZone) + 12 * 3_600_000;
  const shown = clockTimeAt(noon, timeZone).split(':').map(Number);
  const ahead = ((shown[0] ?? 12) - hours) * 60 + ((shown[1] ?? 0) - minutes);
  return formatInstant(noon - ahead * 60_000);
}

