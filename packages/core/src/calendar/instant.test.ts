import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, InvalidInstantError, parseInstant } from './instant.ts';

describe('parseInstant', () => {
  it.each([
    ['1970-01-01T00:00Z', 0],
    ['2026-11-20T16:00:00Z', Date.UTC(2026, 10, 20, 16)],
    ['2026-07-01T09:30+01:00', Date.UTC(2026, 6, 1, 8, 30)],
    ['2026-07-01T00:30:00.5+05:45', Date.UTC(2026, 5, 30, 18, 45, 0, 500)],
    ['2026-12-31T23:59:59.999-10:00', Date.UTC(2027, 0, 1, 9, 59, 59, 999)],
    ['2026-11-20T16:00:00.123987Z', Date.UTC(2026, 10, 20, 16, 0, 0, 123)],
    ['2026-11-20T16:00:00.07Z', Date.UTC(2026, 10, 20, 16, 0, 0, 70)],
    ['1969-12-31T23:59:59.999Z', -1],
    ['0033-04-03T15:00Z', -61_117_750_800_000],
  ])('%s is %i ms', (text, ms) => {
    expect(parseInstant(text)).toBe(ms);
  });

  it.each([
    '2026-02-30T10:00Z',
    '2026-11-20T24:00Z',
    '2026-11-20T25:00Z',
    '2026-11-20T10:60Z',
    '2026-11-20T10:00:60Z',
    '2026-11-20T10:00+24:00',
    '2026-11-20T10:00+01:60',
    '2026-11-20T10:00+0100',
    '2026-11-20T10:00',
    '2026-11-20',
    '2026-11-20 10:00Z',
    '2026-11-20t10:00z',
    '2026-11-20T10Z',
    '2026-11-20T10:00:00,5Z',
    '2026-11-20T10:00:00.Z',
    '2026-11-20T10:00Z ',
    'Fri, 20 Nov 2026 10:00:00 GMT',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(InvalidInstantError);
  });

  it('refuses what is not text', () => {
    expect(() => parseInstant(0 as never)).toThrow(InvalidInstantError);
  });
});

describe('formatInstant', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [Date.UTC(2026, 10, 20, 16, 5, 9, 70), '2026-11-20T16:05:09.070Z'],
  ])('%i ms is %s', (ms, text) => {
    expect(formatInstant(ms)).toBe(text);
  });

  it.each([NaN, Infinity, 0.5, 1e15, -1e15])('refuses %d', (ms) => {
    expect(() => formatInstant(ms)).toThrow(InvalidInstantError);
  });

  it('is undone by parseInstant, and agrees with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        const text = formatInstant(ms);
        expect(parseInstant(text)).toBe(ms);
        expect(new Date(ms).toISOString().replace('.000Z', 'Z')).toBe(text);
      }),
    );
  });
});
