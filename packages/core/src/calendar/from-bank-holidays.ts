import { InvalidCalendarError, type CalendarData } from './calendar.ts';
import { parseCivilDate, type CivilDate } from './civil-date.ts';

/** Published bank holidays as plain JSON: the days of each division, in any order. */
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
 * the last.
 * @throws InvalidCalendarError for a division that the file has not, or has without days; InvalidDateError
 */
export function fromBankHolidays({
  file,
  division,
  covers = file.covers,
}: {
  file: BankHolidayFile;
  division: string;
  covers?: CalendarData['covers'] | undefined;
}): CalendarData {
  const listed = Object.hasOwn(file.divisions, division) ? file.divisions[division] : undefined;
  if (!listed?.length) {
    throw new InvalidCalendarError(
      'a division with days',
      division,
      Object.keys(file.divisions).join(', '),
      'division',
    );
  }
  const days = listed.map(({ date, title, substitute }) => ({ date, title, ...(substitute && { substitute }) }));
  return {
    id: division,
    title: division,
    published: file.published,
    covers: covers ?? listedYears(days),
    weekend: [6, 7],
    days,
  };
}

function listedYears(days: readonly BankHoliday[]): CalendarData['covers'] {
  // Dates of one form sort as text.
  const dates = days.map((day) => parseCivilDate(day.date)).sort();
  return { from: `${dates[0]!.slice(0, 4)}-01-01`, to: `${dates[dates.length - 1]!.slice(0, 4)}-12-31` };
}
