import { EscalationForm } from '../escalation-form/escalation-form.ts';
import { safeDefine } from './safe-define.ts';

safeDefine('escalation-form', EscalationForm);

declare global {
  interface HTMLElementTagNameMap {
    'escalation-form': EscalationForm;
  }
}
