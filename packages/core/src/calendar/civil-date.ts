import { InvalidValueError } from './invalid-value-error.ts';

/** A day of the civil calendar, `YYYY-MM-DD`, from year 0000 to 9999: no time of day and no zone. */
export type CivilDate = string;

/** A whole number of days since 1970-01-01 in the proleptic Gregorian calendar. */
export type EpochDay = number;

export class InvalidDateError extends InvalidValueError {
  override readonly name = 'InvalidDateError';

  constructor(found: unknown, path?: string) {
    super('a date', found, 'a day that exists, written YYYY-MM-DD, years 0000 to 9999', path);
  }
}

/**
 * Takes a value from outside and returns it as a civil date.
 * @throws InvalidDateError for anything but a day that exists: '2026-02-30', '2026-2-3', a number.
 */
export function parseCivilDate(value: unknown): CivilDate {
  toEpochDay(value as CivilDate);
  return value as CivilDate;
}

/** @throws InvalidDateError */
export function toEpochDay(date: CivilDate): EpochDay {
  if (typeof date === 'string' && date.length === 10 && date[4] === '-' && date[7] === '-') {
    const year = yearOf(date);
    const month = twoDigits(date, 5);
    const day = twoDigits(date, 8);
    if (exists(year, month, day)) return epochDayOf(year, month, day);
  }
  throw new InvalidDateError(date);
}

/** Whether a value from outside is a day that exists, written as a civil date. */
export function isCivilDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && value.length === 10 && startsWithCivilDate(value);
}

/** Whether a text begins with a day that exists. It makes nothing, for logs are long. */
export function startsWithCivilDate(text: string): boolean {
  return text[4] === '-' && text[7] === '-' && exists(yearOf(text), twoDigits(text, 5), twoDigits(text, 8));
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws InvalidDateError outside the years 0000 to 9999 */
export function fromEpochDay(epochDay: EpochDay): CivilDate {
  if (!Number.isInteger(epochDay) || epochDay < FIRST || epochDay > LAST) throw new InvalidDateError(epochDay);
  // Counted from 0000-03-01, so that the leap day ends its year; 146,097 days are 400 years.
  const days = epochDay - MARCH_0000;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return written(year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: CivilDate): number {
  return weekdayOf(toEpochDay(date));
}

/** The ISO weekday of an epoch day. Day 0 was a Thursday. */
export function weekdayOf(epochDay: EpochDay): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** `days` is whole and may be negative. @throws InvalidDateError also where the result is no day */
export function addCalendarDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/**
 * The same day `months` later, a whole number that may be negative; the month's last day where it has no such day:
 * 31 January and a month is 28 or 29 February.
 * @throws InvalidDateError, InvalidValueError
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  toEpochDay(date);
  if (!Number.isInteger(months)) throw new InvalidValueError('a number of months', months, 'a whole number');
  const total = yearOf(date) * 12 + twoDigits(date, 5) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return fromEpochDay(epochDayOf(year, month, Math.min(twoDigits(date, 8), daysInMonth(year, month))));
}

const MARCH_0000 = -719_468;
const FIRST = epochDayOf(0, 1, 1);
const LAST = epochDayOf(9999, 12, 31);

/** Years run from March, so that months have lengths that one formula gives (153 days to every five). */
function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const fromMarch = month <= 2 ? month + 9 : month - 3;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 + MARCH_0000;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that two digits write, or NaN: `Number` would also take ' 1', '1e' and '+1'. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : NaN;
}

function yearOf(text: string): number {
  return twoDigits(text, 0) * 100 + twoDigits(text, 2);
}

function written(year: number, month: number, day: number): CivilDate {
  return `${String(10_000 + year).slice(1)}-${String(100 + month).slice(1)}-${String(100 + day).slice(1)}`;
}
