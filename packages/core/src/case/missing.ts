import { indexOf, type Action, type Condition, type Policy, type Reason } from '../policy/index.ts';
import { EVENT_OF, type Command } from './commands.ts';
import { missingFields } from './fields.ts';
import { unmetGuards, type Step } from './guards.ts';
import { asIfOpened, asksAt, isAnswered } from './opening.ts';
import { partsOf } from './plan.ts';
import { currentVisit, newVisit, type CaseState } from './state.ts';
import { isConsulted, waysUp } from './ways-up.ts';

/** One thing that the engine misses to take a command. */
export interface Missing {
  /**
   * `field`: of the event, by its path (`parties`, `child.subject`). `fact`, `ask`, `guard`: the policy's, by its id.
   * `consult`: a role to be consulted first.
   */
  readonly what: 'field' | 'fact' | 'ask' | 'guard' | 'consult';
  readonly id: string;
  readonly clauses: readonly string[];
  /** `must`: refused without it. `should`: taken with a warning. `may`: what is asked, or refused, turns on it. */
  readonly verb: 'must' | 'should' | 'may';
}

/** A command as far as it is known. */
type PartOfCommand = Partial<Command> & Pick<Command, 'action'>;

/**
 * What the engine still misses to take a command: what a form has to ask, found from what is known so far. Empty where
 * nothing is missing; a value that is there and wrong is for `decide` to refuse.
 *
 * @param command its fields as far as they are known
 */
export function missingFor(policy: Policy, state: CaseState, command: PartOfCommand): Missing[] {
  const { action } = command;
  const then = action === 'open' ? asIfOpened(policy, state, command) : asIfTaken(state, command);
  const step = stepOf(command, then);
  const fields = missingFields(EVENT_OF[action], command).map((id) => ({
    what: 'field',
    id,
    clauses: [],
    verb: 'must',
  }));
  const unmet = unmetGuards(policy, then, step);
  return [
    ...(fields as Missing[]),
    ...turningOn(policy, then, step),
    ...missingAsks(policy, then, command, step),
    ...unmet.map(({ id, clauses, verb }): Missing => ({ what: 'guard', id, clauses, verb })),
    ...missingForWay(policy, state, command),
  ];
}

/** Of that, what the policy's form asks. */
export function missedAsks(policy: Policy, state: CaseState, command: PartOfCommand): Missing[] {
  const then = command.action === 'open' ? asIfOpened(policy, state, command) : asIfTaken(state, command);
  return missingAsks(policy, then, command, stepOf(command, then));
}

/** The stage that a step leads to; for an action that leads nowhere, where the case stands. */
function stepOf({ action, to, because }: PartOfCommand, then: CaseState): Step {
  if (action === 'open') {
    const stage = currentVisit(then)?.stage;
    return { action, ...(stage !== undefined && { to: stage }) };
  }
  return {
    action,
    ...(typeof to === 'string' && { to }),
    ...(typeof because === 'string' && { because: because as Reason }),
  };
}

/** A step up is looked at as if it were taken: what is asked on the way in speaks of the stage that it leads to. */
function asIfTaken(state: CaseState, { action, facts }: PartOfCommand): CaseState {
  const known = action === 'change' || action === 'escalate' ? (facts as CaseState['facts'] | undefined) : undefined;
  return known ? { ...state, facts: { ...state.facts, ...known } } : state;
}

/** Asks of the stage that is opened or entered. A case that is under way is never held up for one. */
function missingAsks(
  policy: Policy,
  then: CaseState,
  command: PartOfCommand,
  { action, to, because = 'unresolved' }: Step,
): Missing[] {
  if (to === undefined || (action !== 'open' && action !== 'escalate')) return [];
  if (!policy.asks.some(({ stages }) => stages.includes(to))) return [];
  const there = action === 'open' ? then : { ...then, visits: [...then.visits, newVisit(to, because, NOWHEN)] };
  return asksAt(policy, there, to)
    .filter((ask) => !isAnswered(ask, command[ask.id]))
    .map(({ id, clauses, verb }) => ({
      what: 'ask',
      id,
      clauses,
      verb: action === 'escalate' && verb === 'must' ? 'should' : verb,
    }));
}

const NOWHEN = { at: '', event: '' };

/** Answers on which it turns whether the step is refused, warned about, or asks for more; those that are not there yet. */
function turningOn(policy: Policy, then: CaseState, { action, to }: Step): Missing[] {
  const { facts } = indexOf(policy);
  const conditions = conditionsAround(policy, then, action, to).flatMap(partsOf);
  const missing = new Map<string, Missing>();
  const note = (what: Missing['what'], id: string, clauses: readonly string[] = []) =>
    missing.set(`${what} ${id}`, { what, id, clauses, verb: 'may' });
  for (const condition of conditions) {
    for (const id of Object.keys(condition.fact ?? {})) {
      if (then.facts[id] === undefined && facts.has(id)) note('fact', id, facts.get(id)!.clauses);
    }
    if (action === 'open') for (const path of pathsOf(condition)) if (!isKnown(then.opened, path)) note('field', path);
  }
  return [...missing.values()];
}

/** The conditions of the stages that a case may be opened at, and of guards and asks around the step. */
function conditionsAround(policy: Policy, then: CaseState, action: Action, to?: string): (Condition | undefined)[] {
  const { route, stages } = indexOf(policy);
  const leads = action === 'open' || action === 'escalate';
  const guards = policy.guards.filter(({ before }) =>
    before.some((it) => it.action === action && (!it.to || to === undefined || it.to.includes(to))),
  );
  const asks = leads ? policy.asks.filter((ask) => to === undefined || ask.stages.includes(to)) : [];
  return [
    ...(action === 'open' ? route(then.route ?? '').map((id) => stages.get(id)?.when) : []),
    ...guards.flatMap(({ needs, waived }) => [needs, waived?.when]),
    ...asks.map(({ when }) => when),
  ];
}

/** Where the answers stand that a condition looks at. */
function pathsOf({ childStatus, subject, cause, priority, party }: Condition): string[] {
  const sides = party?.side ? [party.side] : (['raising', 'receiving'] as const);
  return [
    ...(childStatus ? ['child.statuses'] : []),
    ...(subject ? ['child.subject'] : []),
    ...(cause ? ['causes'] : []),
    ...(priority ? ['priority'] : []),
    ...(party?.noLead === undefined ? [] : sides.map((side) => `parties.${side}.noLead`)),
  ];
}

function isKnown(opening: unknown, path: string): boolean {
  let value = opening;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value !== undefined;
}

/** What the way up asks for: who approved it, whom to consult first. */
function missingForWay(
  policy: Policy,
  state: CaseState,
  { action, to, because, approvedBy }: PartOfCommand,
): Missing[] {
  if (action === 'extend') {
    const { approver, clauses = [] } = policy.extension ?? {};
    return approver && !approvedBy ? [{ what: 'field', id: 'approvedBy', clauses, verb: 'must' }] : [];
  }
  if (action !== 'escalate') return [];
  const way = waysUp(policy, state).find((it) => it.to === to && it.because === because);
  if (!way) return [];
  const { approver, consultFirst, clauses } = way;
  return [
    ...(approver && !approvedBy ? [{ what: 'field', id: 'approvedBy', clauses, verb: 'must' } as const] : []),
    ...(consultFirst && !isConsulted(policy, state, consultFirst)
      ? [{ what: 'consult', id: consultFirst, clauses, verb: 'must' } as const]
      : []),
  ];
}
