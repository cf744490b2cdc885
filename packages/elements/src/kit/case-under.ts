import type { Case } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import type { ConsumedCase } from './consumed-case.ts';

/** The case around an element, where it goes by the policy that is in force there. */
export function caseUnder(policy: Policy | null, around: ConsumedCase): Case | null {
  const given = around.value?.case ?? null;
  return given?.policy === policy ? given : null;
}
