import type { CaseEvent } from '@escalation-kit/core/case';

/** The log of a case is another: events were appended, or a record was opened. */
export class CaseChangeEvent extends Event {
  static readonly type = 'escalation-change';

  readonly log: readonly CaseEvent[];

  constructor(log: readonly CaseEvent[]) {
    super(CaseChangeEvent.type, { bubbles: true, composed: true });
    this.log = log;
  }
}

declare global {
  interface HTMLElementEventMap {
    'escalation-change': CaseChangeEvent;
  }
}
