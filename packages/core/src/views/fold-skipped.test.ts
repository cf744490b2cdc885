import { expect, test } from 'vitest';
import { en, say } from '../text/index.ts';
import { foldSkipped } from './fold-skipped.ts';

const says = (days: Parameters<typeof foldSkipped>[0]) => foldSkipped(days).map(({ text }) => say(text, en));
const weekend = (...dates: string[]) => dates.map((date) => ({ date, why: 'weekend' }) as const);

test('the days of a weekend are one line, whatever months or years they lie in', () => {
  expect(says(weekend('2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'))).toEqual([
    'Saturday 21 and Sunday 22 November 2026: weekend',
    'Saturday 28 and Sunday 29 November 2026: weekend',
  ]);
  expect(says(weekend('2026-10-31', '2026-11-01'))).toEqual([
    'Saturday 31 October and Sunday 1 November 2026: weekend',
  ]);
  expect(says(weekend('2022-12-31', '2023-01-01'))).toEqual([
    'Saturday 31 December 2022 and Sunday 1 January 2023: weekend',
  ]);
  expect(says(weekend('2026-11-20', '2026-11-21', '2026-11-22'))).toEqual([
    'Friday 20 to Sunday 22 November 2026: weekend',
  ]);
});

test('a holiday keeps its own line and its name, also beside a weekend', () => {
  const days = [
    { date: '2026-12-25', why: 'bank-holiday', title: 'Christmas Day' },
    ...weekend('2026-12-26', '2026-12-27'),
    { date: '2026-12-28', why: 'bank-holiday', title: 'Boxing Day', substitute: true },
    { date: '2026-12-29', why: 'closure', title: 'School holiday' },
    { date: '2026-12-30', why: 'host', title: 'Council closed' },
  ] as const;
  expect(says(days)).toEqual([
    'Friday 25 December 2026: Christmas Day',
    'Saturday 26 and Sunday 27 December 2026: weekend',
    'Monday 28 December 2026: Boxing Day',
    'Tuesday 29 December 2026: School holiday (closed)',
    'Wednesday 30 December 2026: Council closed',
  ]);
});

test('a day of a weekend that stands alone', () => {
  expect(says(weekend('2026-11-22'))).toEqual(['Sunday 22 November 2026: weekend']);
});
