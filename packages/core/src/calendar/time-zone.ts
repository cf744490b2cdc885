import { tzOffset } from '@date-fns/tz/tzOffset';
import { fromEpochDay, toEpochDay, type CivilDate, type EpochDay } from './civil-date.ts';
import { DAY, formatInstant, inRange, InvalidInstantError, parseInstant, type Instant } from './instant.ts';
import { InvalidValueError } from './invalid-value-error.ts';

export class UnknownTimeZoneError extends InvalidValueError {
  override readonly name = 'UnknownTimeZoneError';

  constructor(found: unknown, path?: string) {
    super('a time zone', found, "an IANA name that this runtime knows, such as 'Europe/London'", path);
  }
}

/**
 * The day that an instant (or its milliseconds) falls on in a time zone.
 * 2026-06-30T23:30Z is 1 July in London.
 * @throws InvalidInstantError, UnknownTimeZoneError
 */
export function civilDateAt(instant: Instant | number, timeZone: string): CivilDate {
  return fromEpochDay(epochDayAt(typeof instant === 'number' ? instant : parseInstant(instant), timeZone));
}

/**
 * What a clock on the wall shows at an instant (or its milliseconds) in a time zone, `hh:mm`.
 * @throws InvalidInstantError, UnknownTimeZoneError
 */
export function clockTimeAt(instant: Instant | number, timeZone: string): string {
  const ms = typeof instant === 'number' ? instant : parseInstant(instant);
  return formatInstant(ms + offsetWithin(ms, timeZone)).slice(11, 16);
}

/** The first instant of a day in a time zone, in milliseconds: an hour after midnight where clocks skip that hour. */
export function startOfDay(date: CivilDate, timeZone: string): number {
  return startOfEpochDay(toEpochDay(date), timeZone);
}

/** The first instant after a day in a time zone, in milliseconds: a date due is kept while `now` is before this. */
export function endOfDay(date: CivilDate, timeZone: string): number {
  return startOfEpochDay(toEpochDay(date) + 1, timeZone);
}

/**
 * The instant at which a clock on the wall shows `hh:mm` on a day in a time zone. Of an hour that clocks skip it is the one
 * after, of one that comes twice the first.
 * @throws InvalidDateError, UnknownTimeZoneError
 */
export function instantAt(date: CivilDate, time: string, timeZone: string): Instant {
  const start = startOfDay(date, timeZone);
  const ms = start + (minutesOf(time) - minutesOf(clockTimeAt(start, timeZone))) * MINUTE;
  // A clock that changed since midnight shows another time than has passed.
  return formatInstant(ms + (minutesOf(time) - minutesOf(clockTimeAt(ms, timeZone))) * MINUTE);
}

const MINUTE = 60_000;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** As `civilDateAt`, in milliseconds and epoch days. */
function epochDayAt(ms: number, timeZone: string): EpochDay {
  return Math.floor((ms + offsetWithin(ms, timeZone)) / DAY);
}

/** As `offsetAt`; where the offset is the same at both ends of the UTC day, no clock changed in it. */
function offsetWithin(ms: number, timeZone: string): number {
  if (!inRange(ms)) throw new InvalidInstantError(ms);
  const utcDay = Math.floor(ms / DAY);
  const offset = offsetAtMidnight(utcDay, timeZone);
  return offset === offsetAtMidnight(utcDay + 1, timeZone) ? offset : offsetAt(ms, timeZone);
}

function startOfEpochDay(day: EpochDay, timeZone: string): number {
  const midnight = day * DAY;
  const before = offsetAtMidnight(day - 1, timeZone);
  const after = offsetAtMidnight(day + 1, timeZone);
  let from = midnight - Math.max(before, after);
  let to = midnight - Math.min(before, after);
  // Clocks change near this midnight: the first millisecond of the day lies between the two answers.
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (epochDayAt(middle, timeZone) < day) from = middle + 1;
    else to = middle;
  }
  return to;
}

/** Asking the runtime for an offset takes microseconds, so those at UTC midnights are kept, a few years of days at most. */
const KEPT_DAYS = 4096;
const midnights = new Map<string, Map<EpochDay, number>>();

function offsetAtMidnight(utcDay: EpochDay, timeZone: string): number {
  const kept = midnights.get(timeZone);
  const known = kept?.get(utcDay);
  if (known !== undefined) return known;
  const offset = offsetAt(utcDay * DAY, timeZone);
  if (kept && kept.size < KEPT_DAYS) kept.set(utcDay, offset);
  else midnights.set(timeZone, new Map([[utcDay, offset]]));
  return offset;
}

/** Milliseconds to add to UTC. Without a name the runtime would answer for its own zone (WebKit for '', too). */
function offsetAt(ms: number, timeZone: string): number {
  const minutes: unknown = typeof timeZone === 'string' && timeZone !== '' ? tzOffset(timeZone, new Date(ms)) : NaN;
  if (typeof minutes !== 'number' || Number.isNaN(minutes)) throw new UnknownTimeZoneError(timeZone);
  return Math.round(minutes * 60_000);
}
