import { canonicalJson } from '@escalation-kit/core/record';
import { notTaken, NotTakenError } from './not-taken.ts';
import { isAnswer } from './read-answer.ts';
import type { Answer, Outcome, Submission } from './submit-event.ts';

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
 * @throws NotTakenError that says what became of it, after the last try; a refusal (4xx) or a page to sign in is not tried
 *   again
 */
export async function post(endpoint: string, submission: Submission, options: PostOptions): Promise<Answer> {
  const pause = options.pause ?? ((ms) => new Promise<void>((done) => setTimeout(done, ms)));
  for (let turn = 0; ; turn++) {
    const answer = await attempt(endpoint, submission, options.key);
    if ('given' in answer) return answer.given;
    const wait = PAUSES[turn];
    const { outcome, isFinal, after = 0 } = answer;
    if (isFinal || wait === undefined) throw new NotTakenError(outcome);
    // Whoever asks for minutes is not waited for: that is for the person to know.
    if (after > LONGEST) throw new NotTakenError(notTaken('sending.wait', { minutes: Math.ceil(after / 60_000) }));
    await pause(Math.max(wait, after));
  }
}

/** The longest that is waited between two tries, and for one answer, in milliseconds. */
const LONGEST = 30_000;

interface NotTaken {
  readonly outcome: Outcome & { readonly sent: false };
  /** It would be the same again. */
  readonly isFinal: boolean;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly after?: number;
}
type Attempt = { readonly given: Answer } | NotTaken;

async function attempt(endpoint: string, submission: Submission, key: string): Promise<Attempt> {
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: canonicalJson(submission),
      signal: AbortSignal.timeout(LONGEST),
    });
  } catch {
    const outcome = navigator.onLine ? notTaken('sending.cut', { isUnknown: true }) : notTaken('sending.offline');
    return { outcome, isFinal: false };
  }
  const given: unknown = await response.json().catch(() => null);
  if ((response.ok || response.status === 409 || response.status === 422) && isAnswer(given)) return { given };
  if (isSessionOver(response)) return { outcome: notTaken('sending.session'), isFinal: true };
  if (response.ok) return { outcome: notTaken('sending.no-answer', { isUnknown: true }), isFinal: true };
  const isBusy = response.status >= 500 || response.status === 429;
  const outcome = { sent: false, reason: `The server answered ${response.status}.` } as const;
  return { outcome, isFinal: !isBusy, after: retryAfter(response) };
}

/** Sent away to sign in: a page where an answer was to be, or a plain no. */
function isSessionOver({ ok, status, redirected, headers }: Response): boolean {
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  return status === 401 || (ok && (redirected || isPage));
}

/** Seconds, or a date. */
function retryAfter({ headers }: Response): number {
  const text = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return ms > 0 ? ms : 0;
}
