import type { Condition, Policy } from '@escalation-kit/core/policy';
import { en, say } from '@escalation-kit/core/text';
import { conditionText } from '@escalation-kit/core/views';

/** A condition as the screen says it, to stand after 'if'. */
export function conditionWords(condition: Condition, policy: Policy): string {
  return say(conditionText(condition, policy), en);
}
