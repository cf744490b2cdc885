import type { Deadline } from '../case/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';

/** What a time is for, as 'To reply', or in the policy's own words. */
export function purposeText(purpose: Deadline['for']): Text {
  return typeof purpose === 'string' ? { key: `for.${purpose}` } : ofPolicy(purpose.words);
}
