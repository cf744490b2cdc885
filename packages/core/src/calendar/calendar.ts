import { InvalidDateError, toEpochDay, weekdayOf, type CivilDate, type EpochDay } from './civil-date.ts';
import { InvalidValueError } from './invalid-value-error.ts';

/** Why a named day is not worked: a bank holiday, a closure (school holidays), or a reason of the host's own. */
export const DAY_KINDS = ['bank-holiday', 'closure', 'host'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A day on which nobody works, with the name that an explanation gives it. */
export interface NamedDay {
  readonly date: CivilDate;
  readonly title: string;
  readonly kind?: DayKind | undefined;
  /** The day stands in for a bank holiday that fell on a weekend. */
  readonly substitute?: boolean | undefined;
}

/** A calendar as plain JSON. Outside `covers` nothing is known, and days named there have no effect. */
export interface CalendarData {
  readonly id: string;
  readonly title: string;
  /** When these facts were published, where that is known: two of the same `id` can differ. */
  readonly published?: CivilDate | undefined;
  readonly covers: { readonly from: CivilDate; readonly to: CivilDate };
  /** ISO weekdays that are never worked, 1 = Monday: `[6, 7]`. */
  readonly weekend: readonly number[];
  /** A `kind` left out is a bank holiday. */
  readonly days: readonly NamedDay[];
}

/** A calendar made ready for counting by `compileCalendar`. `tables` is for this folder alone. */
export interface Calendar extends Pick<CalendarData, 'id' | 'title' | 'published' | 'covers'> {
  /** What it was compiled from, with the extra days. */
  readonly data: CalendarData;
  readonly tables: CalendarTables;
}

export interface CalendarTables {
  readonly first: EpochDay;
  readonly last: EpochDay;
  /** At `i`, how many working days come before `first + i`; one more entry than there are days. */
  readonly before: Int32Array;
  /** The working days in order. */
  readonly working: Int32Array;
  readonly named: ReadonlyMap<EpochDay, NamedDay>;
  /** At `i`, the day `first + i` in writing, once it was asked for: writing a date costs more than finding it. */
  readonly written: CivilDate[];
}

export class InvalidCalendarError extends InvalidValueError {
  override readonly name = 'InvalidCalendarError';
}

/**
 * Takes a calendar's data, perhaps a host's own, and returns it with tables that make counting a look-up.
 * `extraDays` without a `kind` are the host's. Of two names for one day the first stands.
 * @throws InvalidCalendarError, InvalidDateError with the path of what is wrong, whatever the data is
 */
export function compileCalendar(data: CalendarData, extraDays: readonly NamedDay[] = []): Calendar {
  checkShape(data);
  const { id, title, published, covers, weekend } = data;
  const days = data.days.concat(extraDays.map((day) => ({ ...day, kind: day.kind ?? 'host' })));
  const first = epochDayAtPath(covers.from, 'covers.from');
  const last = epochDayAtPath(covers.to, 'covers.to');
  if (published !== undefined) epochDayAtPath(published, 'published');
  if (last < first || last - first > LONGEST) {
    throw new InvalidCalendarError(
      'an end of coverage',
      covers.to,
      `${covers.from} or later, within 400 years`,
      'covers.to',
    );
  }
  const off = weekdaysOff(weekend);
  const named = namedDays(days);

  const before = new Int32Array(last - first + 2);
  const working = new Int32Array(last - first + 1);
  let count = 0;
  for (let day = first; day <= last; day++) {
    if (!off[weekdayOf(day)] && !named.has(day)) working[count++] = day;
    before[day - first + 1] = count;
  }
  const tables = { first, last, before, working: working.subarray(0, count), named, written: [] };
  return { id, title, published, covers, data: { ...data, days }, tables };
}

/** The calendar with days that a host or a school names besides: `{date, title, kind}`. */
export function withDays(calendar: Calendar, days: readonly NamedDay[]): Calendar {
  return compileCalendar(calendar.data, days);
}

/** Longer than any published calendar, and short enough that a slip in a year does not fill the memory. */
const LONGEST = 146_097;

/** A host's data comes from anywhere: what is no calendar at all is told before anything is counted by it. */
function checkShape(data: unknown): void {
  if (!isObject(data)) {
    throw new InvalidCalendarError('a calendar', data, 'an object {id, title, published, covers, weekend, days}');
  }
  const has = (path: keyof CalendarData, isMeant: boolean, what: string, allowed: string) => {
    if (!isMeant) throw new InvalidCalendarError(what, data[path], allowed, path);
  };
  has('id', isText(data.id), 'an id', 'a text that is not empty');
  has('title', isText(data.title), 'a title', 'a text that is not empty');
  has('covers', isObject(data.covers), 'a coverage', '{from, to}, two civil dates');
  has('weekend', Array.isArray(data.weekend), 'a weekend', 'a list of ISO weekdays, such as [6, 7]');
  has('days', Array.isArray(data.days), 'a list of days', 'a list of {date, title, kind?}');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function weekdaysOff(weekend: readonly number[]): boolean[] {
  const off: boolean[] = [];
  weekend.forEach((weekday, i) => {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
      throw new InvalidCalendarError('an ISO weekday', weekday, '1 (Monday) to 7 (Sunday)', `weekend[${i}]`);
    }
    off[weekday] = true;
  });
  return off;
}

function namedDays(days: readonly NamedDay[]): Map<EpochDay, NamedDay> {
  const named = new Map<EpochDay, NamedDay>();
  days.forEach((day, i) => {
    if (!isObject(day) || !isText(day.title)) {
      throw new InvalidCalendarError('a day with a title', day, '{date, title, kind?}', `days[${i}]`);
    }
    const epochDay = epochDayAtPath(day.date, `days[${i}].date`);
    if (day.kind !== undefined && !DAY_KINDS.includes(day.kind)) {
      throw new InvalidCalendarError('a kind of day', day.kind, DAY_KINDS.join(', '), `days[${i}].kind`);
    }
    if (!named.has(epochDay)) named.set(epochDay, day);
  });
  return named;
}

function epochDayAtPath(date: CivilDate, path: string): EpochDay {
  try {
    return toEpochDay(date);
  } catch {
    throw new InvalidDateError(date, path);
  }
}
