import { indexOf, type Action, type Guard, type Policy, type Reason } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { currentVisit, type CaseState } from './state.ts';

/** A step that a guard may stand before. */
export interface Step {
  readonly action: Action;
  readonly to?: string;
  readonly because?: Reason;
}

/** The guards that stand before this step and are not met. */
export function unmetGuards(policy: Policy, state: CaseState, step: Step): Guard[] {
  if (policy.guards.length === 0) return [];
  // A case comes from no stage before it is opened, though it is looked at as if it were.
  const from = step.action === 'open' ? undefined : currentVisit(state)?.stage;
  return policy.guards.filter(
    (guard) => standsBefore(guard, step, from) && !isWaived(guard, state, step) && !holds(guard.needs, state),
  );
}

/** Whether the guard, met or not, is still unmet for the case; a waived one is none. */
export function isUnmet(policy: Policy, state: CaseState, guardId: string): boolean {
  const guard = indexOf(policy).guards.get(guardId);
  return guard !== undefined && !holds(guard.waived?.when ?? { any: [] }, state) && !holds(guard.needs, state);
}

function standsBefore(guard: Guard, step: Step, from: string | undefined): boolean {
  return guard.before.some(
    (before) =>
      before.action === step.action &&
      (!before.to || (step.to !== undefined && before.to.includes(step.to))) &&
      (!before.from || (from !== undefined && before.from.includes(from))),
  );
}

function isWaived(guard: Guard, state: CaseState, step: Step): boolean {
  if (!guard.waived) return false;
  if (step.because && guard.waived.because?.includes(step.because)) return true;
  return guard.waived.when !== undefined && holds(guard.waived.when, state);
}
