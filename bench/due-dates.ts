import { addBusinessDays } from 'date-fns';
import { DateTime } from 'luxon';
import { addWorkingDays, loadCalendar, toEpochDay, type Calendar } from '@escalation-kit/core/calendar';
import type { Contest } from './contest.ts';

/** Every day of three years, so that no start is special. */
function starts(): string[] {
  return Array.from({ length: 1000 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10));
}

/**
 * 5 working days on, from a civil date to a civil date. The floor is a table of answers by epoch day, which cannot
 * explain itself, serves one number of days, and is what any implementation could at best come down to.
 */
export async function dueDates(): Promise<Contest> {
  const calendar = await loadCalendar('england-and-wales');
  const dates = starts();
  const holidays = new Set(calendar.data.days.map((day) => day.date));
  const table = tableOfAnswers(calendar);
  const first = toEpochDay(calendar.covers.from);
  return {
    title: 'due dates (5 working days on)',
    unit: 'dates',
    perRun: dates.length,
    ours: () => dates.map((date) => addWorkingDays(calendar, date, 5)),
    floor: ['table by epoch day', () => dates.map((date) => table[toEpochDay(date) - first])],
    peers: {
      'date-fns with a holiday set': () => dates.map((date) => withDateFns(date, holidays)),
      'luxon with a holiday set': () => dates.map((date) => withLuxon(date, holidays)),
    },
  };
}

function tableOfAnswers(calendar: Calendar): (string | null)[] {
  const first = toEpochDay(calendar.covers.from);
  const days = toEpochDay(calendar.covers.to) - first;
  return Array.from({ length: days }, (_, i) => {
    const date = new Date((first + i) * 86_400_000).toISOString().slice(0, 10);
    return addWorkingDays(calendar, date, 5);
  });
}

/** As its documentation has it: business days know weekends, the holidays are the caller's to step over. */
function withDateFns(date: string, holidays: ReadonlySet<string>): string {
  let at = new Date(`${date}T00:00:00`);
  for (let left = 5; left > 0;) {
    at = addBusinessDays(at, 1);
    if (!holidays.has(localDate(at))) left--;
  }
  return localDate(at);
}

function localDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function withLuxon(date: string, holidays: ReadonlySet<string>): string {
  let at = DateTime.fromISO(date, { zone: 'utc' });
  for (let left = 5; left > 0;) {
    at = at.plus({ days: 1 });
    if (at.weekday < 6 && !holidays.has(at.toISODate()!)) left--;
  }
  return at.toISODate()!;
}
