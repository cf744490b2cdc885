import type { Policy } from '../policy/index.ts';
import { roleOf } from '../views/index.ts';
import { own, words, type Field } from './page.ts';

/** Who approved it, where the policy names a role that has to. */
export function approval(policy: Policy, approver: string | undefined): Field[] {
  return approver ? [own('text', 'approvedBy', '!', { hint: words(roleOf(policy, approver).name) })] : [];
}
