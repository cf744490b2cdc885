export type { Notification, Receipt, Submission } from './submission.ts';
export { decideAll, prepare, type Prepared, type Preparing } from './prepare.ts';
export { answered, IDLE, sending, type Outcome, type Sending } from './sending.ts';
