import type { CaseEvent } from '@escalation-kit/core/case';
import type { RecordFile } from '@escalation-kit/core/record';

/** What whoever keeps the case answers: that and under what reference it was taken. */
export interface Receipt {
  readonly reference: string;
  /** The instant at which it was taken. */
  readonly at: string;
  /** The head hash of the record as it is kept. */
  readonly head: string;
  /** The number of events that it holds. */
  readonly count: number;
}

/** Somebody who has to be told, with what to tell them. Says nothing of the child. */
export interface Notification {
  readonly duty: string;
  readonly to: string;
  readonly email: string | null;
  readonly subject: string;
  readonly text: string;
  readonly clauses: readonly string[];
}

export interface Submission {
  /** The events to keep. */
  readonly events: readonly CaseEvent[];
  /** Who is to be told now. */
  readonly notifications: readonly Notification[];
  /** The whole record, with the events at its end. */
  readonly record: RecordFile;
}

/** What became of a submission. Not sent: the record is all there is; `reason` says why, null where nobody took it. */
export type Outcome =
  { readonly sent: true; readonly receipt: Receipt } | { readonly sent: false; readonly reason: string | null };

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
  #response: Promise<Receipt> | null = null;

  constructor(detail: Submission, outcome: Promise<Outcome>) {
    super(EscalationSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
    this.outcome = outcome;
  }

  get response(): Promise<Receipt> | null {
    return this.#response;
  }

  /**
   * Gives the receipt, once it is there. What it rejects with is shown as 'not sent'.
   *
   * @throws Error when somebody answered already.
   */
  respondWith(response: Promise<Receipt>): void {
    if (this.#response) throw new Error('escalation-submit: respondWith was called already.');
    this.#response = response;
  }
}

declare global {
  interface HTMLElementEventMap {
    'escalation-submit': EscalationSubmitEvent;
  }
}
