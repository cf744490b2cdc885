import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileCalendar, InvalidCalendarError, type CalendarData } from '../calendar.ts';
import { addCalendarDays, isoWeekday } from '../civil-date.ts';
import { englandAndWales } from './england-and-wales.ts';
import { CALENDAR_IDS, loadCalendar, type CalendarId } from './load.ts';
import { northernIreland } from './northern-ireland.ts';
import { scotland } from './scotland.ts';

const BUNDLED: readonly CalendarData[] = [englandAndWales, scotland, northernIreland];

describe.each(BUNDLED)('the bundled calendar of $title', (data) => {
  it('compiles, is in order, names every day and none twice', () => {
    const dates = data.days.map((day) => day.date);
    expect(compileCalendar(data).covers).toEqual({ from: '2012-01-01', to: '2028-12-31' });
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(data.days.filter((day) => !day.title)).toEqual([]);
    expect(dates.filter((date) => isoWeekday(date) > 5)).toEqual([]);
  });

  it('has Good Friday two days before Easter in every year', () => {
    for (let year = 2012; year <= 2028; year++) {
      const goodFriday = data.days.find((day) => day.title === 'Good Friday' && day.date.startsWith(`${year}`));
      expect(goodFriday?.date).toBe(addCalendarDays(easter(year), -2));
    }
  });
});

it.each<[CalendarData, number, string]>([
  [englandAndWales, 140, 'f9b6eaf8682ffd14'],
  [scotland, 158, '16592fc6e27bd702'],
  [northernIreland, 174, '84ba9d4401fde82c'],
])('holds the facts as published', (data, count, fingerprint) => {
  const facts = data.days.map(({ date, title, substitute = false }) => `${date} ${title} ${substitute}\n`);
  expect(facts).toHaveLength(count);
  expect(createHash('sha256').update(facts.join('')).digest('hex').slice(0, 16)).toBe(fingerprint);
});

it.each<[CalendarData, string, string | undefined, boolean?]>([
  [englandAndWales, '2026-12-28', 'Boxing Day', true],
  [englandAndWales, '2026-04-06', 'Easter Monday'],
  [englandAndWales, '2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
  [englandAndWales, '2020-05-08', 'Early May bank holiday (VE day)'],
  [englandAndWales, '2026-06-15', undefined],
  [scotland, '2026-06-15', 'World Cup bank holiday'],
  [scotland, '2012-06-05', 'Queen’s Diamond Jubilee'],
  [englandAndWales, '2012-06-05', 'Queen’s Diamond Jubilee'],
  [scotland, '2026-01-02', '2nd January'],
  [scotland, '2026-04-06', undefined],
  [northernIreland, '2026-07-13', 'Battle of the Boyne (Orangemen’s Day)', true],
  [northernIreland, '2026-03-17', 'St Patrick’s Day'],
])('in $title', (data, date, title, substitute) => {
  const day = data.days.find((day) => day.date === date);
  expect([day?.title, day?.substitute]).toEqual([title, substitute]);
});

describe('loadCalendar', () => {
  it.each(CALENDAR_IDS)('gives %s, compiled once', async (id) => {
    const calendar = await loadCalendar(id);
    expect(calendar.id).toBe(id);
    expect(calendar.data).toEqual(BUNDLED.find((data) => data.id === id));
    expect(await loadCalendar(id)).toBe(calendar);
  });

  it.each(['wales', 'constructor', ''])('refuses %j', async (id) => {
    await expect(loadCalendar(id as CalendarId)).rejects.toThrow(InvalidCalendarError);
    await expect(loadCalendar(id as CalendarId)).rejects.toThrow(/england-and-wales, scotland, northern-ireland/);
  });
});

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876. */
function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const sun = century - Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + sun - moon + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const sum = epact + sunday - 7 * late + 114;
  return addCalendarDays(`${year}-0${Math.floor(sum / 31)}-01`, sum % 31);
}
