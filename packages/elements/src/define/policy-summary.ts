import { PolicySummary } from '../policy-summary/policy-summary.ts';
import { safeDefine } from './safe-define.ts';

safeDefine('policy-summary', PolicySummary);

declare global {
  interface HTMLElementTagNameMap {
    'policy-summary': PolicySummary;
  }
}
