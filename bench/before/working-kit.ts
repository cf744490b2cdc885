import type * as calendars from '@escalation-kit/core/calendar';
import type * as cases from '@escalation-kit/core/case';
import type * as views from '@escalation-kit/core/views';
import type * as policies from '@escalation-kit/policies';
import { importsOf, type Kit } from './kit.ts';

interface Standing {
  readonly state: cases.CaseState;
  readonly assessment: cases.Assessment;
}

/** The build of the working tree: to be changed with its interface, which the types hold it to. */
export async function openWorking(root: string, policyId: string, now: string): Promise<Kit<Standing>> {
  const load = importsOf(root);
  const { loadPolicy } = (await load('@escalation-kit/policies')) as typeof policies;
  const { loadCalendar } = (await load('@escalation-kit/core/calendar')) as typeof calendars;
  const { replay, assess } = (await load('@escalation-kit/core/case')) as typeof cases;
  const { formPages } = (await load('@escalation-kit/core/views')) as typeof views;
  const policy = await loadPolicy(policyId as policies.PolicyId);
  const calendar = await loadCalendar('england-and-wales');
  return {
    assess(log) {
      const state = replay(policy, log as cases.CaseEvent[]);
      return { state, assessment: assess(policy, state, { now, calendar }) };
    },
    fields({ state, assessment }, answers, page) {
      const pages = formPages({ policy, action: null, state, assessment, now }, answers);
      return pages.find(({ id }) => id === page)?.fields ?? [];
    },
  };
}
