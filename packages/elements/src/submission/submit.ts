import { post } from './post.ts';
import { readAnswer } from './read-answer.ts';
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
  const outcome = await settled(event.response ?? posted());
  settle(outcome);
  return outcome;
}

async function settled(response: Promise<Answer> | null): Promise<Outcome> {
  if (!response) return { sent: false, reason: null };
  try {
    return readAnswer(await response);
  } catch (error) {
    return { sent: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
