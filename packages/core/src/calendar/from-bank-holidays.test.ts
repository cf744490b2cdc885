import { describe, expect, it } from 'vitest';
import { compileCalendar, InvalidCalendarError } from './calendar.ts';
import { InvalidDateError } from './civil-date.ts';
import { dueDate } from './due.ts';
import { fromBankHolidays, type BankHolidayFile } from './from-bank-holidays.ts';
import { addWorkingDays } from './working-days.ts';

const summer = { date: '2022-08-29', title: 'Summer bank holiday', substitute: false };
const funeral = { date: '2022-09-19', title: 'Bank Holiday for the State Funeral of Queen Elizabeth II' };
const christmas = { date: '2021-12-27', title: 'Christmas Day', substitute: true };
const file: BankHolidayFile = {
  published: '2022-01-24',
  divisions: { 'england-and-wales': [summer, christmas], scotland: [] },
};

describe('fromBankHolidays', () => {
  it('is known for the whole of the listed years', () => {
    expect(fromBankHolidays({ file, division: 'england-and-wales' })).toEqual({
      id: 'england-and-wales',
      title: 'england-and-wales',
      published: '2022-01-24',
      covers: { from: '2021-01-01', to: '2022-12-31' },
      weekend: [6, 7],
      days: [
        { date: '2022-08-29', title: 'Summer bank holiday' },
        { date: '2021-12-27', title: 'Christmas Day', substitute: true },
      ],
    });
  });

  it('reads the file as it is published, by division, with substitute days', () => {
    const published = {
      scotland: {
        division: 'scotland',
        events: [
          { title: 'World Cup bank holiday', date: '2026-06-15', notes: '', bunting: true },
          { title: 'Boxing Day', date: '2026-12-28', notes: 'Substitute day', bunting: true },
        ],
      },
    };
    const calendar = fromBankHolidays({ file: published, division: 'scotland' });
    expect(calendar).toEqual({
      id: 'scotland',
      title: 'scotland',
      covers: { from: '2026-01-01', to: '2026-12-31' },
      weekend: [6, 7],
      days: [
        { date: '2026-06-15', title: 'World Cup bank holiday' },
        { date: '2026-12-28', title: 'Boxing Day', substitute: true },
      ],
    });
    expect(addWorkingDays(compileCalendar(calendar), '2026-06-12', 1)).toBe('2026-06-16');
    const dated = fromBankHolidays({ file: published, division: 'scotland', published: '2026-02-25' });
    expect(dated.published).toBe('2026-02-25');
    expect(() => fromBankHolidays({ file: published, division: 'wales' })).toThrow(/Allowed: scotland/);
  });

  it('takes coverage from the file, and from the caller before it', () => {
    const covers = { from: '2020-01-01', to: '2023-12-31' };
    const nearer = { from: '2022-01-01', to: '2022-12-31' };
    const division = 'england-and-wales';
    expect(fromBankHolidays({ file: { ...file, covers }, division }).covers).toEqual(covers);
    expect(fromBankHolidays({ file: { ...file, covers }, division, covers: nearer }).covers).toEqual(nearer);
  });

  it.each(['wales', 'scotland', 'constructor'])('refuses the division %s, which has no days here', (division) => {
    expect(() => fromBankHolidays({ file, division })).toThrow(InvalidCalendarError);
    expect(() => fromBankHolidays({ file, division })).toThrow(/Allowed: england-and-wales/);
  });

  it('refuses a day that does not exist', () => {
    const wrong = { ...file, divisions: { wales: [{ date: '2022-02-30', title: 'None' }] } };
    expect(() => fromBankHolidays({ file: wrong, division: 'wales' })).toThrow(InvalidDateError);
  });

  it('moves a date by a holiday added at short notice, and only in the newer calendar', () => {
    const division = 'england-and-wales';
    const older = compileCalendar(fromBankHolidays({ file, division }));
    const newer = compileCalendar(
      fromBankHolidays({ file: { published: '2022-12-29', divisions: { [division]: [summer, funeral] } }, division }),
    );
    expect(addWorkingDays(older, '2022-09-14', 5)).toBe('2022-09-21');
    expect(addWorkingDays(newer, '2022-09-14', 5)).toBe('2022-09-22');
    const due = (calendar: typeof older) =>
      dueDate('2022-09-14T09:00+01:00', { amount: 5, unit: 'working-days' }, { calendar, timeZone: 'Europe/London' });
    expect([due(older).due, due(newer).due]).toEqual(['2022-09-21', '2022-09-22']);
  });
});
