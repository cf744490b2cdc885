import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWales } from './bank-holidays/england-and-wales.ts';
import { northernIreland } from './bank-holidays/northern-ireland.ts';
import { scotland } from './bank-holidays/scotland.ts';
import { compileCalendar } from './calendar.ts';
import { fromEpochDay, isoWeekday, toEpochDay } from './civil-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  nonWorkingDays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const england = compileCalendar(englandAndWales);
const calendars = {
  england,
  scotland: compileCalendar(scotland),
  'northern ireland': compileCalendar(northernIreland),
};

describe('addWorkingDays', () => {
  it.each<[keyof typeof calendars, string, number, string | null]>([
    ['england', '2026-11-20', 5, '2026-11-27'],
    ['england', '2026-11-20', 1, '2026-11-23'],
    ['england', '2026-11-20', 0, '2026-11-20'],
    // A weekend's day is day 0 like any other.
    ['england', '2026-11-21', 0, '2026-11-21'],
    ['england', '2026-11-21', 1, '2026-11-23'],
    ['england', '2026-11-22', 5, '2026-11-27'],
    // Christmas 2026: the 25th, a weekend, and Boxing Day on Monday the 28th.
    ['england', '2026-12-23', 1, '2026-12-24'],
    ['england', '2026-12-24', 1, '2026-12-29'],
    ['england', '2026-12-25', 1, '2026-12-29'],
    ['england', '2026-12-22', 5, '2026-12-31'],
    ['england', '2026-12-31', 1, '2027-01-04'],
    ['scotland', '2026-12-31', 1, '2027-01-05'],
    // Easter 2026: 3 to 6 April; Easter Monday is worked in Scotland.
    ['england', '2026-04-02', 1, '2026-04-07'],
    ['scotland', '2026-04-02', 1, '2026-04-06'],
    ['scotland', '2026-06-12', 1, '2026-06-16'],
    ['england', '2026-06-12', 1, '2026-06-15'],
    ['northern ireland', '2026-07-10', 1, '2026-07-14'],
    ['england', '2022-09-14', 5, '2022-09-22'],
    ['england', '2026-11-23', -1, '2026-11-20'],
    ['england', '2026-11-22', -1, '2026-11-20'],
    ['england', '2026-12-29', -1, '2026-12-24'],
    ['england', '2026-11-27', -5, '2026-11-20'],
    // The coverage ends: Friday 29 December 2028 is the last working day that is known.
    ['england', '2028-12-28', 1, '2028-12-29'],
    ['england', '2028-12-29', 1, null],
    ['england', '2028-12-31', 0, '2028-12-31'],
    ['england', '2029-01-01', 0, null],
    ['england', '2029-01-02', -1, null],
    ['england', '2012-01-03', -1, null],
    ['england', '2011-12-31', 1, null],
  ])('in %s, %s + %i is %s', (where, date, days, result) => {
    expect(addWorkingDays(calendars[where], date, days)).toBe(result);
  });

  it('refuses half a day', () => {
    expect(() => addWorkingDays(england, '2026-11-20', 0.5)).toThrow(/whole number/);
  });
});

describe('workingDaysBetween', () => {
  it.each<[string, string, number | null]>([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-21', '2026-11-27', 5],
    ['2026-12-24', '2026-12-29', 1],
    ['2026-11-27', '2026-11-20', -5],
    ['2026-11-22', '2026-11-20', -1],
    ['2028-12-28', '2028-12-31', 1],
    ['2028-12-28', '2029-01-01', null],
    ['2011-12-31', '2012-01-05', null],
  ])('from %s to %s is %s', (from, to, days) => {
    expect(workingDaysBetween(england, from, to)).toBe(days);
  });
});

describe('single days', () => {
  it.each<[string, boolean | null, string | null, string | null]>([
    ['2026-11-20', true, '2026-11-20', '2026-11-23'],
    ['2026-11-21', false, '2026-11-23', '2026-11-23'],
    ['2026-12-28', false, '2026-12-29', '2026-12-29'],
    ['2022-09-19', false, '2022-09-20', '2022-09-20'],
    ['2028-12-30', false, null, null],
    ['2029-01-01', null, null, null],
  ])('%s: worked %s, itself or next %s, next %s', (date, worked, from, next) => {
    expect(isWorkingDay(england, date)).toBe(worked);
    expect(workingDayFrom(england, date)).toBe(from);
    expect(nextWorkingDay(england, date)).toBe(next);
  });
});

describe('nonWorkingDays', () => {
  it('names each day passed over', () => {
    expect(nonWorkingDays(england, '2026-12-24', '2026-12-29')).toEqual([
      { date: '2026-12-25', why: 'bank-holiday', title: 'Christmas Day' },
      { date: '2026-12-26', why: 'weekend' },
      { date: '2026-12-27', why: 'weekend' },
      { date: '2026-12-28', why: 'bank-holiday', title: 'Boxing Day', substitute: true },
    ]);
  });

  it('leaves out the first day and holds the last', () => {
    expect(nonWorkingDays(england, '2026-11-21', '2026-11-22')).toEqual([{ date: '2026-11-22', why: 'weekend' }]);
    expect(nonWorkingDays(england, '2026-11-22', '2026-11-21')).toEqual([]);
  });

  it('says nothing of days outside its coverage', () => {
    expect(nonWorkingDays(england, '2028-12-29', '2029-12-31').map((day) => day.date)).toEqual([
      '2028-12-30',
      '2028-12-31',
    ]);
    expect(nonWorkingDays(england, '2011-01-01', '2012-01-02').map((day) => day.date)).toEqual([
      '2012-01-01',
      '2012-01-02',
    ]);
  });
});

describe('laws of counting', () => {
  const day = fc.integer({ min: toEpochDay('2013-01-01'), max: toEpochDay('2027-12-31') });
  // By name: a counterexample should not print the tables.
  const where = fc.constantFrom(...(Object.keys(calendars) as (keyof typeof calendars)[]));
  const days = fc.integer({ min: -200, max: 200 });

  it('agree with going day by day', () => {
    fc.assert(
      fc.property(where, day, days, (where, start, n) => {
        const calendar = calendars[where];
        const holidays = new Set(calendar.data.days.map(({ date }) => date));
        const worked = (at: number) => isoWeekday(fromEpochDay(at)) < 6 && !holidays.has(fromEpochDay(at));
        const step = Math.sign(n);
        let at = start;
        for (let left = Math.abs(n); left > 0;) if (worked((at += step))) left--;
        expect(addWorkingDays(calendar, fromEpochDay(start), n)).toBe(fromEpochDay(at));
        expect(workingDaysBetween(calendar, fromEpochDay(start), fromEpochDay(at))).toBe(n);
      }),
      { numRuns: 500 },
    );
  });

  it('adding undoes counting wherever the count ends on a working day', () => {
    fc.assert(
      fc.property(where, day, day, (where, a, b) => {
        const calendar = calendars[where];
        const [from, to] = [fromEpochDay(a), workingDayFrom(calendar, fromEpochDay(b))!];
        const n = workingDaysBetween(calendar, from, to)!;
        if (from !== to) expect(addWorkingDays(calendar, from, n)).toBe(to);
        else expect(n).toBe(0);
      }),
    );
  });

  it('days passed over and days counted make up all the days', () => {
    fc.assert(
      fc.property(where, day, fc.nat(360), (where, a, length) => {
        const calendar = calendars[where];
        const [from, to] = [fromEpochDay(a), fromEpochDay(a + length)];
        const skipped = nonWorkingDays(calendar, from, to);
        expect(skipped.length + workingDaysBetween(calendar, from, to)!).toBe(length);
        for (const { date } of skipped) expect(isWorkingDay(calendar, date)).toBe(false);
      }),
    );
  });
});
