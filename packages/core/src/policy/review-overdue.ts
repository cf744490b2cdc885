import type { Policy } from './schema.ts';

/** Whether the policy is past the day, the last of the month or of the year, on which it was to be reviewed. */
export function isReviewOverdue(policy: Pick<Policy, 'provenance'>, date: string): boolean {
  const due = policy.provenance.review?.due;
  // '2027-01-31' is still in '2027-01': compared at the length of what the document says.
  return due !== undefined && date.slice(0, due.length) > due;
}
