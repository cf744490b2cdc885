import type { Stage } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { currentVisit, type CaseState, type Visit } from './state.ts';

/**
 * Who meets at a stage in this case, by side, and on which clauses that rests: what the stage says or, where its
 * condition holds, what stands in its place.
 *
 * @param visit the stay that is meant; left out, the latest at that stage or, before it is entered, the present one
 */
export function meetsAt(stage: Stage, state: CaseState, visit?: Visit): Pick<Stage, 'meets' | 'clauses'> {
  const stay = visit ?? state.visits.findLast((it) => it.stage === stage.id) ?? currentVisit(state);
  return stage.instead?.find(({ when }) => holds(when, state, stay)) ?? stage;
}
