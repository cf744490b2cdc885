import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addWorkingDays,
  civilDateAt,
  compileCalendar,
  formatInstant,
  fromBankHolidays,
  InvalidValueError,
  isCivilDate,
  isInstant,
  loadCalendar,
  parseCivilDate,
  parseDuration,
  parseInstant,
  withDays,
  dueDate,
  type CalendarData,
} from './index.ts';

const DATA: CalendarData = {
  id: 'test',
  title: 'Test',
  published: '2026-01-01',
  covers: { from: '2026-11-01', to: '2026-11-30' },
  weekend: [6, 7],
  days: [],
};
const CALENDAR = compileCalendar(DATA);
const FILE = { published: '2026-01-01', divisions: { mercia: [{ date: '2026-01-01', title: 'A' }], wessex: [] } };
const due = (amount: number, unit: string) => () =>
  dueDate('2026-11-02T10:00Z', { amount, unit } as never, { calendar: CALENDAR, timeZone: 'Europe/London' });

describe('what is wrong is said by name, place, what was found and what is allowed', () => {
  it.each<[() => unknown, string, string]>([
    [
      () => parseCivilDate('2026-02-30'),
      'InvalidDateError',
      "'2026-02-30' is not a date. Allowed: a day that exists, written YYYY-MM-DD, years 0000 to 9999.",
    ],
    [
      () => parseInstant('now'),
      'InvalidInstantError',
      "'now' is not an instant. Allowed: YYYY-MM-DDThh:mm, seconds and their fraction if need be, and Z or an offset ±hh:mm.",
    ],
    [() => formatInstant(0.5), 'InvalidInstantError', '0.5 is not an instant. Allowed: '],
    [
      () => addMonths('2026-11-01', 0.5),
      'InvalidValueError',
      '0.5 is not a number of months. Allowed: a whole number.',
    ],
    [
      () => addWorkingDays(CALENDAR, '2026-11-02', 0.5),
      'InvalidValueError',
      '0.5 is not a number of days. Allowed: a whole number.',
    ],
    [
      () => parseDuration('soon'),
      'InvalidDurationError',
      "'soon' is not a duration. Allowed: a whole number up to 9999 of hours, working days, days, weeks or months, " +
        "such as '5 working days', or 'same working day' or 'next working day'.",
    ],
    [
      due(2, 'moons'),
      'InvalidDurationError',
      "unit: 'moons' is not a unit. Allowed: hours, working-days, calendar-days, weeks, months, same-working-day, next-working-day.",
    ],
    [
      due(10_001, 'hours'),
      'InvalidDurationError',
      'amount: 10001 is not an amount. Allowed: a whole number from 0 to 10,000.',
    ],
    [
      () => civilDateAt('2026-11-02T10:00Z', 'Mars'),
      'UnknownTimeZoneError',
      "'Mars' is not a time zone. Allowed: an IANA name that this runtime knows, such as 'Europe/London'.",
    ],
    [
      () => compileCalendar({ ...DATA, covers: { from: '2026-11-01', to: '2026-10-31' } }),
      'InvalidCalendarError',
      "covers.to: '2026-10-31' is not an end of coverage. Allowed: 2026-11-01 or later, within 400 years.",
    ],
    [
      () => compileCalendar({ ...DATA, weekend: [0] }),
      'InvalidCalendarError',
      'weekend[0]: 0 is not an ISO weekday. Allowed: 1 (Monday) to 7 (Sunday).',
    ],
    [
      () => compileCalendar({ ...DATA, covers: { from: '2026-11-01', to: 'later' } }),
      'InvalidDateError',
      "covers.to: 'later' is not a date. Allowed: ",
    ],
    [
      () => withDays(CALENDAR, [{ date: '2026-11-03', title: 'A', kind: 'feast' as never }]),
      'InvalidCalendarError',
      "days[0].kind: 'feast' is not a kind of day. Allowed: bank-holiday, ",
    ],
    [
      () => fromBankHolidays({ file: FILE, division: 'wessex' }),
      'InvalidCalendarError',
      "division: 'wessex' is not a division with days. Allowed: mercia, wessex.",
    ],
  ])('%o', (wrong, name, message) => {
    const error = thrownBy(wrong);
    expect(error).toBeInstanceOf(InvalidValueError);
    expect(error.name).toBe(name);
    if (message.endsWith(' ')) expect(error.message.slice(0, message.length)).toBe(message);
    else expect(error.message).toBe(message);
  });

  it('and of a calendar that is not bundled', async () => {
    await expect(loadCalendar('mercia' as never)).rejects.toThrow(
      "'mercia' is not the id of a bundled calendar. Allowed: england-and-wales, scotland, northern-ireland.",
    );
  });

  it.each([
    ['x'.repeat(60), `'${'x'.repeat(60)}' is`],
    ['x'.repeat(61), `'${'x'.repeat(60)}…' is`],
    [{}, 'an object is'],
    [[], 'an object is'],
    [null, 'null is'],
    [undefined, 'undefined is'],
    [7, '7 is'],
  ])('however %o reads', (value, start) => {
    const error = thrownBy(() => parseCivilDate(value));
    expect(error.message.startsWith(`${start} not a date.`)).toBe(true);
    expect(error.found).toBe(value);
  });
});

describe('isInstant and isCivilDate', () => {
  it.each([undefined, null, 0, {}, [], '', '2026-11-20', '2026-02-30T10:00:00Z', '2026-11-20T10:00:00', new Date(0)])(
    '%o is no instant',
    (value) => expect(isInstant(value)).toBe(false),
  );

  it.each([
    '2026-11-20T24:00:00Z',
    '2026-11-20T10:60:00Z',
    '2026-11-20T10:00:60Z',
    '2026-11-20T1a:00:00Z',
    '2026-11-20T10:/0:00Z',
    '2026-11-20T10:00::0Z',
    '2026-11-20 10:00:00Z',
    '2026-11-20T10.00:00Z',
    '2026-11-20T10:00.00Z',
    '2026-11-20T10:00:00z',
    '2026-11-20T10:00:00ZZ',
    'On 2026-11-20T10:00:00Z',
  ])('%s is none either', (text) => expect(isInstant(text)).toBe(false));

  it.each(['2026-11-20T10:00:00Z', '2026-11-20T23:59:59Z', '2026-11-20T10:00Z', '2026-11-20T10:00:00.5+05:45'])(
    '%s is one',
    (text) => expect(isInstant(text)).toBe(true),
  );

  it.each([
    undefined,
    null,
    20261120,
    '',
    '2026-11-20T',
    '2026-11-2',
    '2026/11/20',
    '2026-11/20',
    '0x26-11-20',
    '2026-00-20',
  ])('%o is no civil date', (value) => expect(isCivilDate(value)).toBe(false));
});

function thrownBy(wrong: () => unknown): InvalidValueError {
  try {
    wrong();
  } catch (error) {
    return error as InvalidValueError;
  }
  throw new Error('Nothing was thrown');
}
