import { importsOf, type Answers, type Field, type Kit } from './kit.ts';

/** The kept commit's interface, as far as it is used: its types are not those of the working tree. */
interface Kept {
  readonly loadPolicy: (id: string) => Promise<object>;
  readonly loadCalendar: (id: string) => Promise<object>;
  readonly replay: (policy: object, log: readonly unknown[]) => object;
  readonly assess: (policy: object, state: object, context: { now: string; calendar: object }) => object;
  readonly formPages: (setting: object, answers: Answers) => readonly { id: string; fields: readonly Field[] }[];
}

interface Standing {
  readonly state: object;
  readonly assessment: object;
}

/** The build of the commit that `BEFORE` names. */
export async function openKept(root: string, policyId: string, now: string): Promise<Kit<Standing>> {
  const load = importsOf(root);
  const { loadPolicy } = (await load('@escalation-kit/policies')) as Kept;
  const { loadCalendar } = (await load('@escalation-kit/core/calendar')) as Kept;
  const { replay, assess } = (await load('@escalation-kit/core/case')) as Kept;
  const { formPages } = (await load('@escalation-kit/core/views')) as Kept;
  const policy = await loadPolicy(policyId);
  const calendar = await loadCalendar('england-and-wales');
  return {
    read(log) {
      const state = replay(policy, log);
      return { state, assessment: assess(policy, state, { now, calendar }) };
    },
    assess({ assessment }) {
      return assessment;
    },
    fields({ state, assessment }, answers, page) {
      const pages = formPages({ policy, action: null, state, assessment, now }, answers);
      return pages.find(({ id }) => id === page)?.fields ?? [];
    },
  };
}
