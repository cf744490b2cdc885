import type { Text } from '../text/text.ts';
import { holds } from './conditions.ts';
import type { Reading } from './reading.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { dutyOf, firstAtEnd, firstMeetable, isLive, MOST_LIVE, noteArisen, noteMissed, owedOf } from './meetable.ts';
import type { Plan } from './plan.ts';
import type { PlannedDuty, PlannedOwner } from './planned-duty.ts';
import { canBeMet, currentVisit, isAtEnd, isOwed, type Lapse, type OwedDuty } from './state.ts';

/** Duties that entering a stage gives rise to. */
export function foreseeOnEntry(plan: Plan, reading: Reading, event: CaseEvent, stage: string): void {
  // What is owed once in a case goes on waiting for its condition; the rest waited for it in the stay that is over.
  const waiting = reading.waiting.filter(({ duty }) => duty.isOnce);
  reading.waiting = [];
  for (const duty of plan.dutiesOnEntering.get(stage) ?? []) arise(duty, reading, event, 'enters');
  for (const { duty, trigger } of waiting) arise(duty, reading, event, trigger);
}

/**
 * One duty for each owner, unless it stands already in this stay or is owed once in a case and came before; where its
 * condition does not hold yet, it waits.
 */
export function arise(duty: PlannedDuty, reading: Reading, event: CaseEvent, trigger: OwedDuty['trigger']): void {
  const { state } = reading;
  if (duty.isOnce && reading.arisen.has(duty.id)) return;
  if (duty.when && !holds(duty.when, state)) {
    if (!reading.waiting.some((waiting) => waiting.duty === duty)) reading.waiting.push({ duty, trigger });
    return;
  }
  const instead = duty.others.findIndex(({ when }) => holds(when, state));
  // A list that is asked for what stands at -1 looks for a property of that name.
  const { owners } = instead < 0 ? duty.rule : duty.others[instead]!;
  for (const owner of owners) {
    if (stands(duty, owner, reading, trigger)) continue;
    if (isFull(reading)) return noteCrowded(duty, reading, event);
    const owed = newDuty(duty, owner, owners.length > 1, reading, event, trigger, instead);
    if (duty.isOnce) reading.arisen.add(duty.id);
    if (reading.meetable) noteArisen(reading.meetable, owed, state.duties.length);
    state.duties.push(owed);
    keepLive(reading, owed);
    if (duty.isRecurring) reading.recurring = [...reading.recurring.filter(isLive), owed];
    if (duty.lapsesOnLeaving) reading.leaving.push(owed);
    if (duty.lapsesAtEnd) reading.ending.push(owed);
    if (isConcluding(owed)) reading.concluding.push(owed);
    if (duty.when) reading.conditional.push(owed);
    reading.latest.set(owner.key, owed);
  }
}

function isFull(reading: Reading): boolean {
  return reading.standing >= MOST_LIVE;
}

/** A duty comes to be owed. What can never be owed again is dropped once there is as much of it again. */
function keepLive(reading: Reading, owed: OwedDuty): void {
  reading.standing++;
  reading.live.push(owed);
  if (reading.live.length > 2 * MOST_LIVE) reading.live = reading.live.filter(isLive);
}

function noteCrowded({ clauses }: PlannedDuty, reading: Reading, event: CaseEvent): void {
  if (reading.isCrowded) return;
  reading.isCrowded = true;
  const words: Text = { key: 'warning.crowded', values: { most: MOST_LIVE } };
  reading.state.departures.push({ kind: 'departure', event: event.id, clauses, words });
}

/** After an event that can begin or end a condition: conditional duties arise or lapse. */
export function reconsider(plan: Plan, reading: Reading, event: CaseEvent): void {
  reading.conditional = reading.conditional.filter(isLive);
  for (const owed of reading.conditional) {
    const { when } = plan.duties.get(owed.duty)!;
    // A condition on the stay means the one in which the duty arose.
    if (when && !holds(when, reading.state, reading.state.visits[owed.visit]))
      owed.lapsed ??= { how: 'condition', at: event.at };
    else if (owed.lapsed?.how === 'condition') askAgain(plan, owed, event);
  }
  if (reading.state.status !== 'open') return;
  // After those that come back: what comes back does not arise anew beside itself.
  const { waiting } = reading;
  reading.waiting = [];
  for (const { duty, trigger } of waiting) arise(duty, reading, event, trigger);
}

/** A duty that is met by an event of `done`: the one named, or the earliest unmet one that bears the clause. */
export function meetDuty(plan: Plan, reading: Reading, event: EventOf<'done'>): void {
  const { state } = reading;
  const meetable = reading.meetable!;
  const bearing = plan.bearing.get(event.clause) ?? [];
  const owed =
    event.duty === undefined
      ? (isAtEnd(state.status) && firstAtEnd(state, bearing)) || firstMeetable(meetable, bearing)
      : dutyOf(state, meetable, event.duty);
  if (owed && canBeMet(owed)) settle(plan, reading, owed, event);
}

/** What closing a case says was done of what was owed. */
export function answerDuties(plan: Plan, reading: Reading, event: EventOf<'closed'>): void {
  for (const [id, answer] of Object.entries(event.duties ?? {})) {
    const owed = dutyOf(reading.state, reading.meetable!, id);
    if (answer === 'done' && owed && canBeMet(owed)) settle(plan, reading, owed, event);
  }
}

/** Duties that what happened meets, without being recorded as done. */
export function meetByHappening(plan: Plan, reading: Reading, event: CaseEvent, happenings: readonly string[]): void {
  for (const key of happenings) {
    const duties = plan.metBy.get(key);
    if (!duties) continue;
    for (const duty of duties) {
      for (const owed of owedOf(reading.meetable!, duty)) settle(plan, reading, owed, event);
    }
  }
}

/** A recurring duty counts afresh from an update or a step. */
export function restartRecurring(plan: Plan, reading: Reading, event: CaseEvent): void {
  const { restarts } = plan.on[event.type];
  for (const owed of reading.recurring) if (isOwed(owed) && restarts.has(owed.duty)) owed.from = event.at;
}

/** What the case no longer asks for once its stage is left, it is resolved, withdrawn or opened again. */
export function lapseDuties(plan: Plan, reading: Reading, event: CaseEvent, how: Exclude<Lapse, 'condition'>): void {
  const list = how === 'withdrawn' ? 'live' : LIST[how];
  reading[list] = reading[list].filter(isLive);
  for (const owed of reading[list]) {
    if (!isOwed(owed) || !lapsesBy(plan.duties.get(owed.duty)!, how, event)) continue;
    owed.lapsed = { how, at: event.at };
    if (!isLive(owed)) reading.standing--;
    if (how === 'reopened') reading.arisen.delete(owed.duty);
    if (how !== 'stage-left') {
      if (!isConcluding(owed)) reading.dormant.push(owed);
    } else if (reading.meetable) noteMissed(reading.meetable, owed);
  }
}

/** What lapsed because the case ended is asked for again. */
export function reviveDuties(plan: Plan, reading: Reading, event: CaseEvent): void {
  const { dormant } = reading;
  reading.dormant = [];
  for (const owed of dormant) askAgain(plan, owed, event);
}

/** What recurs counts afresh; the rest goes on from when it arose. */
function askAgain(plan: Plan, owed: OwedDuty, event: CaseEvent): void {
  owed.lapsed = null;
  if (isRecurring(plan, owed)) owed.from = event.at;
}

/** A recurring duty is never done: it counts afresh. */
function settle(plan: Plan, reading: Reading, owed: OwedDuty, event: CaseEvent): void {
  if (isRecurring(plan, owed)) {
    owed.from = event.at;
    return;
  }
  if (isLive(owed)) reading.standing--;
  owed.done = { at: event.at, event: event.id };
}

/** Duties are kept by what can make them lapse, so that a long log is not gone through for each that happens. */
const LIST = { 'stage-left': 'leaving', resolved: 'ending', reopened: 'concluding' } as const;

/** Whether the case's end gave rise to it: opened again, the case asks for it no more, and its next end anew. */
function isConcluding({ trigger }: OwedDuty): boolean {
  return trigger === 'resolved' || trigger === 'closed' || trigger === 'withdrawn';
}

function isRecurring({ duties }: Plan, { duty }: OwedDuty): boolean {
  return duties.get(duty)!.isRecurring;
}

/** A recurring duty goes on in the stages that the policy names. */
function lapsesBy({ goesOnIn }: PlannedDuty, how: Lapse, event: CaseEvent): boolean {
  return how !== 'stage-left' || !goesOnIn.includes((event as EventOf<'escalated'>).to);
}

/**
 * A duty is not owed twice in one stay; a recurring one not twice at a time. What a happening meets is asked again when
 * the event comes again: one update does for the steps before it, not for those after.
 */
function stands(duty: PlannedDuty, owner: PlannedOwner, reading: Reading, trigger: OwedDuty['trigger']): boolean {
  if (duty.isRecurring) {
    return reading.recurring.some((it) => it.duty === duty.id && it.owner === owner.side && isOwed(it));
  }
  const owed = reading.latest.get(owner.key);
  if (!owed) return false;
  if (duty.isMetByEvent && owed.done && trigger !== 'enters' && owed.trigger === trigger) return false;
  return !owed.lapsed && owed.visit === reading.state.visits.length - 1 && owed.round === reading.rounds;
}

function newDuty(
  duty: PlannedDuty,
  owner: PlannedOwner,
  isShared: boolean,
  reading: Reading,
  event: CaseEvent,
  trigger: OwedDuty['trigger'],
  instead: number,
): OwedDuty {
  const stage = currentVisit(reading.state)?.stage ?? '';
  const name = nameAt(stage, duty, owner, isShared);
  const count = (reading.ids.get(name) ?? 0) + 1;
  reading.ids.set(name, count);
  return {
    id: count === 1 ? name : `${name}#${count}`,
    duty: duty.id,
    owner: owner.side,
    stage,
    visit: reading.state.visits.length - 1,
    round: reading.rounds,
    instead,
    trigger,
    at: event.at,
    event: event.id,
    from: event.at,
    done: null,
    lapsed: null,
  };
}

function nameAt(stage: string, { id }: PlannedDuty, { side, names }: PlannedOwner, isShared: boolean): string {
  let name = names.get(stage);
  if (name === undefined) names.set(stage, (name = `${id}@${stage}${isShared ? `:${side}` : ''}`));
  return name;
}
