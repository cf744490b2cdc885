import type { Duty, Side } from '../policy/index.ts';
import { holds } from './conditions.ts';
import type { Draft } from './draft.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { firstMeetable, isLive, MOST_LIVE, noteArisen, noteMissed, owedOf } from './meetable.ts';
import { happeningsIn, type Plan } from './plan.ts';
import { canBeMet, currentVisit, isOwed, type Lapse, type OwedDuty } from './state.ts';

/** Duties that entering a stage gives rise to. */
export function foreseeOnEntry(plan: Plan, draft: Draft, event: CaseEvent, stage: string): void {
  const { duties } = plan.index;
  // What is owed once in a case goes on waiting for its condition; the rest waited for it in the stay that is over.
  const waiting = draft.waiting.filter(({ duty }) => duties.get(duty)?.once);
  draft.waiting = [];
  for (const duty of plan.dutiesOnEntering.get(stage) ?? []) arise(duty, draft, event, 'enters');
  for (const { duty, trigger } of waiting) arise(duties.get(duty) as Duty, draft, event, trigger);
}

/**
 * One duty for each owner, unless it stands already in this stay or is owed once in a case and came before; where its
 * condition does not hold yet, it waits.
 */
export function arise(duty: Duty, draft: Draft, event: CaseEvent, trigger: OwedDuty['trigger']): void {
  if (duty.once && draft.arisen.has(duty.id)) return;
  if (!holds(duty.when, draft)) {
    if (!draft.waiting.some((waiting) => waiting.duty === duty.id)) draft.waiting.push({ duty: duty.id, trigger });
    return;
  }
  const instead = duty.instead?.findIndex(({ when }) => holds(when, draft)) ?? -1;
  const { owner: theirs = duty.owner } = duty.instead?.[instead] ?? duty;
  const owners: readonly Side[] = typeof theirs === 'string' ? [theirs] : theirs;
  for (const owner of owners) {
    if (stands(duty, owner, draft)) continue;
    if (isFull(draft)) return noteCrowded(duty, draft, event);
    const owed = { ...newDuty(duty, owner, owners.length > 1, draft, event, trigger), instead };
    if (duty.once) draft.arisen.add(duty.id);
    noteArisen(draft.meetable, owed, draft.duties.length);
    draft.duties.push(owed);
    draft.live.push(owed);
    if (duty.recurring) draft.recurring = [...draft.recurring.filter(isLive), owed];
    for (const how of LAPSES) if (mayLapse(duty, owed, how)) draft[LIST[how]].push(owed);
    if (duty.when) draft.conditional.push(owed);
    draft.latest.set(`${duty.id} ${owner}`, owed);
  }
}

function isFull(draft: Draft): boolean {
  if (draft.live.length < MOST_LIVE) return false;
  draft.live = draft.live.filter(isLive);
  return draft.live.length >= MOST_LIVE;
}

function noteCrowded({ clauses }: Duty, draft: Draft, event: CaseEvent): void {
  if (draft.isCrowded) return;
  draft.isCrowded = true;
  const words = { key: 'warning.crowded', values: { most: MOST_LIVE } };
  draft.departures.push({ kind: 'departure', event: event.id, clauses, words });
}

/** After an event that can begin or end a condition: conditional duties arise or lapse. */
export function reconsider(plan: Plan, draft: Draft, event: CaseEvent): void {
  const { duties } = plan.index;
  draft.conditional = draft.conditional.filter(isLive);
  for (const owed of draft.conditional) {
    const { when } = duties.get(owed.duty) as Duty;
    // A condition on the stay means the one in which the duty arose.
    if (!holds(when, draft, draft.visits[owed.visit])) owed.lapsed ??= { how: 'condition', at: event.at };
    else if (owed.lapsed?.how === 'condition') askAgain(plan, owed, event);
  }
  if (draft.status !== 'open') return;
  // After those that come back: what comes back does not arise anew beside itself.
  const { waiting } = draft;
  draft.waiting = [];
  for (const { duty, trigger } of waiting) arise(duties.get(duty) as Duty, draft, event, trigger);
}

/** A duty that is met by an event of `done`: the one named, or the earliest unmet one that bears the clause. */
export function meetDuty(plan: Plan, draft: Draft, event: EventOf<'done'>): void {
  const { meetable } = draft;
  const owed =
    event.duty === undefined
      ? firstMeetable(meetable, plan.bearing.get(event.clause) ?? [])
      : draft.duties[meetable.places.get(event.duty) ?? -1];
  if (owed && canBeMet(owed)) settle(plan, owed, event);
}

/** Duties that what happened meets, without being recorded as done. */
export function meetByHappening(plan: Plan, draft: Draft, event: CaseEvent): void {
  for (const key of happeningsIn(event)) {
    for (const duty of plan.metBy.get(key) ?? []) {
      for (const owed of owedOf(draft.meetable, duty)) settle(plan, owed, event);
    }
  }
}

/** A recurring duty counts afresh from an update or a step. */
export function restartRecurring(plan: Plan, draft: Draft, event: CaseEvent): void {
  const { restarts } = plan.on[event.type];
  for (const owed of draft.recurring) if (isOwed(owed) && restarts.has(owed.duty)) owed.from = event.at;
}

/** What the case no longer asks for once its stage is left, it is resolved, withdrawn or opened again. */
export function lapseDuties(plan: Plan, draft: Draft, event: CaseEvent, how: Exclude<Lapse, 'condition'>): void {
  const { duties } = plan.index;
  const list = how === 'withdrawn' ? 'live' : LIST[how];
  draft[list] = draft[list].filter(isLive);
  for (const owed of draft[list]) {
    if (!isOwed(owed) || !lapsesBy(duties.get(owed.duty) as Duty, how, event)) continue;
    owed.lapsed = { how, at: event.at };
    if (how === 'reopened') draft.arisen.delete(owed.duty);
    if (how === 'stage-left') noteMissed(draft.meetable, owed);
    else if (!isConcluding(owed)) draft.dormant.push(owed);
  }
}

/** What lapsed because the case ended is asked for again. */
export function reviveDuties(plan: Plan, draft: Draft, event: CaseEvent): void {
  const { dormant } = draft;
  draft.dormant = [];
  for (const owed of dormant) askAgain(plan, owed, event);
}

/** What recurs counts afresh; the rest goes on from when it arose. */
function askAgain(plan: Plan, owed: OwedDuty, event: CaseEvent): void {
  owed.lapsed = null;
  if (isRecurring(plan, owed)) owed.from = event.at;
}

/** A recurring duty is never done: it counts afresh. */
function settle(plan: Plan, owed: OwedDuty, event: CaseEvent): void {
  if (isRecurring(plan, owed)) owed.from = event.at;
  else owed.done = { at: event.at, event: event.id };
}

/** Duties are kept by what can make them lapse, so that a long log is not gone through for each that happens. */
const LAPSES = ['stage-left', 'resolved', 'reopened'] as const;
const LIST = { 'stage-left': 'leaving', resolved: 'ending', reopened: 'concluding' } as const;

function mayLapse({ lapses, recurring }: Duty, owed: OwedDuty, how: (typeof LAPSES)[number]): boolean {
  if (how === 'reopened') return isConcluding(owed);
  return recurring !== undefined || lapses === how || lapses === 'stage-ended';
}

/** Whether the case's end gave rise to it: opened again, the case asks for it no more, and its next end anew. */
function isConcluding({ trigger }: OwedDuty): boolean {
  return trigger === 'resolved' || trigger === 'closed' || trigger === 'withdrawn';
}

function isRecurring({ index }: Plan, { duty }: OwedDuty): boolean {
  return index.duties.get(duty)?.recurring !== undefined;
}

/** A recurring duty goes on in the stages that the policy names. */
function lapsesBy({ recurring }: Duty, how: Lapse, event: CaseEvent): boolean {
  return how !== 'stage-left' || !recurring?.stages.includes((event as EventOf<'escalated'>).to);
}

/** A duty is not owed twice in one stay; a recurring one not twice at a time. */
function stands(duty: Duty, owner: Side, draft: Draft): boolean {
  if (duty.recurring) return draft.recurring.some((it) => it.duty === duty.id && it.owner === owner && isOwed(it));
  const owed = draft.latest.get(`${duty.id} ${owner}`);
  return owed !== undefined && !owed.lapsed && owed.visit === draft.visits.length - 1 && owed.round === draft.rounds;
}

function newDuty(
  duty: Duty,
  owner: Side,
  shared: boolean,
  draft: Draft,
  event: CaseEvent,
  trigger: OwedDuty['trigger'],
): Omit<OwedDuty, 'instead'> {
  const stage = currentVisit(draft)?.stage ?? '';
  const name = `${duty.id}@${stage}${shared ? `:${owner}` : ''}`;
  const count = (draft.ids.get(name) ?? 0) + 1;
  draft.ids.set(name, count);
  return {
    id: count === 1 ? name : `${name}#${count}`,
    duty: duty.id,
    owner,
    stage,
    visit: draft.visits.length - 1,
    round: draft.rounds,
    trigger,
    at: event.at,
    event: event.id,
    from: event.at,
    done: null,
    lapsed: null,
  };
}
