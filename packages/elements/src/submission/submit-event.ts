import type { Answer, Outcome, Submission } from '@escalation-kit/core/submission';

export type { Answer, Notification, Outcome, Receipt, Submission } from '@escalation-kit/core/submission';

/**
 * Something is to be kept: the only event of the kit that carries what a person typed.
 *
 * A host answers by `respondWith`. `preventDefault` keeps `<escalation-case>` from appending the events itself.
 */
export class EscalationSubmitEvent extends Event {
  static readonly type = 'escalation-submit';

  readonly detail: Submission;
  /** What becomes of the submission: sent with a receipt, or not sent. Never rejects. */
  readonly outcome: Promise<Outcome>;

  /** The promise of the one who answered first; null where nobody did. */
  #response: Promise<Answer> | null = null;

  constructor(detail: Submission, outcome: Promise<Outcome>) {
    super(EscalationSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
    this.outcome = outcome;
  }

  get response(): Promise<Answer> | null {
    return this.#response;
  }

  /**
   * Gives the answer, once it is there: a receipt, the record with it, the newer record, or a refusal. What it rejects with is shown as 'not sent'.
   *
   * @throws Error when somebody answered already.
   */
  respondWith(response: Promise<Answer>): void {
    if (this.#response) throw new Error('escalation-submit: respondWith was called already.');
    this.#response = response;
  }
}

declare global {
  interface HTMLElementEventMap {
    'escalation-submit': EscalationSubmitEvent;
  }
}
