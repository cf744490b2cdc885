import type { Action, EventType, Policy } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { withCorrections } from './corrections.ts';
import {
  arise,
  foreseeOnEntry,
  lapseDuties,
  meetByHappening,
  meetDuty,
  reconsider,
  restartRecurring,
  reviveDuties,
} from './duties.ts';
import type { CaseEvent, Child, EventOf, Parties } from './events.ts';
import { isSoundEvent, malformation, type FieldFault } from './fields.ts';
import { unmetGuards } from './guards.ts';
import { asIfOpened, childOf } from './opening.ts';
import { happeningsIn, planOf, type EventTrigger, type Plan } from './plan.ts';
import { refusalOf } from './rules.ts';
import { emptyState, type Draft } from './draft.ts';
import { currentVisit, newVisit, type CaseState, type Leaving, type Visit } from './state.ts';

/**
 * Reads a log.
 *
 * Every well-formed event is taken as fact, in the order of the log. What departs from the policy is noted, never
 * lost; what cannot be read is set aside and named. Knows no clock.
 *
 * @param log events as the host keeps them, corrections included.
 */
export function replay(policy: Policy, log: readonly CaseEvent[]): CaseState {
  const draft = emptyState(log);
  const plan = planOf(policy);
  for (const event of withCorrections(log)) take(plan, draft, event);
  return draft;
}

type Apply<T extends EventType> = (plan: Plan, draft: Draft, event: EventOf<T>) => void;

function take(plan: Plan, draft: Draft, event: CaseEvent): void {
  draft.count++;
  const isSound = isSoundEvent(event);
  if (!isSound) {
    const fault = malformation(event);
    if (fault) return setAside(draft, event, fault);
  }
  draft.last = event;
  const { type } = event;
  const handling = plan.on[type];
  noteDepartures(plan.policy, draft, event, handling.action, isSound);
  if (handling.meets) meetByHappening(plan, draft, event);
  (APPLY[type] as Apply<EventType>)(plan, draft, event);
  if (handling.isWatched) noteFirst(plan, draft, event);
  if (type !== 'opened' && type !== 'escalated') {
    if (handling.duties.length > 0) ariseFrom(plan, draft, event);
    if (handling.restarts.size > 0) restartRecurring(plan, draft, event);
  }
  if (handling.decides) reconsider(plan, draft, event);
}

/** What cannot be read stays in the log and is named. */
function setAside(draft: Draft, event: CaseEvent | null, { field, allowed }: FieldFault): void {
  draft.departures.push({
    kind: 'malformed-event',
    event: typeof event?.id === 'string' ? event.id : String(draft.count),
    clauses: [],
    words: { key: 'warning.malformed', values: { field, allowed } },
  });
}

const APPLY: { readonly [T in EventType]: Apply<T> } = {
  opened(plan, draft, event) {
    if (draft.opened) return;
    draft.opened = event;
    draft.status = 'open';
    draft.policy = event.policy ?? null;
    draft.calendar = event.calendar ?? null;
    draft.route = event.route;
    draft.parties = event.parties ?? null;
    draft.child = childOf(plan.policy, event);
    draft.causes = event.causes ?? [];
    draft.facts = { ...event.facts };
    draft.priority = event.priority ?? null;
    if (event.protectBy) draft.protectBy = { due: event.protectBy, at: event.at, event: event.id };
    enter(plan, draft, event, event.stage, 'opened');
  },
  changed(_plan, draft, event) {
    if (event.child) draft.child = changedChild(draft.child, event.child);
    // In place: what is copied at every event takes forever in a log that always adds to it.
    if (event.facts) Object.assign(draft.facts, event.facts);
    if (event.causes) draft.causes = event.causes;
    if (event.parties) draft.parties = changedParties(draft.parties, event.parties);
    if (event.priority !== undefined) draft.priority = event.priority;
  },
  consulted(_plan, draft, event) {
    const side = event.side ?? event.by?.side ?? 'raising';
    draft.consulted.add(side);
    if (side === 'raising' && event.with) draft.consultations.push(event.with);
  },
  discussed(_plan, draft) {
    draft.discussed = true;
  },
  progressed(_plan, draft, event) {
    const visit = currentVisit(draft);
    if (!visit) return;
    visit.tier = event.tier;
    visit.tiers++;
  },
  'timescale-set'(_plan, draft, event) {
    const set = { due: event.due, at: event.at, event: event.id };
    if (event.because === 'protects-child') draft.protectBy = set;
    else {
      const visit = currentVisit(draft);
      if (visit) visit.dates[event.because] = set;
    }
  },
  extended(_plan, draft, event) {
    const visit = currentVisit(draft);
    if (visit) visit.extension = { until: event.until, reason: event.reason, at: event.at, event: event.id };
  },
  escalated(plan, draft, event) {
    const from = currentVisit(draft);
    if (!from || !plan.index.stages.has(event.to)) return;
    draft.status = 'open';
    noteBypassed(plan, draft, from.stage, event.to);
    leave(plan, draft, event, 'escalated');
    ariseFrom(plan, draft, event);
    lapseDuties(plan, draft, event, 'stage-left');
    restartRecurring(plan, draft, event);
    enter(plan, draft, event, event.to, event.because);
  },
  decided(_plan, draft, event) {
    const visit = currentVisit(draft);
    if (visit) visit.decision = { option: event.option, at: event.at, event: event.id };
  },
  done(plan, draft, event) {
    draft.done.add(event.clause);
    meetDuty(plan, draft, event);
  },
  updated() {},
  dissented(_plan, draft) {
    draft.dissented = true;
  },
  'conference-requested'(_plan, draft) {
    draft.conferenceRequested = true;
  },
  resolved(plan, draft, event) {
    if (!draft.opened) return;
    draft.status = 'resolved';
    draft.resolution = event;
    leave(plan, draft, event, 'resolved');
    lapseDuties(plan, draft, event, 'resolved');
  },
  learned() {},
  adopted(_plan, draft, event) {
    if (event.policy) draft.policy = event.policy;
    if (event.calendar) draft.calendar = event.calendar;
  },
  reopened(plan, draft, event) {
    const visit = currentVisit(draft);
    if (!visit) return;
    draft.status = 'open';
    draft.resolution = null;
    draft.rounds++;
    visit.left = null;
    lapseDuties(plan, draft, event, 'reopened');
    reviveDuties(plan, draft, event);
  },
  withdrawn(plan, draft, event) {
    if (!draft.opened) return;
    draft.status = 'withdrawn';
    leave(plan, draft, event, 'withdrawn');
    lapseDuties(plan, draft, event, 'withdrawn');
  },
  closed(plan, draft, event) {
    if (!draft.opened) return;
    draft.status = 'closed';
    leave(plan, draft, event, 'closed');
    lapseDuties(plan, draft, event, 'resolved');
  },
  corrected() {},
};

/** Of what is known of a child, and no other field that the event may have. */
function changedChild(child: Child, { statuses, subject, reference }: Partial<Child>): Child {
  return {
    ...child,
    ...(statuses && { statuses }),
    ...(subject !== undefined && { subject }),
    ...(reference !== undefined && { reference }),
  };
}

function changedParties(parties: Parties | null, { raising, receiving }: Partial<Parties>): Parties {
  return { ...parties, ...(raising && { raising }), ...(receiving && { receiving }) } as Parties;
}

function enter(plan: Plan, draft: Draft, event: CaseEvent, stage: string, because: Visit['because']): void {
  draft.visits.push(newVisit(stage, because, { at: event.at, event: event.id }));
  foreseeOnEntry(plan, draft, event, stage);
  if (event.type === 'opened') ariseFrom(plan, draft, event);
}

function leave(plan: Plan, draft: Draft, event: CaseEvent, how: Leaving): void {
  const visit = currentVisit(draft);
  if (!visit || visit.left) return;
  const { protectBy, priority } = draft;
  const held = new Set<string>();
  for (const { name, condition } of plan.clockConditions.get(visit.stage) ?? []) {
    if (holds(condition, draft)) held.add(name);
  }
  const because = event.type === 'escalated' ? event.because : null;
  visit.left = { at: event.at, event: event.id, how, because, protectBy, priority, held };
}

/** Duties that an event gives rise to where the case stands when it happens. */
function ariseFrom(plan: Plan, draft: Draft, event: CaseEvent): void {
  for (const { duty, trigger } of plan.on[event.type].duties) {
    if (isTriggered(trigger, event, currentVisit(draft)?.stage)) arise(duty, draft, event, event.type);
  }
}

function isTriggered(trigger: EventTrigger, event: CaseEvent, stage: string | undefined): boolean {
  const { at, option, result, clause, gap } = trigger;
  if (at && (stage === undefined || !at.includes(stage))) return false;
  if (option && !option.includes((event as EventOf<'decided'>).option)) return false;
  if (clause && !clause.includes((event as EventOf<'done'>).clause)) return false;
  if (gap !== undefined && gap !== isGap(event)) return false;
  return !result || result.includes(resultOf(event)) || (result.includes('policy-gap') && isGap(event));
}

/** Whether policy or practice was found to lack something. Older records have it as the result. */
function isGap(event: CaseEvent): boolean {
  return (event as EventOf<'learned'>).gap === true || (event.type === 'resolved' && event.result === 'policy-gap');
}

function resultOf(event: CaseEvent): string {
  return (event as EventOf<'resolved'>).result ?? 'agreed';
}

function noteBypassed(plan: Plan, draft: Draft, from: string, to: string): void {
  const { index } = plan;
  const ladder = index.route(draft.route ?? '');
  const jumped = ladder.slice(ladder.indexOf(from) + 1, Math.max(ladder.indexOf(to), 0));
  for (const id of jumped) {
    const stage = index.stages.get(id);
    // A stage that is not for this case was not passed over.
    if (stage && holds(stage.when, draft) && !draft.bypassed.includes(id)) draft.bypassed.push(id);
  }
  const at = draft.bypassed.indexOf(to);
  if (at >= 0) draft.bypassed.splice(at, 1);
}

/** `escalated` is counted in the stay it leads to, everything else where it happened. */
function noteFirst(plan: Plan, draft: Draft, event: CaseEvent): void {
  const { watched } = plan;
  for (const key of happeningsIn(event)) {
    if (!watched.has(key)) continue;
    if (!draft.first.has(key)) draft.first.set(key, event.at);
    const visit = currentVisit(draft);
    if (visit && !visit.first.has(key)) visit.first.set(key, event.at);
  }
}

function noteDepartures(policy: Policy, draft: Draft, event: CaseEvent, action: Action, isSound: boolean): void {
  const refused = refusalOf(policy, draft, action, event as unknown as Record<string, unknown>, isSound);
  if (refused) {
    draft.departures.push({
      kind: 'departure',
      event: event.id,
      clauses: refused.clauses,
      words: { key: 'warning.departure', values: { type: event.type, reason: refused.text.key } },
    });
  }
  if (event.type !== 'opened' && event.type !== 'escalated') return;
  const to = event.type === 'opened' ? event.stage : event.to;
  const because = event.type === 'escalated' ? event.because : undefined;
  const state = event.type === 'opened' ? asIfOpened(policy, draft, event) : draft;
  for (const guard of unmetGuards(policy, state, { action, to, ...(because && { because }) })) {
    draft.departures.push({
      kind: 'guard-unmet',
      event: event.id,
      clauses: guard.clauses,
      words: { key: 'warning.guard', values: { guard: guard.text } },
      guard: guard.id,
    });
  }
}
