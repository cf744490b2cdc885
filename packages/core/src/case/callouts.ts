import { CALLOUT_KINDS, emergencyOf, type CalloutKind, type Policy } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import type { ShownCallout } from './assessment.ts';
import { holds } from './conditions.ts';
import { currentVisit, type CaseState } from './state.ts';

/**
 * What stands on screen where the case is, immediate danger first. Where the policy says nothing of immediate danger,
 * a line of our own does, without a clause.
 */
export function calloutsOf(policy: Policy, state: CaseState): ShownCallout[] {
  const stage = currentVisit(state)?.stage;
  const shown: ShownCallout[] = policy.callouts
    .filter((callout) => !callout.stages || (stage !== undefined && callout.stages.includes(stage)))
    .filter((callout) => holds(callout.when, state))
    .map(({ id, kind, clauses, text }) => ({ id, kind, clauses, words: ofPolicy(text) }));
  if (!shown.some((callout) => callout.kind === 'immediate-danger')) {
    const { number } = emergencyOf(policy);
    const words: Text = { key: 'callout.immediate-danger', values: { number }, phones: ['number'] };
    shown.push({ id: 'immediate-danger', kind: 'immediate-danger', clauses: [], words });
  }
  const rank = (kind: CalloutKind) => CALLOUT_KINDS.indexOf(kind);
  return shown.sort((a, b) => rank(a.kind) - rank(b.kind));
}
