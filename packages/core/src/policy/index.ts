export type * from './schema.ts';
export * from './vocabulary.ts';
export { indexOf, type PolicyIndex } from './lookup.ts';
export type { Fault } from './fault.ts';
export { PolicyError } from './policy-error.ts';
export { FINDING_KINDS, lintPolicy, type Finding, type FindingKind } from './lint.ts';
export { isReviewOverdue } from './review-overdue.ts';
