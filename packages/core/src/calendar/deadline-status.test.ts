import { expect, test } from 'vitest';
import { loadCalendar } from './bank-holidays/load.ts';
import { statusOn } from './deadline-status.ts';
import { parseInstant } from './instant.ts';
import { civilDateAt } from './time-zone.ts';

const calendar = await loadCalendar('england-and-wales');

test.each([
  // Friday 20 to Friday 27 November 2026.
  ['2026-11-20T09:00Z', '2026-11-27', null, 'on-track'],
  ['2026-11-25T09:00Z', '2026-11-27', null, 'on-track'],
  ['2026-11-26T09:00Z', '2026-11-27', null, 'due-soon'],
  ['2026-11-27T00:00Z', '2026-11-27', null, 'due-today'],
  ['2026-11-27T23:59:59Z', '2026-11-27', null, 'due-today'],
  ['2026-11-28T00:00Z', '2026-11-27', null, 'overdue'],
  // The next working day comes after a weekend, and after Christmas.
  ['2026-11-27T09:00Z', '2026-11-30', null, 'due-soon'],
  ['2026-11-28T09:00Z', '2026-11-29', null, 'due-soon'],
  ['2026-12-24T09:00Z', '2026-12-29', null, 'due-soon'],
  ['2026-12-24T09:00Z', '2026-12-30', null, 'on-track'],
  // The day ends in London, not in UTC.
  ['2026-07-01T23:30Z', '2026-07-01', null, 'overdue'],
  // By the hour.
  ['2026-11-27T15:59Z', '2026-11-27', '2026-11-27T16:00Z', 'due-today'],
  ['2026-11-27T16:00Z', '2026-11-27', '2026-11-27T16:00Z', 'due-today'],
  ['2026-11-27T16:01Z', '2026-11-27', '2026-11-27T16:00Z', 'overdue'],
  // Past the calendar: no date, or no next working day.
  ['2026-11-27T09:00Z', null, null, 'unknown'],
  ['2028-12-31T09:00Z', '2029-01-01', null, 'due-soon'],
  ['2028-12-31T09:00Z', '2029-01-02', null, 'on-track'],
] as const)('at %s what is due %s (%s) is %s', (now, due, dueAt, status) => {
  const ms = parseInstant(now);
  expect(statusOn(due, dueAt, { ms, date: civilDateAt(ms, 'Europe/London'), calendar })).toBe(status);
});
