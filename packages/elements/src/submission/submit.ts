import { post } from './post.ts';
import { NotTakenError, notTaken } from './not-taken.ts';
import { heldAgainst, readAnswer } from './read-answer.ts';
import { EscalationSubmitEvent, type Answer, type Outcome, type Submission } from './submit-event.ts';

/**
 * Offers a submission to the host, and posts it where the host does not answer and gave an endpoint.
 *
 * 'Sent' only ever comes of a receipt. Calls nothing on the network unless there is an endpoint.
 */
export async function submit(element: Element, submission: Submission, endpoint: string | null): Promise<Outcome> {
  let settle: (outcome: Outcome) => void = () => {};
  const event = new EscalationSubmitEvent(submission, new Promise((resolve) => (settle = resolve)));
  element.dispatchEvent(event);
  const posted = () => (endpoint ? post(endpoint, submission, { key: submission.key }) : null);
  const outcome = heldAgainst(await settled(event.response ?? posted()), submission);
  settle(outcome);
  return outcome;
}

/** How long a host may take, in milliseconds: nobody waits for ever. `post` has limits of its own, and stays within. */
const LIMIT = 180_000;

async function settled(response: Promise<Answer> | null): Promise<Outcome> {
  if (!response) return { sent: false, reason: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(notTaken('sending.cut', { isUnknown: true })), LIMIT);
  });
  try {
    return await Promise.race([response.then(readAnswer), late]);
  } catch (error) {
    if (error instanceof NotTakenError) return error.outcome;
    return { sent: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
