import { CaseDuties } from '../case-duties/case-duties.ts';
import { safeDefine } from './safe-define.ts';

safeDefine('case-duties', CaseDuties);

declare global {
  interface HTMLElementTagNameMap {
    'case-duties': CaseDuties;
  }
}
