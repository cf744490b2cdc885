import { indexOf, ORDINARY_REASONS, type Policy, type Reason, type Way } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { currentVisit, type CaseState } from './state.ts';

/** A step up that the policy knows from where the case stands. */
export interface WayUp {
  readonly to: string;
  readonly because: Reason;
  readonly clauses: readonly string[];
  readonly way?: Way;
}

/**
 * The ways up from where the case stands, guards aside.
 *
 * To the next stage every ordinary reason leads, in every policy. An optional stage is offered together with the one
 * that follows it. Other reasons and other stages need a way that the policy gives.
 */
export function waysUp(policy: Policy, state: CaseState): WayUp[] {
  const visit = currentVisit(state);
  if (!visit || state.route === null) return [];
  const found = new Map<string, WayUp>();
  const add = (way: WayUp) => {
    const key = `${way.to} ${way.because}`;
    if (!found.has(key)) found.set(key, way);
  };
  const ladder = indexOf(policy).route(state.route);
  const here = ladder.indexOf(visit.stage);
  for (const way of policy.ways) {
    const leads = way.from === 'any' || way.from.includes(visit.stage);
    if (!leads || ladder.indexOf(way.to) <= here || !holds(way.when, state)) continue;
    for (const because of way.because) add({ to: way.to, because, clauses: way.clauses, way });
  }
  for (const to of nextStages(policy, state)) {
    const clauses = indexOf(policy).stages.get(to)?.clauses ?? [];
    for (const because of ORDINARY_REASONS) add({ to, because, clauses });
    if (visit.decision) add({ to, because: 'decided', clauses });
  }
  return [...found.values()];
}

/** The next stage of the route and, where that is optional, the ones up to the first that is not. */
export function nextStages(policy: Policy, state: CaseState): string[] {
  const index = indexOf(policy);
  const ladder = index.route(state.route ?? '');
  const here = ladder.indexOf(currentVisit(state)?.stage ?? '');
  const next: string[] = [];
  if (here < 0) return next;
  for (const id of ladder.slice(here + 1)) {
    const stage = index.stages.get(id);
    if (!stage || !holds(stage.when, state)) continue;
    next.push(id);
    if (!stage.optional) break;
  }
  return next;
}
