import type { Calendar } from './calendar.ts';
import { toEpochDay, type CivilDate } from './civil-date.ts';
import { parseInstant, type Instant } from './instant.ts';
import { nextWorkingDay } from './working-days.ts';

/** What time enters by: an instant and the days that count. */
export interface Today {
  /** The instant, in milliseconds since 1970. */
  readonly ms: number;
  /** The civil date of that instant where the days are counted. */
  readonly date: CivilDate;
  readonly calendar: Calendar;
}

/** How a date that was not met yet can stand. `due-soon`: due by the next working day after today. */
export const RUNNING_STATUSES = ['unknown', 'on-track', 'due-soon', 'due-today', 'overdue'] as const;
export type RunningStatus = (typeof RUNNING_STATUSES)[number];

/**
 * How a deadline that was not met yet stands today.
 *
 * @param due the civil date whose end is meant; null where it lies past the calendar
 * @param dueAt for timescales in hours, the instant, which then decides
 */
export function statusOn(due: CivilDate | null, dueAt: Instant | null, today: Today): RunningStatus {
  if (due === null) return 'unknown';
  if (dueAt !== null ? today.ms > parseInstant(dueAt) : today.date > due) return 'overdue';
  if (due === today.date) return 'due-today';
  const next = nextWorkingDay(today.calendar, today.date);
  // Where the calendar ends, tomorrow counts as the next working day.
  const isSoon = next === null ? toEpochDay(due) - toEpochDay(today.date) === 1 : due <= next;
  return isSoon ? 'due-soon' : 'on-track';
}
