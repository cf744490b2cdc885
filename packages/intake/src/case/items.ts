import { civilDateAt } from '@escalation-kit/core/calendar';
import type { Case, Deadline } from '@escalation-kit/core/case';
import { indexOf, type Side } from '@escalation-kit/core/policy';
import { ofPolicy } from '@escalation-kit/core/text';
import type { Text } from '../text/say.ts';

/** Something in a case that somebody owes and that has not come: a deadline that runs, or a duty. */
export interface Item {
  /** The same for as long as it is the same thing due on the same day. */
  readonly id: string;
  readonly kind: 'deadline' | 'duty';
  readonly owner: Side;
  /** The role on that side that the policy names, by its id. */
  readonly who: string | null;
  /** What is asked, in words of the policy or the catalogue and never of a person. */
  readonly what: Text;
  /** The day that the policy or the case gives, a civil date; null where neither gives one. */
  readonly due: string | null;
  /** The last day on which it is in time: `due`, and for what is to be done at once the day on which it arose. */
  readonly until: string | null;
  readonly isReply: boolean;
}

/** What is still to come of a case, as it stands at its `now`. */
export function itemsOf(kase: Case): Item[] {
  const { deadlines, duties } = kase.assessment;
  const { timeZone } = kase.policy;
  const policyDuties = indexOf(kase.policy).duties;
  return [
    ...deadlines.flatMap((deadline): Item[] => {
      const { id, owner, due, status } = deadline;
      if (due === null || !RUNNING.has(status)) return [];
      const isReply = deadline.for === 'reply';
      return [
        {
          id: `deadline:${id}:${due}`,
          kind: 'deadline',
          owner,
          who: null,
          what: purposeOf(deadline),
          due,
          until: due,
          isReply,
        },
      ];
    }),
    ...duties.flatMap(({ id, duty, owner, due, arose, status, words }): Item[] => {
      if (status !== 'due' && status !== 'overdue') return [];
      const day = due === 'at-once' ? null : due;
      const until = due === 'at-once' ? civilDateAt(arose, timeZone) : day;
      const who = policyDuties.get(duty)?.who ?? null;
      return [
        { id: `duty:${id}:${day ?? ''}`, kind: 'duty', owner, who, what: words, due: day, until, isReply: false },
      ];
    }),
  ];
}

const RUNNING: ReadonlySet<Deadline['status']> = new Set(['on-track', 'due-soon', 'due-today', 'overdue'] as const);

function purposeOf(deadline: Deadline): Text {
  if (typeof deadline.for === 'string') return { key: `intake.for.${deadline.for}` };
  return ofPolicy(deadline.for.words);
}
