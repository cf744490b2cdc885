import { EscalationCase } from '../escalation-case/escalation-case.ts';
import { safeDefine } from './safe-define.ts';

safeDefine('escalation-case', EscalationCase);

declare global {
  interface HTMLElementTagNameMap {
    'escalation-case': EscalationCase;
  }
}
