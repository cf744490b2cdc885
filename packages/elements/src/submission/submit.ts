import { isReceipt, post } from './post.ts';
import { EscalationSubmitEvent, type Outcome, type Receipt, type Submission } from './submit-event.ts';

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

async function settled(response: Promise<Receipt> | null): Promise<Outcome> {
  if (!response) return { sent: false, reason: null };
  try {
    const receipt: unknown = await response;
    return isReceipt(receipt)
      ? { sent: true, receipt }
      : { sent: false, reason: 'The answer was no receipt: it needs reference, at, head and count.' };
  } catch (error) {
    return { sent: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
