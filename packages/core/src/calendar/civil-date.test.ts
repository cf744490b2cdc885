import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  addMonths,
  fromEpochDay,
  InvalidDateError,
  isoWeekday,
  parseCivilDate,
  toEpochDay,
} from './civil-date.ts';

const DAY = 86_400_000;
const epochDay = fc.integer({ min: -719_528, max: 2_932_896 });

describe('parseCivilDate', () => {
  it.each(['2026-11-20', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('takes %s', (date) => {
    expect(parseCivilDate(date)).toBe(date);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026/01-01',
    '2026-01/01',
    '2026-01/01',
    '+026-01-01',
    '2026-01-1 ',
    '20260101',
    '2026-01-01T00:00Z',
    ' 2026-01-01',
    '',
    20260101,
    null,
    undefined,
    ['2026-01-01'],
  ])('refuses %j', (value) => {
    expect(() => parseCivilDate(value)).toThrow(InvalidDateError);
  });

  it('says what was found and what is allowed', () => {
    expect(() => parseCivilDate('2026-02-30')).toThrow(/'2026-02-30' is not a date\. Allowed: .*YYYY-MM-DD/);
    try {
      parseCivilDate('soon');
    } catch (error) {
      expect(error).toMatchObject({ name: 'InvalidDateError', found: 'soon', path: '' });
    }
  });
});

describe('epoch days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['0000-01-01', -719_528],
    ['9999-12-31', 2_932_896],
  ])('%s is %i', (date, day) => {
    expect(toEpochDay(date)).toBe(day);
    expect(fromEpochDay(day)).toBe(date);
  });

  it('agree with the ISO text of the platform over ten thousand years', () => {
    fc.assert(
      fc.property(epochDay, (day) => {
        const date = new Date(day * DAY).toISOString().slice(0, 10);
        expect(fromEpochDay(day)).toBe(date);
        expect(toEpochDay(date)).toBe(day);
      }),
    );
  });

  it.each([2_932_897, -719_529, 0.5, NaN, Infinity])('refuses %d', (day) => {
    expect(() => fromEpochDay(day)).toThrow(InvalidDateError);
  });
});

describe('isoWeekday', () => {
  it.each([
    ['2026-11-20', 5],
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1969-12-31', 3],
    ['0000-01-01', 6],
  ])('%s is %i', (date, weekday) => {
    expect(isoWeekday(date)).toBe(weekday);
  });

  it('agrees with the platform', () => {
    fc.assert(
      fc.property(epochDay, (day) => {
        expect(isoWeekday(fromEpochDay(day))).toBe(new Date(day * DAY).getUTCDay() || 7);
      }),
    );
  });
});

describe('addCalendarDays', () => {
  it.each([
    ['2026-12-30', 3, '2027-01-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-01', 0, '2026-03-01'],
  ])('%s + %i is %s', (date, days, result) => {
    expect(addCalendarDays(date, days)).toBe(result);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s + %i is %s', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result);
  });

  it.each([
    ['2026-02-30', 1],
    ['9999-12-01', 1],
  ])('refuses %s + %d', (date, months) => {
    expect(() => addMonths(date, months)).toThrow(InvalidDateError);
  });

  it('refuses half a month', () => {
    expect(() => addMonths('2026-01-01', 0.5)).toThrow(/whole number/);
  });
});
