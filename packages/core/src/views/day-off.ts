import { addWorkingDays, isWorkingDay, nonWorkingDays, type Calendar } from '../calendar/index.ts';
import type { Text } from '../text/text.ts';

/** That a date which somebody gave is no working day, why, and which one comes before it; null where it is one, or nobody knows. */
export function dayOffText(calendar: Calendar, date: string): Text | null {
  if (isWorkingDay(calendar, date) !== false) return null;
  const before = addWorkingDays(calendar, date, -1);
  if (before === null) return null;
  const { why, title } = nonWorkingDays(calendar, before, date).at(-1)!;
  return { key: 'deadline.day-off', values: { why, before, ...(title !== undefined && { title }) } };
}
