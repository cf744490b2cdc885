import type { Clock, Policy, Start } from '../policy/index.ts';
import { clocksAt, ruleFor, runsIn } from './clocks.ts';
import { canMatter } from './guards.ts';
import { firstAtEnd, firstMeetable, isAnyOwed, meetableOf } from './meetable.ts';
import { happeningKey, planOf } from './plan.ts';
import { meetersOf } from './purpose.ts';
import { currentVisit, isAtEnd, isMeetable, isOwed, type CaseState, type Visit } from './state.ts';
import { waysUp } from './ways-up.ts';

/** Clauses that can be recorded as done now: those of unmet duties, and those that something waits for. */
export function doableClauses(policy: Policy, state: CaseState): string[] {
  const { duties } = planOf(policy);
  const clauses = new Set<string>();
  const met: string[] = [];
  for (const owed of state.duties) {
    if (!isMeetable(state, owed)) continue;
    const duty = duties.get(owed.duty)!;
    for (const clause of duty.clauses) clauses.add(clause);
    if (state.status === 'open' && isOwed(owed)) met.push(...duty.metByDone);
  }
  for (const clause of awaitedClauses(policy, state)) clauses.add(clause);
  for (const clause of met) clauses.add(clause);
  return [...clauses];
}

/** Whether it is one of those. Asked of every such event in a log, so that it does not go through the duties. */
export function isDoable(policy: Policy, state: CaseState, clause: string, meetable = meetableOf(state)): boolean {
  const { bearing, metBy } = planOf(policy);
  if (isAtEnd(state.status)) return firstAtEnd(state, bearing.get(clause) ?? []) !== undefined;
  if (firstMeetable(meetable, bearing.get(clause) ?? [])) return true;
  if (awaitedClauses(policy, state, clause).includes(clause)) return true;
  return state.status === 'open' && isAnyOwed(meetable, metBy.get(happeningKey({ done: clause })) ?? []);
}

/**
 * Clauses that a condition, a guard or a clock waits to see recorded as done: for a condition once in the case, for a clock or a
 * trigger once in each stay.
 *
 * @param wanted the only clause that is asked about
 */
function awaitedClauses(policy: Policy, state: CaseState, wanted?: string): string[] {
  const visit = currentVisit(state);
  if (state.status !== 'open' || !visit) return [];
  const { conditionClauses, doneTriggers } = planOf(policy);
  const awaited: string[] = [];
  const add = (clauses: Iterable<string>, isMet: (clause: string) => boolean) => {
    for (const clause of clauses) if (!isMet(clause)) awaited.push(clause);
  };
  const isDone = (clause: string) => state.done.has(clause);
  const hasHappened = (clause: string) => state.first.has(happeningKey({ done: clause }));
  const hasHappenedHere = (clause: string) => visit.first.has(happeningKey({ done: clause }));
  add(conditionClauses, isDone);
  add(clausesOfGuards(policy, state, wanted), isDone);
  for (const clock of policy.timescales) {
    if (clock.scope === 'case') add(clausesOf(clock, state, visit), hasHappened);
  }
  for (const clock of clocksAt(policy, visit.stage)) add(clausesOf(clock, state, visit), hasHappenedHere);
  for (const { at, clause } of doneTriggers) {
    if (clause && (!at || at.includes(visit.stage))) add(clause, hasHappenedHere);
  }
  return awaited;
}

/** What guards wait for that can matter here. The ways up are gone through only where one of them is asked about. */
function clausesOfGuards(policy: Policy, state: CaseState, wanted: string | undefined): string[] {
  const asked = planOf(policy).guardClauses.filter(
    ({ clauses }) => clauses.size > 0 && (wanted === undefined || (clauses.has(wanted) && !state.done.has(wanted))),
  );
  if (asked.length === 0) return [];
  const ways = waysUp(policy, state);
  return asked.filter(({ guard }) => canMatter(guard, state, ways)).flatMap(({ clauses }) => [...clauses]);
}

function clausesOf(clock: Clock, state: CaseState, visit: Visit): string[] {
  const meeters = clock.stops || runsIn(clock, state, visit) ? meetersOf(clock, ruleFor(clock, state, visit)) : [];
  return [clock.starts, ...meeters].flatMap((happening: Start | undefined) => {
    if (typeof happening !== 'object') return [];
    return 'firstOf' in happening ? happening.firstOf.flatMap(doneClause) : doneClause(happening);
  });
}

function doneClause(happening: string | object): string[] {
  return typeof happening === 'object' && 'done' in happening ? [happening.done as string] : [];
}
