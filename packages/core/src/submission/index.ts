export { accept, type Acceptance, type Keeper, type Stored } from './accept.ts';
export { MOST_AT_ONCE } from './read-submission.ts';
export { decideAll, prepare, type Prepared, type Preparing } from './prepare.ts';
export { answered, IDLE, sending, type Outcome, type Sending } from './sending.ts';
export type { Answer, Conflict, Kept, Notification, Receipt, Refused, Submission } from './submission.ts';
