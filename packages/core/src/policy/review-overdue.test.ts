import { expect, test } from 'vitest';
import { isReviewOverdue } from './review-overdue.ts';

test.each([
  ['2027-01', '2027-01-01', false],
  ['2027-01', '2027-01-31', false],
  ['2027-01', '2027-02-01', true],
  ['2021-12', '2026-11-24', true],
  ['2027', '2027-12-31', false],
  ['2027', '2028-01-01', true],
  ['2027-01-15', '2027-01-15', false],
  ['2027-01-15', '2027-01-16', true],
  [undefined, '2099-01-01', false],
])('a review due in %s is overdue on %s: %s', (due, date, isOverdue) => {
  const provenance = { taken: '2026-11-21', confirmed: null, ...(due && { review: { due, clauses: [] } }) };
  expect(isReviewOverdue({ provenance }, date)).toBe(isOverdue);
});
