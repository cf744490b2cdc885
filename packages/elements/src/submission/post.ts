import { canonicalJson } from '@escalation-kit/core/record';
import { isAnswer } from './read-answer.ts';
import type { Answer, Submission } from './submit-event.ts';

/** How often a submission is tried, and how long between: after 1 s, then after 4 s. */
const PAUSES = [1000, 4000];

export interface PostOptions {
  /** The same for every try, so that a server can tell a repeat. */
  readonly key: string;
  /** Waits between tries; replaced in tests. */
  readonly pause?: (ms: number) => Promise<void>;
}

/**
 * Posts a submission as JSON, written by the kit's own writer because host pages patch theirs, with an `Idempotency-Key`, and again where the network or the server fails.
 *
 * @returns what the server answered: a receipt, the record with it, a conflict or a refusal
 * @throws Error that says what the server answered, after the last try; a refusal (4xx) is not tried again
 */
export async function post(endpoint: string, submission: Submission, options: PostOptions): Promise<Answer> {
  const pause = options.pause ?? ((ms) => new Promise<void>((done) => setTimeout(done, ms)));
  for (let turn = 0; ; turn++) {
    const answer = await attempt(endpoint, submission, options.key);
    if ('given' in answer) return answer.given;
    const wait = PAUSES[turn];
    if (answer.final || wait === undefined) throw new Error(answer.reason);
    await pause(wait);
  }
}

type Attempt = { given: Answer } | { reason: string; final: boolean };

async function attempt(endpoint: string, submission: Submission, key: string): Promise<Attempt> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: canonicalJson(submission),
    });
    if (response.status === 409 || response.status === 422) {
      const given: unknown = await response.json().catch(() => null);
      if (isAnswer(given)) return { given };
    }
    if (!response.ok) {
      const isBusy = response.status >= 500 || response.status === 429;
      return { reason: `The server answered ${response.status}.`, final: !isBusy };
    }
    const given: unknown = await response.json();
    return isAnswer(given) ? { given } : { reason: 'The server answered without a receipt.', final: true };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), final: false };
  }
}
