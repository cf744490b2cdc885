/** Another page of the form is shown. It says which, and nothing of what was typed. */
export class EscalationStepEvent extends Event {
  static readonly type = 'escalation-step';

  /** The page's id: danger, stage, check, sent… */
  readonly page: string;

  constructor(page: string) {
    super(EscalationStepEvent.type, { bubbles: true, composed: true });
    this.page = page;
  }
}

declare global {
  interface HTMLElementEventMap {
    'escalation-step': EscalationStepEvent;
  }
}
