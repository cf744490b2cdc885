export { accept, type Acceptance, type Keeper, type Stored } from './accept.ts';
export { MOST_AT_ONCE } from './read-submission.ts';
export type { Answer, Conflict, Kept, Notification, Receipt, Refused, Submission } from './submission.ts';
