import { indexOf, type Action, type EventType, type Policy } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { EVENT_OF } from './commands.ts';
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
import { childOf, openingState } from './opening.ts';
import { happeningsIn, planOf, type EventTrigger } from './plan.ts';
import { refusalOf } from './rules.ts';
import { emptyState, type Draft } from './draft.ts';
import { currentVisit, type CaseState, type Leaving, type Visit } from './state.ts';

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
  for (const event of withCorrections(log)) take(policy, draft, event);
  return draft;
}

type Apply<T extends EventType> = (policy: Policy, draft: Draft, event: EventOf<T>) => void;

const ACTION_OF = Object.fromEntries(Object.entries(EVENT_OF).map(([action, type]) => [type, action])) as Record<
  EventType,
  Action
>;

function take(policy: Policy, draft: Draft, event: CaseEvent): void {
  draft.count++;
  const isSound = isSoundEvent(event);
  if (!isSound) {
    const fault = malformation(event);
    if (fault) return setAside(draft, event, fault);
  }
  draft.last = event;
  noteDepartures(policy, draft, event, isSound);
  meetByHappening(policy, draft, event);
  (APPLY[event.type] as Apply<EventType>)(policy, draft, event);
  noteFirst(policy, draft, event);
  if (event.type !== 'opened' && event.type !== 'escalated') {
    ariseFrom(policy, draft, event);
    restartRecurring(policy, draft, event);
  }
  reconsider(policy, draft, event);
}

/** What cannot be read stays in the log and is named. */
function setAside(draft: Draft, event: CaseEvent | null, { field, allowed }: FieldFault): void {
  draft.departures.push({
    kind: 'malformed-event',
    event: String(event?.id ?? draft.count),
    clauses: [],
    words: { key: 'warning.malformed', values: { field, allowed } },
  });
}

const APPLY: { readonly [T in EventType]: Apply<T> } = {
  opened(policy, draft, event) {
    if (draft.opened) return;
    draft.opened = event;
    draft.status = 'open';
    draft.policy = event.policy ?? null;
    draft.calendar = event.calendar ?? null;
    draft.route = event.route;
    draft.parties = event.parties ?? null;
    draft.child = childOf(policy, event);
    draft.causes = event.causes ?? [];
    draft.facts = { ...event.facts };
    draft.priority = event.priority ?? null;
    if (event.protectBy) draft.protectBy = { due: event.protectBy, at: event.at, event: event.id };
    enter(policy, draft, event, event.stage, 'opened');
  },
  changed(_policy, draft, event) {
    if (event.child) draft.child = changedChild(draft.child, event.child);
    // In place: what is copied at every event takes forever in a log that always adds to it.
    if (event.facts) Object.assign(draft.facts, event.facts);
    if (event.causes) draft.causes = event.causes;
    if (event.parties) draft.parties = changedParties(draft.parties, event.parties);
    if (event.priority !== undefined) draft.priority = event.priority;
  },
  consulted(_policy, draft, event) {
    const side = event.side ?? event.by?.side ?? 'raising';
    draft.consulted.add(side);
    if (side === 'raising' && event.with) draft.consultations.push(event.with);
  },
  discussed(_policy, draft) {
    draft.discussed = true;
  },
  progressed(_policy, draft, event) {
    const visit = currentVisit(draft);
    if (!visit) return;
    visit.tier = event.tier;
    visit.tiers++;
  },
  'timescale-set'(_policy, draft, event) {
    const set = { due: event.due, at: event.at, event: event.id };
    if (event.because === 'protects-child') draft.protectBy = set;
    else {
      const visit = currentVisit(draft);
      if (visit) visit.dates[event.because] = set;
    }
  },
  extended(_policy, draft, event) {
    const visit = currentVisit(draft);
    if (visit) visit.extension = { until: event.until, reason: event.reason, at: event.at, event: event.id };
  },
  escalated(policy, draft, event) {
    const from = currentVisit(draft);
    if (!from || !indexOf(policy).stages.has(event.to)) return;
    draft.status = 'open';
    noteBypassed(policy, draft, from.stage, event.to);
    leave(draft, event, 'escalated');
    ariseFrom(policy, draft, event);
    lapseDuties(policy, draft, event, 'stage-left');
    restartRecurring(policy, draft, event);
    enter(policy, draft, event, event.to, event.because);
  },
  decided(_policy, draft, event) {
    const visit = currentVisit(draft);
    if (visit) visit.decision = { option: event.option, at: event.at, event: event.id };
  },
  done(policy, draft, event) {
    draft.done.add(event.clause);
    meetDuty(policy, draft, event);
  },
  updated() {},
  dissented(_policy, draft) {
    draft.dissented = true;
  },
  'conference-requested'(_policy, draft) {
    draft.conferenceRequested = true;
  },
  resolved(policy, draft, event) {
    if (!draft.opened) return;
    draft.status = 'resolved';
    draft.resolution = event;
    leave(draft, event, 'resolved');
    lapseDuties(policy, draft, event, 'resolved');
  },
  learned() {},
  adopted(_policy, draft, event) {
    if (event.policy) draft.policy = event.policy;
    if (event.calendar) draft.calendar = event.calendar;
  },
  reopened(policy, draft, event) {
    const visit = currentVisit(draft);
    if (!visit) return;
    draft.status = 'open';
    draft.resolution = null;
    draft.rounds++;
    visit.left = null;
    lapseDuties(policy, draft, event, 'reopened');
    reviveDuties(policy, draft, event);
  },
  withdrawn(policy, draft, event) {
    if (!draft.opened) return;
    draft.status = 'withdrawn';
    leave(draft, event, 'withdrawn');
    lapseDuties(policy, draft, event, 'withdrawn');
  },
  closed(policy, draft, event) {
    if (!draft.opened) return;
    draft.status = 'closed';
    leave(draft, event, 'closed');
    lapseDuties(policy, draft, event, 'resolved');
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

function enter(policy: Policy, draft: Draft, event: CaseEvent, stage: string, because: Visit['because']): void {
  draft.visits.push({
    stage,
    at: event.at,
    event: event.id,
    because,
    left: null,
    tier: null,
    tiers: 0,
    decision: null,
    extension: null,
    dates: {},
    first: new Map(),
    protectBy: null,
  });
  foreseeOnEntry(policy, draft, event);
  if (event.type === 'opened') ariseFrom(policy, draft, event);
}

function leave(draft: Draft, event: CaseEvent, how: Leaving): void {
  const visit = currentVisit(draft);
  if (!visit || visit.left) return;
  visit.left = { at: event.at, event: event.id, how };
  visit.protectBy = draft.protectBy;
}

/** Duties that an event gives rise to where the case stands when it happens. */
function ariseFrom(policy: Policy, draft: Draft, event: CaseEvent): void {
  for (const { duty, trigger } of planOf(policy).dutiesOnEvent.get(event.type) ?? []) {
    if (isTriggered(trigger, event, currentVisit(draft)?.stage)) arise(duty, draft, event, event.type);
  }
}

function isTriggered(trigger: EventTrigger, event: CaseEvent, stage: string | undefined): boolean {
  const { at, option, result, clause } = trigger;
  if (at && (stage === undefined || !at.includes(stage))) return false;
  if (option && !option.includes((event as EventOf<'decided'>).option)) return false;
  if (clause && !clause.includes((event as EventOf<'done'>).clause)) return false;
  return !result || result.includes((event as EventOf<'resolved'>).result ?? 'agreed');
}

function noteBypassed(policy: Policy, draft: Draft, from: string, to: string): void {
  const index = indexOf(policy);
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
function noteFirst(policy: Policy, draft: Draft, event: CaseEvent): void {
  const { watched } = planOf(policy);
  if (watched.size === 0) return;
  for (const key of happeningsIn(event)) {
    if (!watched.has(key)) continue;
    if (!draft.first.has(key)) draft.first.set(key, event.at);
    const visit = currentVisit(draft);
    if (visit && !visit.first.has(key)) visit.first.set(key, event.at);
  }
}

function noteDepartures(policy: Policy, draft: Draft, event: CaseEvent, isSound: boolean): void {
  const action = ACTION_OF[event.type];
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
  const state = event.type === 'opened' ? openingState(policy, draft, event) : draft;
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
