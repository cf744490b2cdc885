import { DeadlineBadge } from '../deadline-badge/deadline-badge.ts';
import { safeDefine } from './safe-define.ts';

safeDefine('deadline-badge', DeadlineBadge);

declare global {
  interface HTMLElementTagNameMap {
    'deadline-badge': DeadlineBadge;
  }
}
