import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWales } from './bank-holidays/england-and-wales.ts';
import { compileCalendar } from './calendar.ts';
import { InvalidDurationError, parseDuration, UNITS, type Duration, type Unit } from './duration.ts';
import { dueDate, explainDue, LANDINGS, OFF_DAY_STARTS, START_DAYS, type Counting } from './due.ts';
import { formatInstant, InvalidInstantError } from './instant.ts';
import { UnknownTimeZoneError } from './time-zone.ts';

const calendar = compileCalendar(englandAndWales);
const context = { calendar, timeZone: 'Europe/London' };

describe('dueDate', () => {
  it.each<[string, string, string | null]>([
    ['2026-11-20T10:00Z', '5 working days', '2026-11-27'],
    ['2026-11-21T10:00Z', '5 working days', '2026-11-27'],
    ['2026-12-22T10:00Z', '5 working days', '2026-12-31'],
    ['2026-04-02T10:00Z', '2 working days', '2026-04-08'],
    ['2026-11-20T10:00Z', '0 working days', '2026-11-20'],
    // 1 July in London, a Wednesday.
    ['2026-06-30T23:30Z', '5 working days', '2026-07-08'],
    ['2026-06-30T22:30Z', '5 working days', '2026-07-07'],
    ['2026-11-20T10:00Z', '28 days', '2026-12-18'],
    ['2026-11-20T10:00Z', '1 week', '2026-11-27'],
    ['2026-12-18T10:00Z', '1 week', '2026-12-25'],
    ['2026-01-31T10:00Z', '1 month', '2026-02-28'],
    ['2026-11-20T10:00Z', 'same working day', '2026-11-20'],
    ['2026-11-21T10:00Z', 'same working day', '2026-11-23'],
    ['2026-11-20T10:00Z', 'next working day', '2026-11-23'],
    ['2026-11-21T10:00Z', 'next working day', '2026-11-23'],
    ['2028-12-28T10:00Z', '1 working day', '2028-12-29'],
    ['2028-12-29T10:00Z', '1 working day', null],
    ['2028-12-29T10:00Z', 'next working day', null],
    ['2028-12-30T10:00Z', 'same working day', null],
    ['2029-01-02T10:00Z', '1 working day', null],
    // These ask nothing of the calendar.
    ['2028-12-29T10:00Z', '28 days', '2029-01-26'],
  ])('from %s, %s: %s', (start, within, due) => {
    expect(dueDate(start, parseDuration(within), context)).toMatchObject({ due, dueAt: null, unknown: due === null });
  });

  it.each<[string, number, string, string]>([
    ['2026-11-20T16:00Z', 48, '2026-11-22', '2026-11-22T16:00:00Z'],
    ['2026-11-20T16:00+01:00', 4, '2026-11-20', '2026-11-20T19:00:00Z'],
    ['2026-06-30T12:00Z', 11, '2026-07-01', '2026-06-30T23:00:00Z'],
    // Elapsed hours: the night of 24 October is an hour longer.
    ['2026-10-24T22:00Z', 24, '2026-10-25', '2026-10-25T22:00:00Z'],
    ['2030-01-01T00:00Z', 24, '2030-01-02', '2030-01-02T00:00:00Z'],
  ])('from %s, %i hours: on %s at %s', (start, amount, due, dueAt) => {
    expect(dueDate(start, { amount, unit: 'hours' }, context)).toMatchObject({ due, dueAt, unknown: false });
  });

  it('counts by what the policy says its number means', () => {
    const duration: Duration = { amount: 48, unit: 'hours', countedAs: { amount: 2, unit: 'working-days' } };
    expect(dueDate('2026-11-20T10:00Z', duration, context)).toEqual({
      start: '2026-11-20',
      due: '2026-11-24',
      dueAt: null,
      unknown: false,
    });
  });

  it.each<[string, string, Counting, string]>([
    ['2026-11-20T10:00Z', '5 working days', { startDay: 'day-1' }, '2026-11-26'],
    ['2026-11-21T10:00Z', '5 working days', { startDay: 'day-1' }, '2026-11-27'],
    ['2026-11-20T10:00Z', '1 working day', { startDay: 'day-1' }, '2026-11-20'],
    ['2026-11-20T10:00Z', '0 working days', { startDay: 'day-1' }, '2026-11-20'],
    ['2026-11-21T10:00Z', '5 working days', { offDayStart: 'next-working-day' }, '2026-11-30'],
    ['2026-11-20T10:00Z', '5 working days', { offDayStart: 'next-working-day' }, '2026-11-27'],
    ['2026-11-21T10:00Z', '5 working days', { startDay: 'day-1', offDayStart: 'next-working-day' }, '2026-11-27'],
    ['2026-11-21T10:00Z', 'next working day', { offDayStart: 'next-working-day' }, '2026-11-24'],
    ['2026-11-21T10:00Z', 'same working day', { offDayStart: 'next-working-day' }, '2026-11-23'],
    ['2026-11-20T10:00Z', '7 days', { startDay: 'day-1' }, '2026-11-26'],
    ['2026-11-20T10:00Z', '1 week', { startDay: 'day-1' }, '2026-11-26'],
    ['2026-11-20T10:00Z', '1 month', { startDay: 'day-1' }, '2026-12-19'],
    ['2026-11-21T10:00Z', '7 days', { offDayStart: 'next-working-day' }, '2026-11-30'],
    ['2026-11-20T10:00Z', '1 day', { lands: 'as-is' }, '2026-11-21'],
    ['2026-11-20T10:00Z', '1 day', { lands: 'next-working-day' }, '2026-11-23'],
    ['2026-11-20T10:00Z', '1 day', { lands: 'previous-working-day' }, '2026-11-20'],
    ['2026-11-20T10:00Z', '5 days', { lands: 'next-working-day' }, '2026-11-25'],
    ['2026-11-20T10:00Z', '5 days', { lands: 'previous-working-day' }, '2026-11-25'],
    // Not before the start, which was a Saturday.
    ['2026-11-21T10:00Z', '1 day', { lands: 'previous-working-day' }, '2026-11-21'],
    ['2026-12-18T10:00Z', '1 week', { lands: 'next-working-day' }, '2026-12-29'],
  ])('from %s, %s under %j: %s', (start, within, counting, due) => {
    expect(dueDate(start, parseDuration(within), { ...context, counting }).due).toBe(due);
  });

  it('starts hours with the next working day where a policy says so', () => {
    const counting: Counting = { offDayStart: 'next-working-day' };
    const hours = (start: string) => dueDate(start, parseDuration('24 hours'), { ...context, counting });
    expect(hours('2026-06-27T10:00Z')).toMatchObject({ start: '2026-06-27', dueAt: '2026-06-29T23:00:00Z' });
    expect(hours('2026-06-26T10:00Z').dueAt).toBe('2026-06-27T10:00:00Z');
  });

  it.each<[string, string, Counting]>([
    ['2029-01-01T10:00Z', '7 days', { offDayStart: 'next-working-day' }],
    ['2028-12-29T10:00Z', '7 days', { lands: 'next-working-day' }],
    ['2028-12-29T10:00Z', '7 days', { lands: 'previous-working-day' }],
  ])('does not know from %s, %s under %j', (start, within, counting) => {
    expect(dueDate(start, parseDuration(within), { ...context, counting })).toMatchObject({ due: null, unknown: true });
  });

  it('refuses what is no duration, instant or zone', () => {
    const start = '2026-11-20T10:00Z';
    const refused = (duration: object) => expect(() => dueDate(start, duration as Duration, context));
    refused({ amount: -1, unit: 'weeks' }).toThrow(InvalidDurationError);
    refused({ amount: 10_001, unit: 'weeks' }).toThrow(InvalidDurationError);
    refused({ amount: 1.5, unit: 'hours' }).toThrow(InvalidDurationError);
    refused({ amount: 1, unit: 'fortnights' }).toThrow(/'fortnights' is not a unit\. Allowed: hours, working-days/);
    expect(() => dueDate('today', parseDuration('1 day'), context)).toThrow(InvalidInstantError);
    expect(() => dueDate(start, parseDuration('1 day'), { calendar, timeZone: 'Mars' })).toThrow(UnknownTimeZoneError);
  });

  it('is never before the start, under any counting', () => {
    const counting = fc.record({
      startDay: fc.constantFrom(...START_DAYS),
      offDayStart: fc.constantFrom(...OFF_DAY_STARTS),
      lands: fc.constantFrom(...LANDINGS),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2013, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.constantFrom(...UNITS),
        fc.nat(12),
        counting,
        (ms, unit, amount, counting) => {
          const { start, due, dueAt } = dueDate(ms, { amount, unit }, { ...context, counting });
          expect(due! >= start).toBe(true);
          expect(dueAt === null).toBe(unit !== 'hours');
          expect(dueDate(formatInstant(ms), { amount, unit }, { ...context, counting })).toEqual({
            start,
            due,
            dueAt,
            unknown: false,
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('explainDue', () => {
  it('lists the days passed over and why', () => {
    expect(explainDue('2026-12-22T10:00Z', parseDuration('5 working days'), context)).toEqual({
      start: '2026-12-22',
      due: '2026-12-31',
      dueAt: null,
      unknown: false,
      skipped: [
        { date: '2026-12-25', why: 'bank-holiday', title: 'Christmas Day' },
        { date: '2026-12-26', why: 'weekend' },
        { date: '2026-12-27', why: 'weekend' },
        { date: '2026-12-28', why: 'bank-holiday', title: 'Boxing Day', substitute: true },
      ],
    });
  });

  it.each<[Unit, number]>([
    ['hours', 0],
    ['calendar-days', 0],
    ['weeks', 0],
    ['months', 0],
    ['working-days', 2],
    ['next-working-day', 2],
    ['same-working-day', 0],
  ])('for %s lists %i', (unit, count) => {
    expect(explainDue('2026-11-20T10:00Z', { amount: 1, unit }, context).skipped).toHaveLength(count);
  });

  it('lists nothing where the date is unknown', () => {
    expect(explainDue('2028-12-29T10:00Z', parseDuration('1 working day'), context)).toMatchObject({
      due: null,
      skipped: [],
    });
  });

  const skippedOn = (start: string, text: string, counting: Counting) =>
    explainDue(start, parseDuration(text), { ...context, counting }).skipped.map(({ date }) => date);

  it('lists the days off on which it would have ended, where it then goes on', () => {
    // 25 December is a Friday, and 28 December stands in for Boxing Day.
    const end = ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'];
    expect(skippedOn('2026-12-18T10:00Z', '7 days', { lands: 'next-working-day' })).toEqual(end);
    expect(skippedOn('2026-12-18T10:00Z', '8 days', { lands: 'previous-working-day' })).toEqual(end.slice(0, 2));
    expect(skippedOn('2026-12-18T10:00Z', '7 days', {})).toEqual([]);
    expect(skippedOn('2026-12-17T10:00Z', '7 days', { lands: 'next-working-day' })).toEqual([]);
  });

  it('lists the days off at the start, where it is put off', () => {
    const putOff = { offDayStart: 'next-working-day' } as const;
    const weekend = ['2026-11-21', '2026-11-22'];
    expect(skippedOn('2026-11-21T10:00Z', '2 working days', putOff)).toEqual(weekend);
    expect(skippedOn('2026-11-21T10:00Z', '24 hours', putOff)).toEqual(weekend);
    expect(skippedOn('2026-11-21T10:00Z', '3 days', putOff)).toEqual(weekend);
    expect(skippedOn('2026-11-23T10:00Z', '24 hours', putOff)).toEqual([]);
  });

  it('lists the start itself where it would have been the first day and is none', () => {
    const weekend = ['2026-11-21', '2026-11-22'];
    expect(skippedOn('2026-11-21T10:00Z', 'same working day', {})).toEqual(weekend);
    expect(skippedOn('2026-11-21T10:00Z', '2 working days', { startDay: 'day-1' })).toEqual(weekend);
    expect(skippedOn('2026-11-21T10:00Z', '2 working days', {})).toEqual(['2026-11-22']);
  });
});
