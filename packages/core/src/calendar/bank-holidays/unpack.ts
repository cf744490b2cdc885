import type { CalendarData, NamedDay } from '../calendar.ts';

/**
 * Reads the notation in which the bundled bank holidays are kept: a line for each year, and for each day its
 * month, its day of the month and the letter of its title. A capital marks a substitute day.
 *
 *     2026 0101n 0403g 0406e 0504m 0525s 0831a 1225c 1228X
 *
 * A new year is a new line in each division, and the new dates below.
 */
export function unpackBankHolidays(id: string, title: string, years: string): CalendarData {
  const days: NamedDay[] = [];
  for (const line of years.trim().split('\n')) {
    const [year, ...entries] = line.split(' ');
    for (const entry of entries) {
      const letter = entry.charAt(4);
      const day = {
        date: `${year}-${entry.slice(0, 2)}-${entry.slice(2, 4)}`,
        title: TITLES[letter.toLowerCase()] ?? '',
      };
      days.push(letter === letter.toLowerCase() ? day : { ...day, substitute: true });
    }
  }
  return {
    id,
    title,
    published: '2026-02-25',
    covers: { from: '2012-01-01', to: '2028-12-31' },
    weekend: [6, 7],
    days,
  };
}

/** As published. */
const TITLES: Readonly<Record<string, string>> = {
  n: 'New Year’s Day',
  j: '2nd January',
  p: 'St Patrick’s Day',
  g: 'Good Friday',
  e: 'Easter Monday',
  m: 'Early May bank holiday',
  v: 'Early May bank holiday (VE day)',
  s: 'Spring bank holiday',
  b: 'Battle of the Boyne (Orangemen’s Day)',
  a: 'Summer bank holiday',
  d: 'St Andrew’s Day',
  c: 'Christmas Day',
  x: 'Boxing Day',
  q: 'Queen’s Diamond Jubilee',
  t: 'Platinum Jubilee bank holiday',
  f: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
  k: 'Bank holiday for the coronation of King Charles III',
  w: 'World Cup bank holiday',
};
