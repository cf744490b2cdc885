import { indexOf, type Clock, type Policy } from '../policy/index.ts';
import { happeningKey } from './plan.ts';
import type { Visit } from './state.ts';

/** The clocks that run at a stage: its own and those the policy gives for every stage. */
export function clocksAt(policy: Policy, stageId: string): Clock[] {
  const own = indexOf(policy).stages.get(stageId)?.clocks ?? [];
  const general = policy.timescales.filter(
    (clock) => clock.scope === 'stage' && (!clock.stages || clock.stages.includes(stageId)),
  );
  return [...own, ...general];
}

/** Whether what stops this clock has happened during the stay. */
export function isStopped(policy: Policy, visit: Visit, clockId: string): boolean {
  const stops = clocksAt(policy, visit.stage).find((clock) => clock.id === clockId)?.stops;
  return stops !== undefined && visit.first.has(happeningKey(stops));
}
