import type { Calendar, CalendarTables, DayKind } from './calendar.ts';
import { fromEpochDay, toEpochDay, weekdayOf, type CivilDate } from './civil-date.ts';
import { InvalidValueError } from './invalid-value-error.ts';

/** A day that counting passes over, and why. */
export interface SkippedDay {
  readonly date: CivilDate;
  readonly why: 'weekend' | DayKind;
  /** The day's name, which a weekend has not. */
  readonly title?: string;
  readonly substitute?: true;
}

/**
 * The date `days` working days after `date`. The date itself is day 0, worked or not; the first working day
 * after it is day 1. Negative counts backwards in the same way; 0 gives the date itself.
 * @returns null, for 'unknown', where the date or the answer lies outside what the calendar covers
 * @throws InvalidDateError; InvalidValueError where `days` is not whole
 */
export function addWorkingDays(calendar: Calendar, date: CivilDate, days: number): CivilDate | null {
  if (!Number.isInteger(days)) throw new InvalidValueError('a number of days', days, 'a whole number');
  const { first, before, working, written } = calendar.tables;
  const at = covered(calendar.tables, date);
  if (at === null) return null;
  if (days === 0) return date;
  const day = working[days > 0 ? before[at + 1 - first]! + days - 1 : before[at - first]! + days];
  return day === undefined ? null : (written[day - first] ??= fromEpochDay(day));
}

/**
 * How many working days come after `from` up to and including `to`; backwards, from `to` up to the day before
 * `from`, as a negative number. Where `to` is a working day, it undoes `addWorkingDays`.
 * @returns null, for 'unknown', where either lies outside what the calendar covers
 * @throws InvalidDateError
 */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number | null {
  const { first, before } = calendar.tables;
  const start = covered(calendar.tables, from);
  const end = covered(calendar.tables, to);
  if (start === null || end === null) return null;
  const inclusive = end < start ? 0 : 1;
  return before[end - first + inclusive]! - before[start - first + inclusive]!;
}

/** Whether the date is worked; null, for 'unknown', outside what the calendar covers. */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean | null {
  const { first, before } = calendar.tables;
  const at = covered(calendar.tables, date);
  return at === null ? null : before[at + 1 - first]! > before[at - first]!;
}

/** The first working day strictly after the date, or null, for 'unknown'. */
export function nextWorkingDay(calendar: Calendar, date: CivilDate): CivilDate | null {
  return addWorkingDays(calendar, date, 1);
}

/** The date if it is a working day, else the next one; null, for 'unknown'. */
export function workingDayFrom(calendar: Calendar, date: CivilDate): CivilDate | null {
  return isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date);
}

/** The days after `from` up to and including `to` that are not worked, as far as the calendar covers them. */
export function nonWorkingDays(calendar: Calendar, from: CivilDate, to: CivilDate): SkippedDay[] {
  const { first, last, before, named } = calendar.tables;
  const weekend = new Set(calendar.data.weekend);
  const skipped: SkippedDay[] = [];
  const end = Math.min(toEpochDay(to), last);
  for (let day = Math.max(toEpochDay(from) + 1, first); day <= end; day++) {
    if (before[day + 1 - first]! > before[day - first]!) continue;
    const date = fromEpochDay(day);
    const name = named.get(day);
    if (!name || weekend.has(weekdayOf(day))) skipped.push({ date, why: 'weekend' });
    else {
      const { title, kind = 'bank-holiday', substitute } = name;
      skipped.push({ date, why: kind, title, ...(substitute && { substitute }) });
    }
  }
  return skipped;
}

function covered({ first, last }: CalendarTables, date: CivilDate): number | null {
  const day = toEpochDay(date);
  return day < first || day > last ? null : day;
}
