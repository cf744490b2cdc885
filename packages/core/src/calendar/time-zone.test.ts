import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, fromEpochDay } from './civil-date.ts';
import { formatInstant, InvalidInstantError, parseInstant } from './instant.ts';
import { civilDateAt, clockTimeAt, endOfDay, instantAt, startOfDay, UnknownTimeZoneError } from './time-zone.ts';

const LONDON = 'Europe/London';

describe('civilDateAt', () => {
  it.each([
    ['2026-06-30T22:59:59Z', LONDON, '2026-06-30'],
    ['2026-06-30T23:00Z', LONDON, '2026-07-01'],
    ['2026-06-30T23:30Z', LONDON, '2026-07-01'],
    ['2026-12-31T23:59:59Z', LONDON, '2026-12-31'],
    // Clocks go forward at 01:00 UTC on 29 March and back on 25 October.
    ['2026-03-28T23:30Z', LONDON, '2026-03-28'],
    ['2026-03-29T22:59Z', LONDON, '2026-03-29'],
    ['2026-03-29T23:00Z', LONDON, '2026-03-30'],
    ['2026-10-24T23:00Z', LONDON, '2026-10-25'],
    ['2026-10-25T23:30Z', LONDON, '2026-10-25'],
    ['2026-07-01T00:30+01:00', LONDON, '2026-07-01'],
    ['2026-11-20T10:00Z', 'UTC', '2026-11-20'],
    ['2026-11-20T10:00Z', 'Pacific/Kiritimati', '2026-11-21'],
    ['2026-11-20T18:20Z', 'Asia/Kathmandu', '2026-11-21'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(civilDateAt(instant, zone)).toBe(date);
    expect(civilDateAt(parseInstant(instant), zone)).toBe(date);
  });

  it('agrees with Intl.DateTimeFormat, whatever was asked before', () => {
    const zones = [LONDON, 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu'];
    const formats = new Map(zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat('en-CA', { timeZone })]));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (zone, ms) => {
          expect(civilDateAt(ms, zone)).toBe(formats.get(zone)!.format(ms));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['Europe/Londno', '', 'constructor', '__proto__', undefined])('refuses the zone %j', (zone) => {
    expect(() => civilDateAt('2026-11-20T10:00Z', zone as string)).toThrow(UnknownTimeZoneError);
  });

  it.each([NaN, Infinity, 1e15])('refuses %d ms', (ms) => {
    expect(() => civilDateAt(ms, LONDON)).toThrow(InvalidInstantError);
  });
});

describe('clockTimeAt', () => {
  it.each([
    ['2026-11-20T16:05:59Z', LONDON, '16:05'],
    ['2026-07-01T16:05Z', LONDON, '17:05'],
    ['2026-06-30T23:00Z', LONDON, '00:00'],
    // The hour that comes twice.
    ['2026-10-25T00:30Z', LONDON, '01:30'],
    ['2026-10-25T01:30Z', LONDON, '01:30'],
    ['2026-11-20T18:20Z', 'Asia/Kathmandu', '00:05'],
  ])('%s in %s is %s', (instant, zone, time) => {
    expect(clockTimeAt(instant, zone)).toBe(time);
    expect(clockTimeAt(parseInstant(instant), zone)).toBe(time);
  });
});

describe('startOfDay and endOfDay', () => {
  it.each([
    ['2026-11-20', LONDON, '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['2026-07-01', LONDON, '2026-06-30T23:00:00Z', '2026-07-01T23:00:00Z'],
    ['2026-03-29', LONDON, '2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z'],
    ['2026-10-25', LONDON, '2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'],
    // Midnight is skipped: the clocks go from 24:00 to 01:00.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
    // The day is skipped: 29 December was followed by the 31st.
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T10:00:00Z'],
  ])('%s in %s is from %s to %s', (date, zone, start, end) => {
    expect(formatInstant(startOfDay(date, zone))).toBe(start);
    expect(formatInstant(endOfDay(date, zone))).toBe(end);
  });

  it('bound the day', () => {
    const zones = fc.constantFrom(LONDON, 'Africa/Cairo', 'Australia/Lord_Howe', 'America/New_York');
    fc.assert(
      fc.property(zones, fc.integer({ min: 16_000, max: 22_000 }), (zone, day) => {
        const date = fromEpochDay(day);
        const end = endOfDay(date, zone);
        expect(civilDateAt(end - 1, zone)).toBe(date);
        expect(civilDateAt(end, zone)).toBe(addCalendarDays(date, 1));
        expect(startOfDay(addCalendarDays(date, 1), zone)).toBe(end);
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  ['2026-11-30', '09:30', LONDON, '2026-11-30T09:30:00Z'],
  ['2026-06-30', '00:15', LONDON, '2026-06-29T23:15:00Z'],
  ['2026-03-29', '00:30', LONDON, '2026-03-29T00:30:00Z'],
  ['2026-03-29', '14:05', LONDON, '2026-03-29T13:05:00Z'],
  ['2026-10-25', '14:05', LONDON, '2026-10-25T14:05:00Z'],
])('%s at %s in %s is %s', (date, time, zone, instant) => {
  expect(instantAt(date, time, zone)).toBe(instant);
});
