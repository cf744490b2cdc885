import { describe, expect, it } from 'vitest';
import { InvalidDurationError, parseDuration, type Duration } from './duration.ts';

describe('parseDuration', () => {
  it.each<[string, Duration]>([
    ['5 working days', { amount: 5, unit: 'working-days' }],
    ['1 working day', { amount: 1, unit: 'working-days' }],
    ['48 hours', { amount: 48, unit: 'hours' }],
    ['1 hour', { amount: 1, unit: 'hours' }],
    ['28 days', { amount: 28, unit: 'calendar-days' }],
    ['28 calendar days', { amount: 28, unit: 'calendar-days' }],
    ['1 week', { amount: 1, unit: 'weeks' }],
    ['2 months', { amount: 2, unit: 'months' }],
    ['same working day', { amount: 0, unit: 'same-working-day' }],
    ['next working day', { amount: 1, unit: 'next-working-day' }],
    ['  5  Working\n Days ', { amount: 5, unit: 'working-days' }],
  ])('reads %j', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each([
    '',
    '5',
    'working days',
    'five working days',
    '-5 days',
    '1.5 hours',
    '5 business days',
    '5 working hours',
    '10000 days',
    '5 workingdays',
    '5 days or so',
    '2 next working day',
    '1 constructor',
    'soon',
    5,
    undefined,
  ])('refuses %j and says what is allowed', (text) => {
    expect(() => parseDuration(text as string)).toThrow(InvalidDurationError);
    expect(() => parseDuration(text as string)).toThrow(/'5 working days'.*'next working day'/);
  });
});
