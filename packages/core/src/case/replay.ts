import type { Action, EventType, Policy } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { withCorrections } from './corrections.ts';
import {
  answerDuties,
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
import { meetableOf } from './meetable.ts';
import { asIfOpened, childOf } from './opening.ts';
import { happeningsIn, planOf, type EventTrigger, type Plan } from './plan.ts';
import { refusalOf } from './rules.ts';
import { startReading, type Reading } from './reading.ts';
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
  const reading = startReading(log);
  const plan = planOf(policy);
  for (const event of withCorrections(log)) take(plan, reading, event);
  return reading.state;
}

type Apply<T extends EventType> = (plan: Plan, reading: Reading, event: EventOf<T>) => void;

function take(plan: Plan, reading: Reading, event: CaseEvent): void {
  reading.state.count++;
  reading.fieldsAreSound = isSoundEvent(event);
  if (!reading.fieldsAreSound) {
    const fault = malformation(event);
    if (fault) return setAside(reading, event, fault);
  }
  reading.state.last = event;
  const { type } = event;
  const handling = plan.on[type];
  if (handling.looksUp) reading.meetable ??= meetableOf(reading.state);
  noteDepartures(plan, reading, event, handling.action);
  const happenings = handling.meets || handling.isWatched ? happeningsIn(event) : [];
  if (handling.meets) meetByHappening(plan, reading, event, happenings);
  (APPLY[type] as Apply<EventType>)(plan, reading, event);
  if (handling.isWatched) noteFirst(plan, reading, event, happenings);
  if (type !== 'opened' && type !== 'escalated') {
    if (handling.duties.length > 0) ariseFrom(plan, reading, event);
    if (handling.restarts.size > 0) restartRecurring(plan, reading, event);
  }
  if (handling.decides) reconsider(plan, reading, event);
}

/** What cannot be read stays in the log and is named. */
function setAside(reading: Reading, event: CaseEvent | null, { field, allowed }: FieldFault): void {
  reading.state.departures.push({
    kind: 'malformed-event',
    event: typeof event?.id === 'string' ? event.id : String(reading.state.count),
    clauses: [],
    words: { key: 'warning.malformed', values: { field, allowed } },
  });
}

const APPLY: { readonly [T in EventType]: Apply<T> } = {
  opened(plan, reading, event) {
    if (reading.state.opened) return;
    reading.state.opened = event;
    reading.state.status = 'open';
    reading.state.policy = event.policy ?? null;
    reading.state.calendar = event.calendar ?? null;
    reading.state.route = event.route;
    reading.state.parties = event.parties ?? null;
    reading.state.child = childOf(plan.policy, event);
    reading.state.causes = event.causes ?? [];
    reading.state.facts = { ...event.facts };
    reading.state.priority = event.priority ?? null;
    if (event.protectBy) reading.state.protectBy = { due: event.protectBy, at: event.at, event: event.id };
    enter(plan, reading, event, event.stage, 'opened');
  },
  changed(_plan, reading, event) {
    if (event.child) reading.state.child = changedChild(reading.state.child, event.child);
    // In place: what is copied at every event takes forever in a log that always adds to it.
    if (event.facts) Object.assign(reading.state.facts, event.facts);
    if (event.causes) reading.state.causes = event.causes;
    if (event.parties) reading.state.parties = changedParties(reading.state.parties, event.parties);
    if (event.priority !== undefined) reading.state.priority = event.priority;
  },
  consulted(_plan, reading, event) {
    const side = event.side ?? event.by?.side ?? 'raising';
    reading.state.consulted.add(side);
    if (side === 'raising' && event.with) reading.state.consultations.push(event.with);
  },
  discussed(_plan, reading) {
    reading.state.discussed = true;
  },
  progressed(_plan, reading, event) {
    const visit = currentVisit(reading.state);
    if (!visit) return;
    visit.tier = event.tier;
    visit.tiers++;
    if (event.side) visit.tierOf = { ...visit.tierOf, [event.side]: event.tier };
    else visit.tierOf = {};
  },
  'timescale-set'(_plan, reading, event) {
    const set = { due: event.due, at: event.at, event: event.id };
    if (event.because === 'protects-child') reading.state.protectBy = set;
    else {
      const visit = currentVisit(reading.state);
      if (visit) visit.dates[event.because] = set;
    }
  },
  extended(_plan, reading, event) {
    const visit = currentVisit(reading.state);
    if (visit) visit.extension = { until: event.until, reason: event.reason, at: event.at, event: event.id };
  },
  escalated(plan, reading, event) {
    const from = currentVisit(reading.state);
    if (!from || !plan.index.stages.has(event.to)) return;
    reading.state.status = 'open';
    noteBypassed(plan, reading, from.stage, event.to);
    leave(plan, reading, event, 'escalated');
    ariseFrom(plan, reading, event);
    lapseDuties(plan, reading, event, 'stage-left');
    restartRecurring(plan, reading, event);
    enter(plan, reading, event, event.to, event.because);
  },
  decided(_plan, reading, event) {
    const visit = currentVisit(reading.state);
    if (visit) visit.decision = { option: event.option, at: event.at, event: event.id };
  },
  done(plan, reading, event) {
    reading.state.done.add(event.clause);
    meetDuty(plan, reading, event);
  },
  updated() {},
  dissented(_plan, reading) {
    reading.state.dissented = true;
  },
  'conference-requested'(_plan, reading, event) {
    reading.state.conferenceRequested = true;
    const visit = currentVisit(reading.state);
    if (visit) visit.conference = { at: event.at, event: event.id };
  },
  resolved(plan, reading, event) {
    if (!reading.state.opened) return;
    reading.state.status = 'resolved';
    reading.state.resolution = event;
    leave(plan, reading, event, 'resolved');
    lapseDuties(plan, reading, event, 'resolved');
  },
  learned() {},
  adopted(_plan, reading, event) {
    if (event.policy) reading.state.policy = event.policy;
    if (event.calendar) reading.state.calendar = event.calendar;
  },
  reopened(plan, reading, event) {
    const visit = currentVisit(reading.state);
    if (!visit) return;
    reading.state.status = 'open';
    reading.state.resolution = null;
    reading.state.closing = null;
    reading.rounds++;
    visit.left = null;
    lapseDuties(plan, reading, event, 'reopened');
    reviveDuties(plan, reading, event);
  },
  withdrawn(plan, reading, event) {
    if (!reading.state.opened) return;
    reading.state.status = 'withdrawn';
    leave(plan, reading, event, 'withdrawn');
    lapseDuties(plan, reading, event, 'withdrawn');
  },
  closed(plan, reading, event) {
    if (!reading.state.opened) return;
    reading.state.status = 'closed';
    reading.state.closing = event;
    answerDuties(plan, reading, event);
    leave(plan, reading, event, 'closed');
    lapseDuties(plan, reading, event, 'resolved');
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

function enter(plan: Plan, reading: Reading, event: CaseEvent, stage: string, because: Visit['because']): void {
  reading.state.visits.push(newVisit(stage, because, { at: event.at, event: event.id }));
  foreseeOnEntry(plan, reading, event, stage);
  if (event.type === 'opened') ariseFrom(plan, reading, event);
}

function leave(plan: Plan, reading: Reading, event: CaseEvent, how: Leaving): void {
  const visit = currentVisit(reading.state);
  if (!visit || visit.left) return;
  const { protectBy, priority } = reading.state;
  const held = new Set<string>();
  for (const { name, condition } of plan.clockConditions.get(visit.stage) ?? []) {
    if (holds(condition, reading.state)) held.add(name);
  }
  const because = event.type === 'escalated' ? event.because : null;
  visit.left = { at: event.at, event: event.id, how, because, protectBy, priority, held };
}

/** Duties that an event gives rise to where the case stands when it happens. */
function ariseFrom(plan: Plan, reading: Reading, event: CaseEvent): void {
  for (const { duty, trigger } of plan.on[event.type].duties) {
    if (isTriggered(trigger, event, currentVisit(reading.state)?.stage)) arise(duty, reading, event, event.type);
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

function noteBypassed(plan: Plan, reading: Reading, from: string, to: string): void {
  const { index } = plan;
  const ladder = index.route(reading.state.route ?? '');
  const jumped = ladder.slice(ladder.indexOf(from) + 1, Math.max(ladder.indexOf(to), 0));
  for (const id of jumped) {
    const stage = index.stages.get(id);
    // A stage that is not for this case was not passed over.
    if (stage && holds(stage.when, reading.state) && !reading.state.bypassed.includes(id))
      reading.state.bypassed.push(id);
  }
  const at = reading.state.bypassed.indexOf(to);
  if (at >= 0) reading.state.bypassed.splice(at, 1);
}

/** `escalated` is counted in the stay it leads to, everything else where it happened. */
function noteFirst(plan: Plan, reading: Reading, event: CaseEvent, happenings: readonly string[]): void {
  const { watched } = plan;
  for (const key of happenings) {
    if (!watched.has(key)) continue;
    if (!reading.state.first.has(key)) reading.state.first.set(key, event.at);
    const visit = currentVisit(reading.state);
    if (visit && !visit.first.has(key)) visit.first.set(key, event.at);
  }
}

function noteDepartures(plan: Plan, reading: Reading, event: CaseEvent, action: Action): void {
  const refused = refusalOf(plan.policy, reading.state, action, event as unknown as Record<string, unknown>, reading);
  if (refused) {
    reading.state.departures.push({
      kind: 'departure',
      event: event.id,
      clauses: refused.clauses,
      words: {
        key: 'warning.departure',
        values: { type: event.type, reason: refused.text.key },
        texts: [refused.text],
      },
    });
  }
  if (plan.guardsBefore.has(action)) noteUnmetGuards(plan.policy, reading, event, action);
}

function noteUnmetGuards(policy: Policy, reading: Reading, event: CaseEvent, action: Action): void {
  const to = event.type === 'opened' ? event.stage : event.type === 'escalated' ? event.to : undefined;
  const because = event.type === 'escalated' ? event.because : undefined;
  const state = event.type === 'opened' ? asIfOpened(policy, reading.state, event) : reading.state;
  const step = { action, ...(to !== undefined && { to }), ...(because && { because }) };
  for (const guard of unmetGuards(policy, state, step)) {
    reading.state.unmet.add(guard.id);
    reading.state.departures.push({
      kind: 'guard-unmet',
      event: event.id,
      clauses: guard.clauses,
      words: { key: 'warning.guard', values: { guard: guard.text }, own: ['guard'] },
      guard: guard.id,
    });
  }
}
