import { indexOf, TIMESCALE_REASONS, type Action, type Policy } from '../policy/index.ts';
import type { BlockedAction, OfferedAction } from './assessment.ts';
import { ACTIONS_WHILE } from './commands.ts';
import { unmetGuards, type Step } from './guards.ts';
import { doableClauses } from './doable.ts';
import { canExtend, canSetDate, clausesFor } from './rules.ts';
import { currentVisit, type CaseState } from './state.ts';
import { isConsulted, waysUp, type WayUp } from './ways-up.ts';

/** One entry for each action, target and reason that `decide` takes, given the action's fields. */
export function actionsOf(policy: Policy, state: CaseState): OfferedAction[] {
  return possibleFor(policy, state).flatMap(({ entry, missing }) => (missing.length === 0 ? [entry] : []));
}

/** Steps that the policy knows and a guard stands before, with the clauses that are missing. */
export function blockedOf(policy: Policy, state: CaseState): BlockedAction[] {
  const blocked = new Map<string, BlockedAction | null>();
  for (const { entry, missing } of possibleFor(policy, state)) {
    const { action, to } = entry;
    const key = `${action} ${to}`;
    const before = blocked.get(key)?.missing ?? [];
    // What is open for one reason is not blocked.
    const isOpen = missing.length === 0 || blocked.get(key) === null;
    blocked.set(key, isOpen ? null : { action, ...(to && { to }), missing: [...new Set([...before, ...missing])] });
  }
  return [...blocked.values()].filter((step) => step !== null);
}

/** An action that the policy knows where the case stands, and the clauses of what has to come first. */
interface Possible {
  readonly entry: OfferedAction;
  readonly missing: readonly string[];
}

/** What is possible now, whether or not something stands before it. Worked out once for each state. */
function possibleFor(policy: Policy, state: CaseState): readonly Possible[] {
  const known = worked.get(state);
  if (known?.policy === policy && known.count === state.count) return known.possible;
  const possible = ACTIONS_WHILE[state.status].flatMap((action): Possible[] => {
    if (action === 'escalate') {
      return waysUp(policy, state).map((way) => ({ entry: entryOf(way), missing: missingBefore(policy, state, way) }));
    }
    const missing = action === 'open' ? [] : mustClauses(policy, state, { action });
    return entriesFor(action, policy, state).map((entry) => ({ entry, missing }));
  });
  worked.set(state, { policy, count: state.count, possible });
  return possible;
}

const worked = new WeakMap<CaseState, { policy: Policy; count: number; possible: readonly Possible[] }>();

function entryOf({ to, because, clauses }: WayUp): OfferedAction {
  return { action: 'escalate', to, because, clauses };
}

function entriesFor(action: Action, policy: Policy, state: CaseState): OfferedAction[] {
  const entry: OfferedAction = { action, clauses: clausesFor(policy, state, action) };
  const stage = indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
  const when = (holds: unknown) => (holds ? [entry] : []);
  switch (action) {
    case 'set-timescale':
      return TIMESCALE_REASONS.filter((because) => canSetDate(policy, state, because)).map((because) => ({
        ...entry,
        because,
      }));
    case 'decide':
      return (stage?.decision?.options ?? [])
        .filter(({ retired }) => !retired)
        .map((option) => ({ ...entry, option: option.id, clauses: option.clauses ?? entry.clauses }));
    case 'done': {
      const clauses = doableClauses(policy, state);
      return clauses.length > 0 ? [{ action, clauses }] : [];
    }
    case 'progress':
      return when(stage?.tiers);
    case 'extend':
      return when(canExtend(policy, state));
    case 'request-conference':
      return when(policy.conference);
    default:
      return [entry];
  }
}

function missingBefore(policy: Policy, state: CaseState, way: WayUp): readonly string[] {
  const missing = mustClauses(policy, state, { action: 'escalate', to: way.to, because: way.because });
  const needsConsulting = way.consultFirst !== undefined && !isConsulted(policy, state, way.consultFirst);
  return needsConsulting ? [...missing, ...way.clauses] : missing;
}

function mustClauses(policy: Policy, state: CaseState, step: Step): string[] {
  return unmetGuards(policy, state, step)
    .filter((guard) => guard.verb === 'must')
    .flatMap((guard) => guard.clauses);
}
