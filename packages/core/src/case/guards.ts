import { indexOf, type Action, type Guard, type Policy, type Reason } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { planOf } from './plan.ts';
import { currentVisit, type CaseState } from './state.ts';

/** A step that a guard may stand before. */
export interface Step {
  readonly action: Action;
  readonly to?: string;
  readonly because?: Reason;
}

/** The guards that stand before this step and are not met. */
export function unmetGuards(policy: Policy, state: CaseState, step: Step): Guard[] {
  const guards = planOf(policy).guardsBefore.get(step.action);
  if (!guards) return [];
  // A case comes from no stage before it is opened, though it is looked at as if it were.
  const from = step.action === 'open' ? undefined : currentVisit(state)?.stage;
  return guards.filter(
    (guard) => standsBefore(guard, step, from) && !isWaived(guard, state, step) && !holds(guard.needs, state),
  );
}

/** Whether the guard, met or not, is still unmet for the case; a waived one is none. */
export function isUnmet(policy: Policy, state: CaseState, guardId: string): boolean {
  const guard = indexOf(policy).guards.get(guardId);
  if (!guard || (guard.waived?.when && holds(guard.waived.when, state))) return false;
  return !holds(guard.needs, state);
}

/**
 * Whether a guard can matter where the case stands: it is before a step that can be taken from here, or a step was
 * taken past it. What is asked before a later stage is not on offer yet.
 *
 * @param ways the ways up from here
 */
export function canMatter(guard: Guard, state: CaseState, ways: readonly Pick<Step, 'to' | 'because'>[]): boolean {
  if (state.unmet.has(guard.id)) return true;
  const from = currentVisit(state)?.stage;
  return guard.before.some(({ action }) => {
    const steps = action === 'escalate' ? ways : action === 'open' ? [] : [{}];
    return steps.some((step) => standsBefore(guard, { action, ...step }, from) && !isWaivedFor(guard, step));
  });
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
  if (isWaivedFor(guard, step)) return true;
  return guard.waived.when !== undefined && holds(guard.waived.when, state);
}

function isWaivedFor({ waived }: Guard, { because }: Pick<Step, 'because'>): boolean {
  return because !== undefined && waived?.because !== undefined && waived.because.includes(because);
}
