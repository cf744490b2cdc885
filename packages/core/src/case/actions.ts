import {
  ACTIONS,
  indexOf,
  TIMESCALE_REASONS,
  type Action,
  type Policy,
  type TimescaleReason,
} from '../policy/index.ts';
import type { BlockedAction, OfferedAction } from './assessment.ts';
import { ACTIONS_WHILE } from './commands.ts';
import { unmetGuards, type Step } from './guards.ts';
import { doableClauses } from './doable.ts';
import { planOf } from './plan.ts';
import { canExtend, canSetDate, clausesFor } from './rules.ts';
import { currentVisit, type CaseState } from './state.ts';
import { isConsulted, type WayUp } from './ways-up.ts';

/** An action that the policy knows where the case stands, and the clauses of what has to come first. */
export interface Possible {
  readonly entry: OfferedAction;
  readonly missing: readonly string[];
}

/** What is possible now, whether or not something stands before it. */
export function possibleFor(policy: Policy, state: CaseState, ways: readonly WayUp[]): readonly Possible[] {
  const possible: Possible[] = [];
  const { guardsBefore } = planOf(policy);
  const here = possibleAt(policy, state);
  for (const action of ACTIONS_WHILE[state.status]) {
    if (action === 'escalate') {
      for (const way of ways) {
        possible.push({ entry: entryOf(way), missing: missingBefore(policy, state, way) });
      }
      continue;
    }
    const free = freeFor(action, policy, state, here.get(action)!);
    const missing = action !== 'open' && guardsBefore.has(action) ? mustClauses(policy, state, { action }) : NOTHING;
    for (const each of free) possible.push(missing.length > 0 ? { entry: each.entry, missing } : each);
  }
  return possible;
}

const NOTHING: readonly string[] = [];

/** One entry for each action, target and reason that `decide` takes, given the action's fields. */
export function actionsOf(possible: readonly Possible[]): OfferedAction[] {
  return possible.filter(isOpen).map(({ entry }) => entry);
}

/** Steps that the policy knows and a guard stands before, with the clauses that are missing. */
export function blockedOf(possible: readonly Possible[]): BlockedAction[] {
  const blocked = new Map<string, BlockedAction>();
  for (const { entry, missing } of possible) {
    if (missing.length === 0) continue;
    const { action, to } = entry;
    // What is open for one reason is not blocked.
    if (possible.some((other) => isOpen(other) && isSameStep(other, entry))) continue;
    const key = `${action} ${to}`;
    const before = blocked.get(key)?.missing ?? [];
    blocked.set(key, { action, ...(to && { to }), missing: [...new Set([...before, ...missing])] });
  }
  return [...blocked.values()];
}

function isOpen({ missing }: Possible): boolean {
  return missing.length === 0;
}

function isSameStep({ entry }: Possible, { action, to }: OfferedAction): boolean {
  return entry.action === action && entry.to === to;
}

function entryOf({ to, because, clauses }: WayUp): OfferedAction {
  return { action: 'escalate', to, because, clauses };
}

/** What an action can be done as, guards aside: for most, the policy alone says it of a stage. */
function freeFor(action: Action, policy: Policy, state: CaseState, here: readonly Possible[]): readonly Possible[] {
  if (action === 'done') {
    const clauses = doableClauses(policy, state);
    return clauses.length > 0 ? [free({ action, clauses })] : [];
  }
  return action === 'set-timescale'
    ? here.filter(({ entry }) => canSetDate(policy, state, entry.because as TimescaleReason))
    : here;
}

/** Each action at a stage, listed once for each policy. */
function possibleAt(policy: Policy, state: CaseState): ReadonlyMap<Action, readonly Possible[]> {
  const { possible } = planOf(policy);
  const stage = currentVisit(state)?.stage;
  let known = possible.get(stage);
  if (!known) {
    const list = (action: Action) => listEntries(policy, state, action).map(free);
    possible.set(stage, (known = new Map(ACTIONS.map((action) => [action, list(action)]))));
  }
  return known;
}

function free(entry: OfferedAction): Possible {
  return { entry, missing: NOTHING };
}

/** Of the state, the stage alone is looked at. */
function listEntries(policy: Policy, state: CaseState, action: Action): OfferedAction[] {
  const stage = indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
  const entry: OfferedAction = { action, clauses: clausesFor(policy, state, action) };
  const when = (holds: unknown) => (holds ? [entry] : []);
  switch (action) {
    case 'decide':
      return (stage?.decision?.options ?? [])
        .filter(({ retired }) => !retired)
        .map((option) => ({ ...entry, option: option.id, clauses: option.clauses ?? entry.clauses }));
    case 'set-timescale':
      return TIMESCALE_REASONS.map((because) => ({ ...entry, because }));
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

function mustClauses(policy: Policy, state: CaseState, step: Step): readonly string[] {
  const unmet = unmetGuards(policy, state, step);
  if (unmet.length === 0) return NOTHING;
  return unmet.filter(({ verb }) => verb === 'must').flatMap(({ clauses }) => clauses);
}
