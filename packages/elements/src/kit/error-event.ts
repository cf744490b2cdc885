/** Something an element needs is wrong or could not be had. The element shows it too. */
export class EscalationErrorEvent extends Event {
  static readonly type = 'escalation-error';

  readonly error: Error;

  constructor(error: Error) {
    super(EscalationErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'escalation-error': EscalationErrorEvent;
  }
}
