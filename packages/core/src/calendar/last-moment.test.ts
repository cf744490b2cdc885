import { expect, test } from 'vitest';
import { lastMoment } from './last-moment.ts';

test.each([
  ['2026-11-25', null, { due: '2026-11-25' }],
  ['2026-11-25', '2026-11-25T16:30:00Z', { due: '2026-11-25', time: '16:30' }],
  ['2026-11-25', '2026-11-25T00:00:00Z', { due: '2026-11-24' }],
  ['2026-07-01', '2026-06-30T23:00:00Z', { due: '2026-06-30' }],
])('due %s, at %s', (due, dueAt, meant) => {
  expect(lastMoment(due, dueAt, 'Europe/London')).toEqual(meant);
});
