import type * as calendars from '@escalation-kit/core/calendar';
import type * as cases from '@escalation-kit/core/case';
import type * as forms from '@escalation-kit/core/form';
import type * as policies from '@escalation-kit/policies';
import { importsOf, type Kit } from './kit.ts';

/** The build of the working tree: to be changed with its interface, which the types hold it to. */
export async function openWorking(root: string, policyId: string, now: string): Promise<Kit<cases.Case>> {
  const load = importsOf(root);
  const { loadPolicy } = (await load('@escalation-kit/policies')) as typeof policies;
  const { loadCalendar } = (await load('@escalation-kit/core/calendar')) as typeof calendars;
  const { Case } = (await load('@escalation-kit/core/case')) as typeof cases;
  const { Form } = (await load('@escalation-kit/core/form')) as typeof forms;
  const policy = await loadPolicy(policyId as policies.PolicyId);
  const calendar = await loadCalendar('england-and-wales');
  return {
    read(log) {
      return new Case({ policy, calendar, log: log as cases.CaseEvent[], now });
    },
    assess({ assessment }) {
      const { deadlines, duties, actions, blocked, callouts, warnings } = assessment;
      return [deadlines, duties, actions, blocked, callouts, warnings];
    },
    fields(about, answers, page) {
      const { pages } = new Form({ case: about, action: null }, answers);
      return pages.find(({ id }) => id === page)?.fields ?? [];
    },
  };
}
