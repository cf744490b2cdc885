import { indexOf, TIMESCALE_REASONS, type Action, type Policy } from '../policy/index.ts';
import type { BlockedAction, OfferedAction } from './assessment.ts';
import { ACTIONS_WHILE } from './commands.ts';
import { unmetGuards } from './guards.ts';
import { doableClauses } from './doable.ts';
import { canExtend, canSetDate, clausesFor } from './rules.ts';
import { currentVisit, type CaseState } from './state.ts';
import { isConsulted, waysUp, type WayUp } from './ways-up.ts';

/** One entry for each action, target and reason that `decide` takes, given the action's fields. */
export function actionsOf(policy: Policy, state: CaseState): OfferedAction[] {
  return ACTIONS_WHILE[state.status].flatMap((action) => entriesFor(action, policy, state));
}

/** Steps that the policy knows and a guard stands before, with the clauses that are missing. */
export function blockedOf(policy: Policy, state: CaseState): BlockedAction[] {
  if (state.status !== 'open') return [];
  const blocked = new Map<string, BlockedAction>();
  const note = (action: Action, missing: readonly string[], to?: string) => {
    if (missing.length > 0) blocked.set(`${action} ${to}`, { action, ...(to && { to }), missing });
  };
  const ways = waysUp(policy, state);
  for (const { to } of ways) {
    const there = ways.filter((way) => way.to === to);
    const missing = there.map((way) => missingFor(policy, state, way));
    if (missing.every((clauses) => clauses.length > 0)) note('escalate', [...new Set(missing.flat())], to);
  }
  note('resolve', mustClauses(policy, state, { action: 'resolve' }));
  return [...blocked.values()];
}

function entriesFor(action: Action, policy: Policy, state: CaseState): OfferedAction[] {
  const entry: OfferedAction = { action, clauses: clausesFor(policy, state, action) };
  const stage = indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
  const when = (holds: unknown) => (holds ? [entry] : []);
  switch (action) {
    case 'escalate':
      return waysUp(policy, state)
        .filter((way) => missingFor(policy, state, way).length === 0)
        .map(({ to, because, clauses }) => ({ action, to, because, clauses }));
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
    case 'resolve':
    case 'close':
      return when(mustClauses(policy, state, { action }).length === 0);
    default:
      return [entry];
  }
}

function missingFor(policy: Policy, state: CaseState, way: WayUp): readonly string[] {
  const missing = mustClauses(policy, state, { action: 'escalate', to: way.to, because: way.because });
  const needsConsulting = way.consultFirst !== undefined && !isConsulted(policy, state, way.consultFirst);
  return needsConsulting ? [...missing, ...way.clauses] : missing;
}

function mustClauses(policy: Policy, state: CaseState, step: Parameters<typeof unmetGuards>[2]): string[] {
  return unmetGuards(policy, state, step)
    .filter((guard) => guard.verb === 'must')
    .flatMap((guard) => guard.clauses);
}
