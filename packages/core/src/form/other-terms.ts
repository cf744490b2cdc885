import type { Calendar } from '../calendar/index.ts';
import type { CaseState } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';

/**
 * That a page counts by another version of the policy, or another edition of the calendar, than the case goes by. It is
 * said wherever it is so: a date that moved for no reason that anybody sees is not to be relied on.
 */
export function otherTerms({ policy, calendar }: CaseState, here: Policy, counting: Calendar): Text[] {
  const terms: Text[] = [];
  if (policy && policy.version !== here.version) {
    terms.push({ key: 'form.other-policy', values: { kept: policy.version, here: here.version } });
  }
  const { published } = calendar ?? {};
  if (published && published !== counting.published) {
    terms.push({ key: 'form.other-calendar', values: { kept: published, here: counting.published } });
  }
  return terms;
}
