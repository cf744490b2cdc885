import type { Calendar } from './calendar.ts';
import { addCalendarDays, addMonths, type CivilDate } from './civil-date.ts';
import { InvalidDurationError, UNITS, type Duration, type PlainDuration } from './duration.ts';
import { formatInstant, HOUR, parseInstant, type Instant } from './instant.ts';
import { civilDateAt, startOfDay } from './time-zone.ts';
import { addWorkingDays, isWorkingDay, nonWorkingDays, workingDayFrom, type SkippedDay } from './working-days.ts';

/** Which day is the first: the one after the start, or the start itself. */
export const START_DAYS = ['day-0', 'day-1'] as const;
/** From where a start on a day that is not worked counts. */
export const OFF_DAY_STARTS = ['as-is', 'next-working-day'] as const;
/** Where calendar days, weeks and months go that end on a day that is not worked. */
export const LANDINGS = ['as-is', 'next-working-day', 'previous-working-day'] as const;

/** How a policy counts where it departs from the usual, which is the first of each list. */
export interface Counting {
  /** Under 'day-1' a start on a working day is the first of the working days, and any start the first calendar day. */
  readonly startDay?: (typeof START_DAYS)[number] | undefined;
  /** 'next-working-day' makes that day the start, from its first instant for hours. */
  readonly offDayStart?: (typeof OFF_DAY_STARTS)[number] | undefined;
  /** 'previous-working-day' never goes back past the start. */
  readonly lands?: (typeof LANDINGS)[number] | undefined;
}

/** Where and how days are counted. */
export interface DueContext {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly counting?: Counting | undefined;
}

export interface Due {
  /** The civil day on which the start fell, in the context's time zone. */
  readonly start: CivilDate;
  /** The last day on which it is in time; null where unknown. */
  readonly due: CivilDate | null;
  /** The moment by which, for hours; null for all other units, which mean the end of the day `due`. */
  readonly dueAt: Instant | null;
  /** The answer lies past what the calendar covers. Units that ask nothing of the calendar are always known. */
  readonly unknown: boolean;
}

/** `skipped`: the days off that the date passes over: what a start, a count or an end on them would have come to. */
export interface ExplainedDue extends Due {
  readonly skipped: readonly SkippedDay[];
}

/**
 * When something that takes `duration` is due if it starts at `start`, an instant or its milliseconds.
 * The day of the start is day 0, the first working day after it day 1, on a weekend or holiday too.
 * Hours are elapsed hours and 1 week is 7 calendar days.
 * @throws InvalidInstantError, InvalidDurationError, UnknownTimeZoneError
 */
export function dueDate(start: Instant | number, duration: Duration, context: DueContext): Due {
  const counted = checked(duration.countedAs ?? duration);
  const { calendar, timeZone, counting = {} } = context;
  const ms = typeof start === 'number' ? start : parseInstant(start);
  const began = civilDateAt(ms, timeZone);
  const from = counting.offDayStart === 'next-working-day' ? workingDayFrom(calendar, began) : began;
  if (from === null) return { start: began, due: null, dueAt: null, unknown: true };
  if (counted.unit === 'hours') {
    const end = (from === began ? ms : startOfDay(from, timeZone)) + counted.amount * HOUR;
    return { start: began, due: civilDateAt(end, timeZone), dueAt: formatInstant(end), unknown: false };
  }
  const due = lastDay(calendar, from, counted, counting);
  return { start: began, due, dueAt: null, unknown: due === null };
}

/** As `dueDate`, with the days that were passed over. */
export function explainDue(start: Instant | number, duration: Duration, context: DueContext): ExplainedDue {
  const answer = dueDate(start, duration, context);
  return { ...answer, skipped: answer.due === null ? [] : skippedDays(answer.start, answer.due, duration, context) };
}

/** The days off at the start, where it is put off; those in between, for working days; those at the end, where it moves. */
function skippedDays(
  start: CivilDate,
  due: CivilDate,
  { countedAs, ...plain }: Duration,
  { calendar, counting = {} }: DueContext,
): SkippedDay[] {
  const counted = countedAs ?? plain;
  const from = counting.offDayStart === 'next-working-day' ? workingDayFrom(calendar, start)! : start;
  const putOff = from === start ? [] : nonWorkingDays(calendar, dayBefore(start), from);
  if (counted.unit === 'hours') return putOff;
  if (counted.unit.includes('working-day')) {
    const mayBeFirst = counted.unit === 'same-working-day' || counting.startDay === 'day-1';
    return [...putOff, ...nonWorkingDays(calendar, mayBeFirst ? dayBefore(from) : from, due)];
  }
  const end = calendarEnd(from, counted, counting);
  return [
    ...putOff,
    ...(end < due ? nonWorkingDays(calendar, dayBefore(end), due) : nonWorkingDays(calendar, due, end)),
  ];
}

function dayBefore(date: CivilDate): CivilDate {
  return addCalendarDays(date, -1);
}

function lastDay(calendar: Calendar, from: CivilDate, counted: PlainDuration, counting: Counting): CivilDate | null {
  const { amount, unit } = counted;
  if (unit === 'same-working-day') return workingDayFrom(calendar, from);
  if (unit === 'next-working-day') return addWorkingDays(calendar, from, 1);
  if (unit === 'working-days') {
    const isFirst = counting.startDay === 'day-1' && amount > 0 && isWorkingDay(calendar, from);
    return addWorkingDays(calendar, from, isFirst ? amount - 1 : amount);
  }
  return landed(calendar, from, calendarEnd(from, counted, counting), counting);
}

/** The last of so many calendar days, weeks or months, worked or not. */
function calendarEnd(from: CivilDate, { amount, unit }: PlainDuration, { startDay }: Counting): CivilDate {
  const end =
    unit === 'months' ? addMonths(from, amount) : addCalendarDays(from, unit === 'weeks' ? amount * 7 : amount);
  return startDay === 'day-1' && amount > 0 ? dayBefore(end) : end;
}

function landed(calendar: Calendar, from: CivilDate, date: CivilDate, { lands }: Counting): CivilDate | null {
  if (!lands || lands === 'as-is') return date;
  if (lands === 'next-working-day' || isWorkingDay(calendar, date)) return workingDayFrom(calendar, date);
  const previous = addWorkingDays(calendar, date, -1);
  // Dates of one form compare as text.
  return previous !== null && previous < from ? from : previous;
}

function checked(duration: PlainDuration): PlainDuration {
  const { amount, unit } = duration;
  if (!UNITS.includes(unit)) throw new InvalidDurationError('a unit', unit, UNITS.join(', '), 'unit');
  if (!Number.isInteger(amount) || amount < 0 || amount > 10_000) {
    throw new InvalidDurationError('an amount', amount, 'a whole number from 0 to 10,000', 'amount');
  }
  return duration;
}
