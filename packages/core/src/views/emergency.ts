import { emergencyOf } from '../policy/meanings.ts';
import type { Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';

/** The number to call in an emergency, in a sentence. @param policy null: while it is not there, or did not come */
export function emergencyText(policy: Policy | null): Text {
  const { number, label } = emergencyOf(policy ?? {});
  return {
    key: 'kit.emergency',
    values: { number, ...(label !== undefined && { label }) },
    own: ['label'],
    phones: ['number'],
  };
}
