import type { Duration } from '../calendar/index.ts';
import { type Clock, type Condition, type Firmness, type Policy, type Timescale } from '../policy/index.ts';
import { holds } from './conditions.ts';
import type { Text } from '../text/text.ts';
import { conditionName, happeningKey, planOf } from './plan.ts';
import { meetersOf } from './purpose.ts';
import type { CaseState, Visit } from './state.ts';

/** The clocks that run at a stage: its own and those the policy gives for every stage. */
export function clocksAt(policy: Policy, stageId: string): readonly Clock[] {
  const { clocksAt, generalClocks } = planOf(policy);
  return clocksAt.get(stageId) ?? generalClocks;
}

/**
 * Whether a clock runs in a stay at its stage.
 *
 * @param visit none for a stage at which the case has not been
 */
export function runsIn(clock: Clock | Timescale, state: CaseState, visit?: Visit): boolean {
  return !clock.when || isSo(clock.when, conditionName(clock), state, visit);
}

/** What a clock says: the part of it that something else can stand in place of. */
export type ClockRule = NonNullable<Clock['instead']>[number] | Clock;

/** What a clock says in a stay: itself, or what stands in its place. */
export function ruleFor(clock: Clock | Timescale, state: CaseState, visit?: Visit): ClockRule {
  return clock.instead?.find(({ when }, i) => isSo(when, conditionName(clock, i), state, visit)) ?? clock;
}

/** Whether a condition holds in a stay or, where the stay is over, held when it ended. */
function isSo(condition: Condition, name: string, state: CaseState, visit?: Visit): boolean {
  return visit?.left ? visit.left.held.has(name) : holds(condition, state, visit);
}

/** A number that the policy says to count otherwise is said with both: '48 hours (2 working days)'. */
export function durationValues({ amount, unit, countedAs }: Duration): NonNullable<Text['values']> {
  return { amount, unit, ...(countedAs && { countedAmount: countedAs.amount, countedUnit: countedAs.unit }) };
}

/** How binding a clock is, as the policy has it: what its source says should be is guidance, whatever stands beside it. */
export function bindingOf(clock: Clock, rule: ClockRule): Firmness {
  const verb = rule.verb ?? (rule.firmness ? undefined : clock.verb);
  return verb === 'should' || verb === 'may' ? 'guidance' : (rule.firmness ?? clock.firmness);
}

/** Whether what meets this clock has happened during the stay. */
export function isStopped(policy: Policy, visit: Visit, clockId: string): boolean {
  const clock = clocksAt(policy, visit.stage).find(({ id }) => id === clockId);
  return clock !== undefined && meetersOf(clock).some((stop) => visit.first.has(happeningKey(stop)));
}
