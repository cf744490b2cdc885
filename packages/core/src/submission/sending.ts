import type { CaseEvent } from '../case/index.ts';
import type { RecordFile } from '../record/index.ts';
import type { Text } from '../text/text.ts';
import type { Receipt, Submission } from './submission.ts';

/**
 * What became of a submission. Sent: with the record as it is kept, where whoever keeps it sealed it anew. Not sent: the
 * record is all there is; `reason` says why, null where nobody took it.
 */
export type Outcome =
  | { readonly sent: true; readonly receipt: Receipt; readonly record?: RecordFile<CaseEvent> }
  | {
      readonly sent: false;
      readonly reason: string | null;
      /** The reason in the words of the catalogue, where the kit itself gives it. */
      readonly text?: Text;
      /** Nobody knows whether it was kept: a cut, or an answer that does not say. */
      readonly isUnknown?: boolean;
      /** The record as it is now, where somebody else wrote since. */
      readonly conflict?: RecordFile<CaseEvent>;
    };

/** How far what is to be kept has got: one value for every part that sends. */
export type Sending =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly submission: Submission }
  | { readonly phase: 'answered'; readonly submission: Submission; readonly outcome: Outcome };

/** Nothing is being sent. */
export const IDLE: Sending = { phase: 'idle' };

/** What is being sent, until it is answered. The same submission sent again is the same to whoever took it after all. */
export function sending(submission: Submission): Sending {
  return { phase: 'sending', submission };
}

/** As it is once this submission was answered: an answer to anything but what is being sent comes too late. */
export function answered(now: Sending, submission: Submission, outcome: Outcome): Sending {
  return now.phase === 'sending' && now.submission === submission ? { phase: 'answered', submission, outcome } : now;
}
