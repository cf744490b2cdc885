export type { Notification, Receipt, Submission } from './submission.ts';
