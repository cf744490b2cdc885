import { civilDateAt } from '../calendar/index.ts';
import {
  ACTIONS,
  indexOf,
  RESULTS,
  type Action,
  type EventType,
  type Policy,
  type Reason,
  type TimescaleReason,
} from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { CASE_STATUSES } from './assessment.ts';
import { clocksAt, runsIn } from './clocks.ts';
import { ACTIONS_WHILE, EVENT_OF } from './commands.ts';
import { isDoable } from './doable.ts';
import type { Author, CaseEvent, EventFields } from './events.ts';
import { correctionFault, fieldFault, isObject } from './fields.ts';
import { unmetGuards } from './guards.ts';
import { dutyOf, firstMeetable, meetableOf, type Meetable } from './meetable.ts';
import { brokenChairRule, brokenPanelRule, chairFor } from './panel.ts';
import { refuseOpen, refusePriority } from './opening.ts';
import { planOf } from './plan.ts';
import { fieldRefusal, refusal, type Refusal } from './refusal.ts';
import { canBeMet, currentVisit, isAtEnd, isMeetable, type CaseState } from './state.ts';
import { isConsulted, waysUp, type WayUp } from './ways-up.ts';

type Fields = Readonly<Record<string, unknown>>;
type Rule = (policy: Policy, state: CaseState, fields: Fields, known: Known) => Refusal | null;

/** What whoever reads a log knows already, and is not to be found again at every event. */
export interface Known {
  /** The fields were checked by themselves. */
  readonly fieldsAreSound: boolean;
  /** The duties of the state. */
  readonly meetable: Meetable | null;
}

/**
 * Why the policy refuses an action with these fields, or null where it takes it.
 *
 * `decide` refuses on it; `replay` records it as a departure and goes on.
 */
export function refusalOf(
  policy: Policy,
  state: CaseState,
  action: Action,
  fields: Fields,
  known: Known = NOTHING,
): Refusal | null {
  const law = LAWS[action]!;
  if (!law.while.has(state.status)) {
    return refusal({ key: `refusal.while-${state.status}` }, stageClauses(policy, state), 'action');
  }
  return (
    law.rule?.(policy, state, fields, known) ??
    faulty(policy, state, action, fields, known) ??
    guarded(policy, state, action) ??
    refuseService(policy, state, action, fields, known)
  );
}

const NOTHING: Known = { fieldsAreSound: false, meetable: null };

/** The clauses that an action rests on where the case stands. */
export function clausesFor(policy: Policy, state: CaseState, action: Action): readonly string[] {
  const stage = stageOf(policy, state);
  switch (action) {
    case 'progress':
      return stage?.tiers?.clauses ?? [];
    case 'discuss':
      return stage?.channels?.clauses ?? [];
    case 'decide':
      return stage?.decision?.clauses ?? [];
    case 'extend':
      return policy.extension?.clauses ?? [];
    case 'request-conference':
      return policy.conference?.clauses ?? [];
    case 'learn':
      return policy.learning?.clauses ?? [];
    case 'dissent':
      return isHere(policy.dissent?.stages, stage?.id) ? (policy.dissent?.clauses ?? []) : [];
    default:
      return [];
  }
}

function isHere(stages: readonly string[] | undefined, stage: string | undefined): boolean {
  return !stages || (stage !== undefined && stages.includes(stage));
}

/** Whether a date can be set for the case for this reason, where it stands. */
export function canSetDate(policy: Policy, state: CaseState, because: TimescaleReason): boolean {
  if (because === 'protects-child') return true;
  const visit = currentVisit(state) ?? undefined;
  return clocksAt(policy, visit?.stage ?? '').some(
    (clock) => clock.chosen?.includes(because) && runsIn(clock, state, visit),
  );
}

/** Whether the policy lets the date of the present stage be passed, and the stage has one. */
export function canExtend(policy: Policy, state: CaseState): boolean {
  const clocks = clocksAt(policy, currentVisit(state)?.stage ?? '');
  return policy.extension !== undefined && clocks.some((clock) => clock.within !== null || clock.byPriority);
}

const RULES: Partial<Record<Action, Rule>> = {
  open: (policy, state, fields, { fieldsAreSound }) => refuseOpen(policy, state, fields, fieldsAreSound),
  escalate: refuseEscalate,
  progress: (policy, state) => (stageOf(policy, state)?.tiers ? null : notHere('refusal.no-tiers', policy, state)),
  'request-conference': (policy, state) => (policy.conference ? null : notHere('refusal.no-conference', policy, state)),
  extend: refuseExtend,
  'set-timescale': refuseDate,
  decide: refuseDecision,
  done: refuseDone,
  resolve: refuseResolve,
  close: refuseClose,
  change: (policy, _state, fields) =>
    needsOneOf(fields, ['child', 'facts', 'causes', 'parties', 'priority']) ??
    (isText(fields.priority) ? refusePriority(policy, fields.priority as string) : null),
  adopt: (_policy, _state, fields) => needsOneOf(fields, ['policy', 'calendar']),
  correct: refuseCorrection,
};

interface Law {
  /** The statuses of a case in which the action is possible at all. */
  readonly while: ReadonlySet<string>;
  /** What the policy has to say to it there. */
  readonly rule: Rule | undefined;
}

const LAWS: Readonly<Record<string, Law>> = Object.fromEntries(
  ACTIONS.map((action) => {
    const statuses = CASE_STATUSES.filter((status) => (ACTIONS_WHILE[status] as readonly Action[]).includes(action));
    return [action, { while: new Set(statuses), rule: RULES[action] }];
  }),
);

function refuseEscalate(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  const to = fields.to as string;
  const because = fields.because as Reason;
  const ways = waysUp(policy, state);
  const there = ways.filter((way) => way.to === to);
  if (there.length === 0) {
    const allowed = [...new Set(ways.map((way) => way.to))].join(', ');
    return notHere('refusal.no-way', policy, state, 'to', { found: String(to), allowed });
  }
  const must = unmetGuards(policy, state, { action: 'escalate', to, because }).find((g) => g.verb === 'must');
  if (must) return refusal({ key: 'refusal.guard', values: { guard: must.text }, own: ['guard'] }, must.clauses);
  const up = there.find((way) => way.because === because);
  if (!up) {
    const allowed = there.map((way) => way.because).join(', ');
    return notHere('refusal.no-reason', policy, state, 'because', { found: String(because), allowed });
  }
  const fault = faulty(policy, state, 'escalate', fields, known);
  if (fault) return { ...fault, ...refusal(fault.text, up.clauses, fault.field) };
  const unapproved = refuseUnapproved(policy, up, fields);
  if (unapproved) return unapproved;
  if (up.consultFirst && !isConsulted(policy, state, up.consultFirst)) {
    const role = roleName(policy, up.consultFirst);
    return refusal({ key: 'refusal.consult-first', values: { role }, own: ['role'] }, up.clauses);
  }
  return null;
}

/** What somebody has to approve needs the name of who did. */
function refuseUnapproved(
  policy: Policy,
  { approver, clauses }: Pick<WayUp, 'approver' | 'clauses'>,
  fields: Fields,
): Refusal | null {
  if (!approver || isText(fields.approvedBy)) return null;
  return refusal(
    { key: 'refusal.approver', values: { role: roleName(policy, approver) }, own: ['role'] },
    clauses,
    'approvedBy',
  );
}

function roleName(policy: Policy, id: string): string {
  return indexOf(policy).roles.get(id)?.name ?? id;
}

function refuseExtend(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  if (!canExtend(policy, state)) return notHere('refusal.no-extension', policy, state);
  const extension = policy.extension!;
  const { clauses } = extension;
  const fault = faulty(policy, state, 'extend', fields, known);
  if (fault) return refusal(fault.text, clauses, fault.field);
  const today = civilDateAt(fields.at as string, policy.timeZone);
  if ((fields.until as string) < today) {
    return refusal({ key: 'refusal.date-past', values: { today } }, clauses, 'until');
  }
  return refuseUnapproved(policy, extension, fields);
}

function refuseDate(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  const fault = faulty(policy, state, 'set-timescale', fields, known);
  if (fault) return fault;
  if (!canSetDate(policy, state, fields.because as TimescaleReason)) {
    return notHere('refusal.no-choice', policy, state, 'because');
  }
  const { side = 'raising' } = (fields.by as Partial<Author> | undefined) ?? {};
  if (fields.because === 'raiser' && side !== 'raising') return notHere('refusal.raiser', policy, state, 'by');
  const today = civilDateAt(fields.at as string, policy.timeZone);
  if ((fields.due as string) >= today) return null;
  return refusal({ key: 'refusal.date-past', values: { today } }, stageClauses(policy, state), 'due');
}

function refuseDecision(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  const decision = stageOf(policy, state)?.decision;
  if (!decision) return notHere('refusal.no-decision', policy, state);
  const fault = faulty(policy, state, 'decide', fields, known);
  if (fault) return refusal(fault.text, decision.clauses, fault.field);
  const { option: id, panel, chair } = fields as unknown as EventFields['decided'];
  const option = decision.options.find((candidate) => candidate.id === id);
  if (!option) {
    const allowed = decision.options.map((candidate) => candidate.id).join(', ');
    return refusal({ key: 'refusal.option', values: { found: id, allowed } }, decision.clauses, 'option');
  }
  const clauses = option.clauses ?? decision.clauses;
  const brokenPanel = option.panel && brokenPanelRule(option.panel, panel, state.parties);
  if (brokenPanel) return refusal(brokenPanel, clauses, 'panel');
  const asked = chairFor(option, state);
  const brokenChair = asked.chair && brokenChairRule(asked.chair, chair, state.parties);
  return brokenChair ? refusal(brokenChair, asked.clauses ?? clauses, 'chair') : null;
}

function refuseDone(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  const isOver = isAtEnd(state.status) && !state.duties.some((owed) => isMeetable(state, owed));
  if (isOver) return notHere(`refusal.while-${state.status}`, policy, state);
  const fault = faulty(policy, state, 'done', fields, known);
  if (fault) return fault;
  const { clause, duty: id } = fields as unknown as EventFields['done'];
  const meetable = known.meetable ?? meetableOf(state);
  if (id === undefined) {
    if (isDoable(policy, state, clause, meetable)) return null;
    return refusal({ key: 'refusal.nothing-owed', values: { clause } }, knownClause(policy, clause), 'clause');
  }
  const duty = dutyOf(state, meetable, id);
  const bears = duty && indexOf(policy).duties.get(duty.duty)?.clauses.includes(clause);
  if (bears && isMeetable(state, duty)) return null;
  return refusal({ key: 'refusal.nothing-owed', values: { clause } }, knownClause(policy, clause), 'duty');
}

/**
 * A service that acts by itself does what a policy lets it do, and that is to meet duties: every other action is a
 * side's, and so is what a guard, a clock or a condition waits for.
 */
function refuseService(policy: Policy, state: CaseState, action: Action, fields: Fields, known: Known): Refusal | null {
  if ((fields.by as Author | undefined)?.side !== 'service') return null;
  if (action === 'done' && isByService(policy, state, fields, known)) return null;
  return refusal({ key: 'refusal.service' }, stageClauses(policy, state), 'by');
}

/** Whether a service may do the duty that this would meet. */
function isByService(policy: Policy, state: CaseState, fields: Fields, known: Known): boolean {
  const { clause, duty: id } = fields as Partial<EventFields['done']>;
  const { bearing, index } = planOf(policy);
  const meetable = known.meetable ?? meetableOf(state);
  const owed =
    id === undefined ? firstMeetable(meetable, bearing.get(clause ?? '') ?? []) : dutyOf(state, meetable, id);
  return (owed && index.duties.get(owed.duty)?.byService) ?? false;
}

function refuseResolve(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  const fault = faulty(policy, state, 'resolve', fields, known);
  if (fault) return fault;
  const results: readonly string[] = stageOf(policy, state)?.results ?? [
    ...RESULTS,
    ...(policy.outcomes ?? []).map(({ id }) => id),
  ];
  const { result = 'agreed' } = fields as unknown as EventFields['resolved'];
  if (!results.includes(result)) {
    return notHere('refusal.result', policy, state, 'result', { found: result, allowed: results.join(', ') });
  }
  return null;
}

/** What is said of duties that are not owed. Of those that are it is for the form to ask. */
function refuseClose(policy: Policy, state: CaseState, fields: Fields, known: Known): Refusal | null {
  const fault = faulty(policy, state, 'close', fields, known);
  if (fault) return fault;
  const meetable = known.meetable ?? meetableOf(state);
  const unknown = Object.keys((fields as Partial<EventFields['closed']>).duties ?? {}).find((id) => {
    const duty = dutyOf(state, meetable, id);
    return !duty || !canBeMet(duty);
  });
  return unknown === undefined ? null : notHere('refusal.not-owed', policy, state, 'duties', { duty: unknown });
}

function refuseCorrection(policy: Policy, state: CaseState, fields: Fields): Refusal | null {
  const type = typeOf(state, fields.of);
  if (!type) return refusal({ key: 'refusal.no-event' }, [], 'of');
  const given = correctedFields(fields);
  if (Object.keys(given).length === 0) return refusal({ key: 'refusal.nothing-corrected' }, [], 'of');
  const fault = correctionFault(type, given);
  return fault && refusal({ key: 'refusal.field', values: { allowed: fault.allowed } }, [], fault.field);
}

/** The type of the event of this id. */
function typeOf({ log }: CaseState, id: unknown): EventType | undefined {
  let known = types.get(log);
  if (known?.length !== log.length) {
    known = { length: log.length, byId: new Map() };
    for (const event of log as readonly (CaseEvent | null)[]) {
      if (event && !known.byId.has(event.id)) known.byId.set(event.id, event.type);
    }
    types.set(log, known);
  }
  return known.byId.get(id);
}

/** Corrections are rare: the types of a log's events are looked up once it has one. */
const types = new WeakMap<readonly CaseEvent[], { length: number; byId: Map<unknown, EventType> }>();

/** The fields that a correction puts right: all but the correction's own. */
export function correctedFields(correction: Fields): Record<string, unknown> {
  const { action: _1, id: _2, type: _3, at: _4, recorded: _5, by: _6, of: _7, fields, ...given } = correction;
  return isObject(fields) ? { ...given, ...fields } : given;
}

/** The guards before an action that leads nowhere: opening and going up see to their own. */
function guarded(policy: Policy, state: CaseState, action: Action): Refusal | null {
  if (action === 'open' || action === 'escalate' || !planOf(policy).guardsBefore.has(action)) return null;
  const must = unmetGuards(policy, state, { action }).find((guard) => guard.verb === 'must');
  return must ? refusal({ key: 'refusal.guard', values: { guard: must.text }, own: ['guard'] }, must.clauses) : null;
}

function faulty(
  policy: Policy,
  state: CaseState,
  action: Action,
  fields: Fields,
  { fieldsAreSound }: Known,
): Refusal | null {
  if (fieldsAreSound) return null;
  const fault = fieldFault(EVENT_OF[action], fields);
  return fault && fieldRefusal(fault, clausesFor(policy, state, action));
}

function needsOneOf(fields: Fields, names: readonly string[]): Refusal | null {
  if (names.some((name) => fields[name] !== undefined)) return null;
  return refusal({ key: 'refusal.one-of', values: { allowed: names.join(', ') } }, [], names[0]);
}

function notHere(
  key: Text['key'],
  policy: Policy,
  state: CaseState,
  field = 'action',
  values?: Record<string, string>,
): Refusal {
  return refusal(values ? { key, values } : { key }, stageClauses(policy, state), field);
}

function stageOf(policy: Policy, state: CaseState) {
  return indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
}

function stageClauses(policy: Policy, state: CaseState): readonly string[] {
  return stageOf(policy, state)?.clauses ?? [];
}

function knownClause(policy: Policy, clause: string): string[] {
  return indexOf(policy).clauses.has(clause) ? [clause] : [];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
