import { addCalendarDays, type CivilDate } from './civil-date.ts';
import { clockTimeAt } from './time-zone.ts';

/** Until when something can be done: the end of a day, or a time of one. */
export interface LastMoment {
  readonly due: CivilDate;
  /** As a clock in the time zone shows it; left out, the end of the day is meant. */
  readonly time?: string;
}

/**
 * Until when something can be done that is due on a day or, where hours are counted, at an instant. Hours that run out as
 * a day begins are the end of the day before: nobody reads 'by 00:00 on Wednesday' as the end of Tuesday.
 *
 * @param due a civil date, that of `dueAt` in the time zone
 * @param dueAt an instant; null where the end of the day is meant
 */
export function lastMoment(due: CivilDate, dueAt: string | null, timeZone: string): LastMoment {
  if (dueAt === null) return { due };
  const time = clockTimeAt(dueAt, timeZone);
  return time === '00:00' ? { due: addCalendarDays(due, -1) } : { due, time };
}
