import { indexOf, type Policy, type Start } from '../policy/index.ts';
import { clocksAt } from './clocks.ts';
import { happeningKey, planOf } from './plan.ts';
import { canBeMet, currentVisit, isOwed, type CaseState } from './state.ts';

/** Clauses that can be recorded as done now: those of unmet duties, and those that something waits for. */
export function doableClauses(policy: Policy, state: CaseState): string[] {
  const owed = state.duties.filter(canBeMet).flatMap(({ duty }) => indexOf(policy).duties.get(duty)?.clauses ?? []);
  return [...new Set([...owed, ...awaitedClauses(policy, state)])];
}

export function isDoable(policy: Policy, state: CaseState, clause: string): boolean {
  const { duties } = indexOf(policy);
  return (
    state.duties.some((owed) => canBeMet(owed) && duties.get(owed.duty)?.clauses.includes(clause)) ||
    awaitedClauses(policy, state).includes(clause)
  );
}

/**
 * Clauses that a condition, a clock or a duty waits to see recorded as done: for a condition once in the case, for a
 * clock or a trigger once in each stay.
 */
function awaitedClauses(policy: Policy, state: CaseState): string[] {
  const visit = currentVisit(state);
  if (state.status !== 'open' || !visit) return [];
  const { conditionClauses, doneTriggers } = planOf(policy);
  const here = clocksAt(policy, visit.stage).flatMap(clausesOf);
  const overall = policy.timescales.filter(({ scope }) => scope === 'case').flatMap(clausesOf);
  const triggers = doneTriggers
    .filter(({ at }) => !at || at.includes(visit.stage))
    .flatMap(({ clause }) => clause ?? []);
  const meeting = state.duties
    .filter(isOwed)
    .flatMap(({ duty }) => indexOf(policy).duties.get(duty)?.metBy ?? [])
    .flatMap(doneClause);
  return [
    ...conditionClauses.filter((clause) => !state.done.has(clause)),
    ...overall.filter((clause) => !state.first.has(happeningKey({ done: clause }))),
    ...[...here, ...triggers].filter((clause) => !visit.first.has(happeningKey({ done: clause }))),
    ...meeting,
  ];
}

function clausesOf({ starts, stops }: { starts?: Start | undefined; stops?: Start | undefined }): string[] {
  return [starts, stops].flatMap((happening) => {
    if (typeof happening !== 'object') return [];
    return 'firstOf' in happening ? happening.firstOf.flatMap(doneClause) : doneClause(happening);
  });
}

function doneClause(happening: string | object): string[] {
  return typeof happening === 'object' && 'done' in happening ? [happening.done as string] : [];
}
