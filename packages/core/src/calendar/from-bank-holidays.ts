import { InvalidCalendarError, type CalendarData, type NamedDay } from './calendar.ts';
import { parseCivilDate, type CivilDate } from './civil-date.ts';

/** Bank holidays as GOV.UK publishes them: an object by division. What else stands in it is left alone. */
export type PublishedBankHolidays = Readonly<
  Record<string, { readonly division: string; readonly events: readonly PublishedBankHoliday[] }>
>;

/** `notes` says 'Substitute day' of one that stands in for a bank holiday on a weekend. */
export interface PublishedBankHoliday {
  readonly date: CivilDate;
  readonly title: string;
  readonly notes?: string | undefined;
  readonly bunting?: boolean | undefined;
}

/** Bank holidays as plain JSON with the day of their publication: the days of each division, in any order. */
export interface BankHolidayFile {
  readonly published: CivilDate;
  readonly covers?: CalendarData['covers'] | undefined;
  readonly divisions: Readonly<Record<string, readonly BankHoliday[]>>;
}

export interface BankHoliday {
  readonly date: CivilDate;
  readonly title: string;
  readonly substitute?: boolean | undefined;
}

/**
 * Takes published bank holidays and the division wanted, and returns its calendar with weekends of Saturday and
 * Sunday. Without `covers`, here or in the file, it is known for the whole of the years from the first listed to
 * the last. The file as GOV.UK publishes it does not say when that was: `published` does, where the caller knows it.
 * @throws InvalidCalendarError for a division that the file has not, or has without days; InvalidDateError
 */
export function fromBankHolidays({
  file,
  division,
  covers,
  published,
}: {
  file: BankHolidayFile | PublishedBankHolidays;
  division: string;
  covers?: CalendarData['covers'] | undefined;
  published?: CivilDate | undefined;
}): CalendarData {
  const own: Partial<BankHolidayFile> = isBankHolidayFile(file) ? file : {};
  const days = daysOf(file, division);
  const known = published ?? own.published;
  return {
    id: division,
    title: division,
    ...(known !== undefined && { published: known }),
    covers: covers ?? own.covers ?? listedYears(days),
    weekend: [6, 7],
    days,
  };
}

function daysOf(file: BankHolidayFile | PublishedBankHolidays, division: string): NamedDay[] {
  const divisions: Readonly<Record<string, unknown>> = isBankHolidayFile(file) ? file.divisions : file;
  const held = Object.hasOwn(divisions, division) ? divisions[division] : undefined;
  const listed = Array.isArray(held) ? held : (held as { events?: unknown } | undefined)?.events;
  if (!Array.isArray(listed) || listed.length === 0) {
    throw new InvalidCalendarError('a division with days', division, Object.keys(divisions).join(', '), 'division');
  }
  return listed.map(({ date, title, substitute, notes }: BankHoliday & PublishedBankHoliday) => ({
    date,
    title,
    ...((substitute || notes === SUBSTITUTE) && { substitute: true }),
  }));
}

const SUBSTITUTE = 'Substitute day';

function isBankHolidayFile(file: BankHolidayFile | PublishedBankHolidays): file is BankHolidayFile {
  return 'divisions' in file && !('events' in file.divisions);
}

function listedYears(days: readonly NamedDay[]): CalendarData['covers'] {
  // Dates of one form sort as text.
  const dates = days.map((day) => parseCivilDate(day.date)).sort();
  return { from: `${dates[0]!.slice(0, 4)}-01-01`, to: `${dates[dates.length - 1]!.slice(0, 4)}-12-31` };
}
