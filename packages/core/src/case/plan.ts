import { type Clock, type Duty, type EventType, type Policy, type Start, type Trigger } from '../policy/index.ts';

/** What replay looks up at every event, worked out once for each policy. */
export interface Plan {
  readonly dutiesOnEntering: ReadonlyMap<string, readonly Duty[]>;
  readonly dutiesOnEvent: ReadonlyMap<EventType, readonly { duty: Duty; trigger: EventTrigger }[]>;
  /** Event types from which a recurring duty counts afresh. */
  readonly restarting: ReadonlySet<EventType>;
  /** Happenings that start or stop a clock: nothing else need be remembered. */
  readonly watched: ReadonlySet<string>;
  /** Clauses of which a guard asks that they be recorded as done. */
  readonly guardClauses: readonly string[];
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

/** How a happening is named: its type, `type:side`, or `done:clause`. */
export function happeningKey(happening: { event: string; side?: string | undefined } | { done: string }): string {
  if ('done' in happening) return `done:${happening.done}`;
  return happening.side ? `${happening.event}:${happening.side}` : happening.event;
}

const plans = new WeakMap<Policy, Plan>();

function build(policy: Policy): Plan {
  const dutiesOnEntering = new Map<string, Duty[]>();
  const dutiesOnEvent = new Map<EventType, { duty: Duty; trigger: EventTrigger }[]>();
  for (const duty of policy.duties) {
    for (const trigger of duty.on) {
      if ('event' in trigger) push(dutiesOnEvent, trigger.event, { duty, trigger });
      else for (const stage of trigger.enters) push(dutiesOnEntering, stage, duty);
    }
  }
  const clocks: Clock[] = [...policy.timescales, ...policy.stages.flatMap((stage) => stage.clocks)];
  return {
    dutiesOnEntering,
    dutiesOnEvent,
    restarting: new Set(policy.duties.flatMap((duty) => duty.recurring?.restartedBy ?? [])),
    watched: new Set(clocks.flatMap(happeningsOf)),
    guardClauses: Object.keys(policy.clauses).filter((clause) =>
      policy.guards.some((guard) => mentionsDone(guard.needs, clause)),
    ),
  };
}

function happeningsOf(clock: Clock): string[] {
  const starts: readonly Start[] =
    typeof clock.starts === 'object' && 'firstOf' in clock.starts ? clock.starts.firstOf : [clock.starts ?? 'entered'];
  return [...starts, ...(clock.stops ? [clock.stops] : [])].flatMap((happening) =>
    typeof happening === 'object' && ('event' in happening || 'done' in happening) ? happeningKey(happening) : [],
  );
}

function mentionsDone(needs: Policy['guards'][number]['needs'], clause: string): boolean {
  return (
    (needs.done?.includes(clause) ?? false) ||
    [...(needs.any ?? []), ...(needs.all ?? [])].some((part) => mentionsDone(part, clause))
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
