import { fromEpochDay, startsWithCivilDate, toEpochDay, twoDigits } from './civil-date.ts';
import { InvalidValueError } from './invalid-value-error.ts';

/** A moment in ISO 8601 that says its offset: `2026-11-20T16:00:00Z`, `2026-07-01T09:30+01:00`. */
export type Instant = string;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export class InvalidInstantError extends InvalidValueError {
  override readonly name = 'InvalidInstantError';

  constructor(found: unknown, path?: string) {
    super(
      'an instant',
      found,
      'YYYY-MM-DDThh:mm, seconds and their fraction if need be, and Z or an offset ±hh:mm',
      path,
    );
  }
}

/**
 * Takes an instant and returns milliseconds since 1970-01-01T00:00Z; finer fractions are cut off.
 * It does not ask `Date.parse`, which takes more than ISO and which host pages replace.
 * @throws InvalidInstantError for a day that does not exist, for hour 24 and above, without an offset
 */
export function parseInstant(text: Instant): number {
  if (typeof text === 'string' && isInUtc(text)) return epochDay(text.slice(0, 10), text) * DAY + clockInUtc(text);
  const parts = typeof text === 'string' && PATTERN.exec(text);
  if (!parts) throw new InvalidInstantError(text);
  const [, date = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = parts;
  const clock =
    (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000 + Number(`${fraction}000`.slice(0, 3));
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return epochDay(date, text) * DAY + clock - (sign === '-' ? -offset : offset);
}

/** Whether a value from outside is an instant that `parseInstant` takes. It makes nothing, for logs are long. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && startsWithCivilDate(value) && (isInUtc(value) || PATTERN.test(value));
}

/**
 * Takes milliseconds and returns the instant in UTC, with a fraction only where there is one.
 * @throws InvalidInstantError for what is not a whole number within the years 0000 to 9999
 */
export function formatInstant(ms: number): Instant {
  if (!Number.isInteger(ms) || !inRange(ms)) throw new InvalidInstantError(ms);
  const day = Math.floor(ms / DAY);
  const clock = ms - day * DAY;
  const fraction = clock % 1000;
  const time = `${two(clock / HOUR)}:${two((clock / 60_000) % 60)}:${two((clock / 1000) % 60)}`;
  return `${fromEpochDay(day)}T${time}${fraction ? `.${String(1000 + fraction).slice(1)}` : ''}Z`;
}

/** Whether milliseconds stand for an instant of the years 0000 to 9999, UTC; NaN does not. */
export function inRange(ms: number): boolean {
  return ms >= -62_167_219_200_000 && ms < 253_402_300_800_000;
}

const PATTERN =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Whether a date goes on as nearly all do, `Thh:mm:ssZ`, or with thousandths as `toISOString` has it: asked first, for the
 * pattern takes several times as long.
 */
function isInUtc(text: string): boolean {
  const { length } = text;
  if (text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[length - 1] !== 'Z') return false;
  if (length !== 20 && !(length === 24 && text[19] === '.' && thousandths(text) >= 0)) return false;
  return twoDigits(text, 11) < 24 && twoDigits(text, 14) < 60 && twoDigits(text, 17) < 60;
}

function thousandths(text: string): number {
  return text.length === 20 ? 0 : twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10);
}

/** The milliseconds of a day that have gone by in such a text. */
function clockInUtc(text: string): number {
  return (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60_000 + twoDigits(text, 17) * 1000 + thousandths(text);
}

function epochDay(date: string, text: Instant): number {
  try {
    return toEpochDay(date);
  } catch {
    throw new InvalidInstantError(text);
  }
}

function two(value: number): string {
  return String(100 + Math.floor(value)).slice(1);
}
