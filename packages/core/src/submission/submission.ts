import type { CaseEvent, Refusal } from '../case/index.ts';
import type { Head, RecordFile } from '../record/index.ts';

/** What a form gives to whoever keeps the case. */
export interface Submission {
  /** The id of the case: see `Case.id`. */
  readonly case: string;
  /** Head and count of the record that the events follow: what the form had when it was sent. */
  readonly base: Head;
  /** The same for each try of one submission, so that whoever kept it after all can tell. */
  readonly key: string;
  /** The events to keep, as the form decided them. */
  readonly events: readonly CaseEvent[];
  /** The whole record as the form sealed it, with the events at its end. */
  readonly record: RecordFile<CaseEvent>;
  /** Who is to be told now. */
  readonly notifications: readonly Notification[];
}

/** Somebody who has to be told, with what to tell them. Says nothing of the child. */
export interface Notification {
  /** The id of the owed duty. */
  readonly duty: string;
  readonly to: string;
  readonly email: string | null;
  readonly subject: string;
  readonly text: string;
  readonly clauses: readonly string[];
}

/** What whoever keeps the case answers: that it was taken, and under what reference. */
export interface Receipt extends Head {
  /** The name of the case for people. */
  readonly reference: string;
  /** The instant at which it was taken. */
  readonly at: string;
}

/** What a keeper answers that decides events and seals them anew: see `accept`. */
export interface Kept {
  /** The record as it is kept now. It holds the events of the submission, with `recorded` and `by` as the keeper knows them. */
  readonly record: RecordFile<CaseEvent>;
  readonly receipt: Receipt;
}

/** Somebody else wrote since: nothing was kept, and this is the record as it is now. */
export interface Conflict {
  readonly record: RecordFile<CaseEvent>;
}

/** The policy or the contract does not take it: nothing was kept. */
export interface Refused {
  readonly refusal: Refusal;
}

/** All that can be answered to a submission. Each is told from the others by what it holds. */
export type Answer = Receipt | Kept | Conflict | Refused;
