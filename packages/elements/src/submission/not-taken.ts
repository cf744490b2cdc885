import type { Outcome } from '@escalation-kit/core/submission';
import { sending } from '@escalation-kit/core/text/en/sending';
import type { Text } from '@escalation-kit/core/text';

type Reason = Exclude<keyof typeof sending, `sending.unknown${string}`>;

/** That something was not taken, or that nobody knows: in words for people, in whichever language is spoken. */
export function notTaken(key: Reason, more: { isUnknown?: boolean; minutes?: number } = {}): Outcome & { sent: false } {
  const { isUnknown, minutes } = more;
  const text: Text = { key, ...(minutes !== undefined && { values: { minutes } }) };
  const said = sending[key];
  return {
    sent: false,
    // In English, for whoever reads the outcome without a catalogue.
    reason: typeof said === 'string' ? said : `Try again in ${minutes} minutes.`,
    text,
    ...(isUnknown && { isUnknown }),
  };
}

/** What `post` throws where the server's answer, or its silence, says what became of a submission. */
export class NotTakenError extends Error {
  readonly outcome: Outcome & { sent: false };

  constructor(outcome: Outcome & { sent: false }) {
    super(outcome.reason ?? '');
    this.name = 'NotTakenError';
    this.outcome = outcome;
  }
}
