import { holds } from './conditions.ts';
import { emergencyOf, type Policy } from '../policy/index.ts';
import type { ShownCallout } from './assessment.ts';
import { planOf } from './plan.ts';
import { currentVisit, type CaseState } from './state.ts';

/**
 * What stands on screen where the case is, immediate danger first. Where the policy says nothing of immediate danger,
 * a line of our own does, without a clause.
 */
export function calloutsOf(policy: Policy, state: CaseState): ShownCallout[] {
  const visit = currentVisit(state);
  const shown: ShownCallout[] = [];
  let saysDanger = false;
  for (const { callout, when, stages } of planOf(policy).callouts) {
    if (stages && (!visit || !stages.includes(visit.stage))) continue;
    if (when && !holds(when, state, visit)) continue;
    shown.push(callout);
    saysDanger ||= callout.kind === 'immediate-danger';
  }
  return saysDanger ? shown : [dangerIn(policy), ...shown];
}

/** It comes first, as it does in the policies' own. */
function dangerIn(policy: Policy): ShownCallout {
  const { number } = emergencyOf(policy);
  const words = { key: 'callout.immediate-danger', values: { number }, phones: ['number'] } as const;
  return { id: 'immediate-danger', kind: 'immediate-danger', clauses: [], words };
}
