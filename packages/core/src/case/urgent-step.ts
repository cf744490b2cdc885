import { indexOf, type Meaning, type Policy } from '../policy/index.ts';
import type { OfferedAction } from './assessment.ts';
import { currentVisit, type CaseState } from './state.ts';
import { urgencyOf } from './urgency.ts';
import { waysUp } from './ways-up.ts';

/** Where a case goes at once, and what makes it urgent. */
export interface UrgentStep {
  readonly means: Meaning;
  /** `way`: straight along what the policy gives for it. `next`: to the next stage. `here`: it has got there. */
  readonly by: 'way' | 'next' | 'here';
  /** The stages that it can go to, in the order of the route; none where it has got there. */
  readonly to: readonly string[];
}

/**
 * What comes next at once in an open case of danger or urgency: along the policy's urgent ways where it has some, else to
 * the next stage. Null where nothing is urgent. What has to come before an urgent way does not hide it.
 *
 * @param actions what the case takes now
 */
export function urgentStepOf(policy: Policy, state: CaseState, actions: readonly OfferedAction[]): UrgentStep | null {
  const means = state.status === 'open' ? urgencyOf(policy, state) : null;
  if (means === null) return null;
  const ladder = indexOf(policy).route(state.route ?? '');
  const ways = ladder.filter((id) => waysUp(policy, state).some((up) => up.to === id && up.because === 'urgent'));
  if (ways.length > 0) return { means, by: 'way', to: ways };
  const isOffered = (id: string) =>
    actions.some(({ action, to, because }) => action === 'escalate' && to === id && because === 'early');
  const next = hasGoneUp(policy, state, ladder) ? [] : ladder.filter(isOffered);
  return { means, by: next.length > 0 ? 'next' : 'here', to: next };
}

/** Whether the case stands where an urgent way of the policy leads, or above. */
function hasGoneUp({ ways }: Policy, state: CaseState, ladder: readonly string[]): boolean {
  const here = ladder.indexOf(currentVisit(state)?.stage ?? '');
  const isAtOrBelow = (to: string) => ladder.includes(to) && ladder.indexOf(to) <= here;
  return ways.some(({ to, because }) => because.includes('urgent') && isAtOrBelow(to));
}
