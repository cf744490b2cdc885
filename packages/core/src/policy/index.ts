export type * from './schema.ts';
export * from './vocabulary.ts';
export { indexOf, type PartList, type PartOf, type PolicyIndex } from './lookup.ts';
export { conditionsOf, withInner } from './conditions-of.ts';
export { inLanguage, type PolicyWords } from './in-language.ts';
export { emergencyOf, formsOf, meaningOf, resultsAt } from './meanings.ts';
export type { Fault } from './fault.ts';
export { PolicyError } from './policy-error.ts';
export { isReviewOverdue } from './review-overdue.ts';
