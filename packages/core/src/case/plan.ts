import {
  ACTIONS,
  AUTHOR_SIDES,
  CALLOUT_KINDS,
  EVENT_TYPES,
  indexOf,
  type Action,
  type Callout,
  type Clock,
  type Condition,
  type EventType,
  type Guard,
  type Policy,
  type PolicyIndex,
  type AuthorSide,
  type Start,
  type Timescale,
  type Trigger,
} from '../policy/index.ts';
import { ofPolicy } from '../text/text.ts';
import type { Possible } from './actions.ts';
import type { ShownCallout } from './assessment.ts';
import { EVENT_OF, UNGUARDED } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { plannedDuty, type PlannedDuty } from './planned-duty.ts';
import { meetersOf } from './purpose.ts';

/** What replay looks up, worked out once for each policy. */
export interface Plan {
  readonly policy: Policy;
  readonly index: PolicyIndex;
  /** What there is to do at an event of each type: for most there is little, and logs are long. */
  readonly on: Readonly<Record<EventType, Handling>>;
  readonly duties: ReadonlyMap<string, PlannedDuty>;
  readonly dutiesOnEntering: ReadonlyMap<string, readonly PlannedDuty[]>;
  /** The clocks that run at each stage: its own and those that the policy gives for it. */
  readonly clocksAt: ReadonlyMap<string, readonly Clock[]>;
  /** Those that run at any stage, one that the policy does not know too. */
  readonly generalClocks: readonly Clock[];
  /** On what the clocks of each stage depend. */
  readonly clockConditions: ReadonlyMap<string, readonly ClockCondition[]>;
  /** Happenings that start or stop a clock, or that a duty waits for: nothing else need be remembered. */
  readonly watched: ReadonlySet<string>;
  /** Clauses of which a condition asks whether they were recorded as done, those of guards aside. */
  readonly conditionClauses: readonly string[];
  /** The guards before each action. */
  readonly guardsBefore: ReadonlyMap<Action, readonly Guard[]>;
  /** The clauses that each guard waits to see recorded as done. */
  readonly guardClauses: readonly { readonly guard: Guard; readonly clauses: ReadonlySet<string> }[];
  /** Triggers that wait for one clause to be recorded as done. */
  readonly doneTriggers: readonly EventTrigger[];
  /** The duties that bear each clause. */
  readonly bearing: ReadonlyMap<string, readonly string[]>;
  /** Duties that an event can meet, by the happening. */
  readonly metBy: ReadonlyMap<string, readonly string[]>;
  /** In the order in which they are shown: immediate danger first. */
  readonly callouts: readonly PlannedCallout[];
  /** What each action can be done as at a stage, once that was asked for. */
  readonly possible: Map<string | undefined, ReadonlyMap<Action, readonly Possible[]>>;
}

/** A condition on which a clock depends, by a name of its own at its stage. */
interface ClockCondition {
  readonly name: string;
  readonly condition: Condition;
}

/** A callout as it is shown, and where that is. */
interface PlannedCallout {
  readonly callout: ShownCallout;
  readonly when: Condition | null;
  readonly stages: readonly string[] | null;
}

/** What an event of one type can bring about under a policy. */
interface Handling {
  /** The action that makes such an event. */
  readonly action: Action;
  /** Duties that it may give rise to. */
  readonly duties: readonly { readonly duty: PlannedDuty; readonly trigger: EventTrigger }[];
  /** Something waits for such a happening. */
  readonly isWatched: boolean;
  /** It can meet a duty without being recorded as done. */
  readonly meets: boolean;
  /** It can meet a duty at all, or asks for one. */
  readonly looksUp: boolean;
  /** Recurring duties that count afresh from it. */
  readonly restarts: ReadonlySet<string>;
  /** It can begin or end a duty's condition, or brings back a case in which one did so meanwhile. */
  readonly decides: boolean;
}

export type EventTrigger = Extract<Trigger, { event: EventType }>;

export function planOf(policy: Policy): Plan {
  let plan = plans.get(policy);
  if (!plan) {
    plan = build(policy);
    plans.set(policy, plan);
  }
  return plan;
}

/** How the condition of a clock is named at its stage, or that of what stands in its place. */
export function conditionName(clock: Clock | Timescale, other?: number): string {
  const name = 'scope' in clock ? `${clock.id}@` : clock.id;
  return other === undefined ? name : `${name} ${other}`;
}

/** The names by which an event may be looked up: its type, `type:side`, and `done:clause`. */
export function happeningsIn(event: CaseEvent): readonly string[] {
  const { type } = event;
  const side = sideOf(event);
  const { bySide, byNobody } = NAMES[type];
  const names = side ? bySide[side] : byNobody;
  return type === 'done' ? [...names, happeningKey({ done: event.clause })] : names;
}

/** How a happening is named: its type, `type:side`, or `done:clause`. */
export function happeningKey(happening: { event: string; side?: string | undefined } | { done: string }): string {
  if ('done' in happening) return `done:${happening.done}`;
  return happening.side ? `${happening.event}:${happening.side}` : happening.event;
}

const plans = new WeakMap<Policy, Plan>();

/** What events of each type go by, by whose they are: put together once, for logs are long. */
const NAMES = Object.fromEntries(EVENT_TYPES.map((type) => [type, namesOf(type)])) as Record<EventType, Names>;

interface Names {
  readonly bySide: Readonly<Record<AuthorSide, readonly string[]>>;
  readonly byNobody: readonly string[];
}

function namesOf(type: EventType): Names {
  const bySide = Object.fromEntries(AUTHOR_SIDES.map((side) => [side, [type, happeningKey({ event: type, side })]]));
  return { bySide: bySide as unknown as Names['bySide'], byNobody: [type] };
}

function build(policy: Policy): Plan {
  const duties = new Map(policy.duties.map((duty) => [duty.id, plannedDuty(duty)]));
  const dutiesOnEntering = new Map<string, PlannedDuty[]>();
  const dutiesOnEvent = new Map<EventType, { duty: PlannedDuty; trigger: EventTrigger }[]>();
  for (const duty of duties.values()) {
    for (const trigger of duty.duty.on) {
      if ('event' in trigger) push(dutiesOnEvent, trigger.event, { duty, trigger });
      else for (const stage of trigger.enters) push(dutiesOnEntering, stage, duty);
    }
  }
  const clocks: Clock[] = [...policy.timescales, ...policy.stages.flatMap((stage) => stage.clocks)];
  const doneTriggers = (dutiesOnEvent.get('done') ?? []).map(({ trigger }) => trigger).filter(({ clause }) => clause);
  const metBy = new Map<string, string[]>();
  const bearing = new Map<string, string[]>();
  for (const duty of policy.duties) {
    for (const clause of duty.clauses) push(bearing, clause, duty.id);
    for (const key of new Set(duty.metBy?.map(happeningKey))) push(metBy, key, duty.id);
  }
  const guardsBefore = new Map<Action, Guard[]>();
  for (const action of ACTIONS) {
    const guards = policy.guards.filter(({ before }) => before.some((it) => it.action === action));
    if (guards.length > 0 && !UNGUARDED.includes(action)) guardsBefore.set(action, guards);
  }
  const conditionClauses = new Set(conditionsIn(policy).flatMap(({ done }) => done ?? []));
  const watched = new Set([
    ...clocks.flatMap(happeningsOf),
    ...doneTriggers.flatMap(({ clause = [] }) => clause.map((done) => happeningKey({ done }))),
  ]);
  const deciding = new Set(policy.duties.flatMap(({ when }) => partsOf(when).flatMap(decidingEvents)));
  const handling = (type: EventType): Handling => ({
    action: ACTION_OF.get(type)!,
    duties: dutiesOnEvent.get(type) ?? [],
    isWatched: isAnyOf(type, watched),
    meets: isAnyOf(type, metBy.keys()),
    looksUp: type === 'done' || type === 'closed' || isAnyOf(type, metBy.keys()),
    restarts: new Set(policy.duties.filter((duty) => duty.recurring?.restartedBy.includes(type)).map(({ id }) => id)),
    decides: deciding.has(type) || type === 'reopened',
  });
  return {
    policy,
    index: indexOf(policy),
    on: Object.fromEntries(EVENT_TYPES.map((type) => [type, handling(type)])) as Record<EventType, Handling>,
    duties,
    dutiesOnEntering,
    clocksAt: new Map(policy.stages.map((stage) => [stage.id, [...stage.clocks, ...generalAt(policy, stage.id)]])),
    generalClocks: generalAt(policy),
    clockConditions: new Map(
      policy.stages.map(({ id, clocks }) => [id, [...clocks, ...policy.timescales].flatMap(clockConditions)]),
    ),
    watched,
    guardsBefore,
    guardClauses: policy.guards.map((guard) => {
      const conditions = [guard.needs, guard.waived?.when].flatMap(partsOf);
      return { guard, clauses: new Set(conditions.flatMap(({ done }) => done ?? [])) };
    }),
    conditionClauses: Object.keys(policy.clauses).filter((clause) => conditionClauses.has(clause)),
    doneTriggers,
    bearing,
    metBy,
    callouts: policy.callouts.map(plannedCallout).sort((a, b) => rankOf(a) - rankOf(b)),
    possible: new Map(),
  };
}

function plannedCallout({ id, kind, clauses, text, when, stages }: Callout): PlannedCallout {
  return { callout: { id, kind, clauses, words: ofPolicy(text) }, when: when ?? null, stages: stages ?? null };
}

function rankOf({ callout }: PlannedCallout): number {
  return CALLOUT_KINDS.indexOf(callout.kind);
}

/** Clocks of every stage, or of those they list. */
function generalAt({ timescales }: Policy, stage?: string): Clock[] {
  return timescales.filter(
    ({ scope, stages }) => scope === 'stage' && (!stages || (stage !== undefined && stages.includes(stage))),
  );
}

function clockConditions(clock: Clock | Timescale): ClockCondition[] {
  const runs = clock.when ? [{ name: conditionName(clock), condition: clock.when }] : [];
  const others = clock.instead ?? [];
  return [...runs, ...others.map(({ when }, i) => ({ name: conditionName(clock, i), condition: when }))];
}

const ACTION_OF = new Map(Object.entries(EVENT_OF).map(([action, type]) => [type, action as Action]));

/** Whether one of these happenings is of this type. */
function isAnyOf(type: EventType, happenings: Iterable<string>): boolean {
  for (const key of happenings) if (key === type || key.startsWith(`${type}:`)) return true;
  return false;
}

function happeningsOf(clock: Clock): string[] {
  const starts: readonly Start[] =
    typeof clock.starts === 'object' && 'firstOf' in clock.starts ? clock.starts.firstOf : [clock.starts ?? 'entered'];
  const meeters = [clock, ...(clock.instead ?? [])].flatMap((rule) => meetersOf(clock, rule));
  return [...starts, ...meeters].flatMap((happening) =>
    typeof happening === 'object' && ('event' in happening || 'done' in happening) ? happeningKey(happening) : [],
  );
}

/** Every condition of the policy but those of its guards, with those inside others. */
function conditionsIn(policy: Policy): Condition[] {
  const clocks: Clock[] = [...policy.timescales, ...policy.stages.flatMap((stage) => stage.clocks)];
  const holders = [
    ...policy.stages,
    ...clocks,
    ...clocks.flatMap(({ instead = [] }) => instead),
    ...policy.stages.flatMap(({ instead = [] }) => instead),
    ...policy.stages.flatMap(({ decision }) => decision?.options.flatMap(({ instead = [] }) => instead) ?? []),
    ...policy.duties.flatMap(({ instead = [] }) => instead),
    ...policy.ways,
    ...policy.duties,
    ...policy.callouts,
    ...policy.asks,
  ];
  return holders.flatMap(({ when }) => partsOf(when));
}

/** A condition with those inside it. */
export function partsOf(condition: Condition | undefined): Condition[] {
  if (!condition) return [];
  const { any = [], all = [], not } = condition;
  return [condition, ...[...any, ...all, ...(not ? [not] : [])].flatMap(partsOf)];
}

const DECIDING: { readonly [K in keyof Condition]: EventType } = {
  childStatus: 'changed',
  subject: 'changed',
  cause: 'changed',
  fact: 'changed',
  priority: 'changed',
  party: 'changed',
  decided: 'decided',
  done: 'done',
  consulted: 'consulted',
  discussed: 'discussed',
  dissented: 'dissented',
  conferenceRequested: 'conference-requested',
};

function decidingEvents(condition: Condition): EventType[] {
  return Object.entries(DECIDING).flatMap(([key, type]) =>
    condition[key as keyof Condition] === undefined ? [] : type,
  );
}

/** Whose an event is. */
function sideOf(event: CaseEvent): AuthorSide | undefined {
  return event.type === 'consulted' || event.type === 'progressed' ? (event.side ?? event.by?.side) : event.by?.side;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
