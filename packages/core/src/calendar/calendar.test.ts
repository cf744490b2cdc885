import { describe, expect, it } from 'vitest';
import { compileCalendar, InvalidCalendarError, withDays, type CalendarData } from './calendar.ts';
import { InvalidDateError } from './civil-date.ts';
import { isWorkingDay, nonWorkingDays } from './working-days.ts';

const DATA: CalendarData = {
  id: 'test',
  title: 'Test',
  published: '2026-01-01',
  covers: { from: '2026-11-01', to: '2026-11-30' },
  weekend: [6, 7],
  days: [{ date: '2026-11-11', title: 'A holiday' }],
};

describe('compileCalendar', () => {
  it('keeps what it was compiled from', () => {
    const { id, title, published, covers, data } = compileCalendar(DATA);
    expect({ id, title, published, covers, data }).toEqual({
      id: 'test',
      title: 'Test',
      published: '2026-01-01',
      covers: DATA.covers,
      data: DATA,
    });
  });

  it.each<[Partial<CalendarData>, string]>([
    [{ covers: { from: '2026-11-01', to: '2026-10-31' } }, 'covers.to'],
    [{ covers: { from: '2026-11-01', to: '9026-11-01' } }, 'covers.to'],
    [{ covers: { from: '2026-11-31', to: '2026-12-31' } }, 'covers.from'],
    [{ published: 'lately' }, 'published'],
    [{ weekend: [6, 0] }, 'weekend[1]'],
    [{ weekend: [6, 8] }, 'weekend[1]'],
    [{ days: [DATA.days[0]!, { date: '2026-11-31', title: 'None' }] }, 'days[1].date'],
    [{ days: [{ date: '2026-11-30', title: 'None', kind: 'feast' as never }] }, 'days[0].kind'],
  ])('refuses %j at %s', (wrong, path) => {
    const compile = () => compileCalendar({ ...DATA, ...wrong });
    expect(compile).toThrow(/^\S+: .* is not .*Allowed: /);
    try {
      compile();
    } catch (error) {
      expect(error instanceof InvalidCalendarError || error instanceof InvalidDateError).toBe(true);
      expect(error).toMatchObject({ path });
    }
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'null is not a calendar. Allowed: an object {id, title, published, covers, weekend, days}.'],
    ['a text', 'england', "'england' is not a calendar. Allowed: an object"],
    ['no id', { ...DATA, id: '' }, "id: '' is not an id. Allowed: a text that is not empty."],
    ['no title', { ...DATA, title: undefined }, 'title: undefined is not a title. Allowed: a text that is not empty.'],
    ['no coverage', { ...DATA, covers: null }, 'covers: null is not a coverage. Allowed: {from, to}, two civil dates.'],
    [
      'no weekend',
      { ...DATA, weekend: 6 },
      'weekend: 6 is not a weekend. Allowed: a list of ISO weekdays, such as [6, 7].',
    ],
    [
      'no days',
      { ...DATA, days: {} },
      'days: an object is not a list of days. Allowed: a list of {date, title, kind?}.',
    ],
    [
      'a day that is none',
      { ...DATA, days: [null] },
      'days[0]: null is not a day with a title. Allowed: {date, title, kind?}.',
    ],
    [
      'a day with no title',
      { ...DATA, days: [...DATA.days, { date: '2026-11-12' }] },
      'days[1]: an object is not a day with',
    ],
  ])('says what is wrong with %s in its place', (_, data, said) => {
    expect(() => compileCalendar(data as CalendarData)).toThrow(InvalidCalendarError);
    expect(() => compileCalendar(data as CalendarData)).toThrow(said);
  });

  it('knows other weekends', () => {
    const calendar = compileCalendar({ ...DATA, weekend: [5] });
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map((date) => isWorkingDay(calendar, date))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each([
    ['a single day', '2026-11-02', '2026-11-02', true],
    ['400 years', '2026-11-01', '2426-11-01', true],
    ['400 years and a day', '2026-11-01', '2426-11-02', false],
  ])('%s is coverage enough, and no more: %s to %s', (_, from, to, isTaken) => {
    const compile = () => compileCalendar({ ...DATA, covers: { from, to } });
    if (!isTaken) expect(compile).toThrow(InvalidCalendarError);
    else expect(isWorkingDay(compile(), '2026-11-02')).toBe(true);
  });

  it('leaves Mondays off where a weekend has them', () => {
    const calendar = compileCalendar({ ...DATA, weekend: [1] });
    expect(isWorkingDay(calendar, '2026-11-02')).toBe(false);
    expect(isWorkingDay(calendar, '2026-11-01')).toBe(true);
  });

  it('leaves days outside its coverage without effect', () => {
    const calendar = compileCalendar(DATA, [{ date: '2027-01-01', title: 'Later', kind: 'closure' }]);
    expect(isWorkingDay(calendar, '2027-01-01')).toBeNull();
  });
});

describe('withDays', () => {
  const base = compileCalendar(DATA);
  const calendar = withDays(base, [
    { date: '2026-11-11', title: 'Second name', kind: 'closure' },
    { date: '2026-11-12', title: 'Training day', kind: 'closure' },
    { date: '2026-11-13', title: 'Founders’ day' },
    { date: '2026-11-14', title: 'On a Saturday' },
  ]);

  it('names days on which nobody works besides', () => {
    expect(nonWorkingDays(calendar, '2026-11-10', '2026-11-15')).toEqual([
      { date: '2026-11-11', why: 'bank-holiday', title: 'A holiday' },
      { date: '2026-11-12', why: 'closure', title: 'Training day' },
      { date: '2026-11-13', why: 'host', title: 'Founders’ day' },
      { date: '2026-11-14', why: 'weekend' },
      { date: '2026-11-15', why: 'weekend' },
    ]);
  });

  it('leaves the calendar it was given as it was', () => {
    expect(isWorkingDay(base, '2026-11-12')).toBe(true);
  });

  it('gives data from which the same calendar can be compiled again', () => {
    const again = compileCalendar(JSON.parse(JSON.stringify(calendar.data)) as CalendarData);
    expect(nonWorkingDays(again, '2026-11-01', '2026-11-30')).toEqual(
      nonWorkingDays(calendar, '2026-11-01', '2026-11-30'),
    );
  });
});
