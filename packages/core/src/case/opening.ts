import { indexOf, type Ask, type Policy } from '../policy/index.ts';
import { holds } from './conditions.ts';
import type { Child, EventFields, EventOf, Parties, Party } from './events.ts';
import { fieldFault, isCountableDate, isCountableInstant, isObject } from './fields.ts';
import { unmetGuards } from './guards.ts';
import { fieldRefusal, refusal, type Refusal } from './refusal.ts';
import { newVisit, type CaseState } from './state.ts';

type Opening = EventFields['opened'];

/** Why the policy does not take a case as it would be opened, or null where it does. */
export function refuseOpen(
  policy: Policy,
  state: CaseState,
  fields: Readonly<Record<string, unknown>>,
  fieldsAreSound = false,
): Refusal | null {
  const index = indexOf(policy);
  const opening = fields as unknown as Opening;
  if (!index.routes.has(opening.route)) {
    return refusal({ key: 'refusal.route', values: { allowed: [...index.routes.keys()].join(', ') } }, [], 'route');
  }
  const ladder = index.route(opening.route);
  if (!ladder.includes(opening.stage)) {
    return refusal({ key: 'refusal.stage', values: { allowed: ladder.join(', ') } }, [], 'stage');
  }
  const fault = fieldsAreSound ? null : fieldFault('opened', fields);
  if (fault) return fieldRefusal(fault, []);
  return (
    refuseParties(policy, opening) ??
    refuseAbout(policy, opening) ??
    refuseStage(policy, asIfOpened(policy, state, opening), opening)
  );
}

/** A route that is for some sectors alone. */
function refuseParties(policy: Policy, { route: id, parties }: Opening): Refusal | null {
  const { parties: wanted, clauses = [] } = indexOf(policy).routes.get(id)!;
  for (const side of ['raising', 'receiving'] as const) {
    const sectors: readonly string[] | undefined = wanted?.[side];
    const { sector } = parties[side];
    if (!sectors || sectors.includes(sector)) continue;
    return refusal(
      { key: `refusal.route-${side}`, values: { sector, allowed: sectors.join(' ') } },
      clauses,
      'parties',
    );
  }
  return null;
}

/** Why the policy takes no case that is about this: its causes, its subject, its priority. */
export function refuseAbout(
  policy: Policy,
  { causes = [], route = '', child, priority }: Pick<PartOfOpening, 'causes' | 'route' | 'child' | 'priority'>,
): Refusal | null {
  const index = indexOf(policy);
  const unknown = causes.find((id) => {
    const known = index.causes.get(id);
    return !known || (known.routes !== undefined && !known.routes.includes(route));
  });
  if (unknown !== undefined) {
    const allowed = [...index.causes.keys()].join(', ');
    return refusal({ key: 'refusal.cause', values: { found: unknown, allowed } }, [], 'causes');
  }
  const elsewhere = causes.map((id) => index.causes.get(id)!).filter(({ leadsTo }) => leadsTo !== undefined);
  if (elsewhere.length > 0 && elsewhere.length === causes.length) {
    const to = [...new Set(elsewhere.map(({ leadsTo }) => leadsTo))].join('; ');
    const clauses = elsewhere.flatMap((cause) => cause.clauses);
    return refusal({ key: 'refusal.elsewhere', values: { to }, own: ['to'] }, clauses, 'causes');
  }
  const subjects: readonly string[] | undefined = policy.subjects;
  if (child?.subject && subjects && !subjects.includes(child.subject)) {
    const values = { found: child.subject, allowed: subjects.join(', ') };
    return refusal({ key: 'refusal.subject', values }, [], 'child');
  }
  return refusePriority(policy, priority);
}

/** A priority that is none of the policy's. */
export function refusePriority(policy: Policy, priority: string | undefined): Refusal | null {
  const { priorities } = indexOf(policy);
  if (priority === undefined || priorities.has(priority)) return null;
  const allowed = [...priorities.keys()].join(', ') || '–';
  return refusal({ key: 'refusal.priority', values: { found: priority, allowed } }, [], 'priority');
}

function refuseStage(policy: Policy, asIfOpen: CaseState, opening: Opening): Refusal | null {
  const stage = indexOf(policy).stages.get(opening.stage);
  if (stage && !holds(stage.when, asIfOpen)) {
    return refusal(
      { key: 'refusal.stage-not-here', values: { stage: stage.label }, own: ['stage'] },
      stage.clauses,
      'stage',
    );
  }
  const unmet = unmetGuards(policy, asIfOpen, { action: 'open', to: opening.stage });
  const must = unmet.find((guard) => guard.verb === 'must');
  if (must) return refusal({ key: 'refusal.guard', values: { guard: must.text }, own: ['guard'] }, must.clauses);
  const wrong = policy.asks.find((ask) => isText(opening[ask.id]) && DAYS[ask.kind]?.holds(opening[ask.id]) === false);
  if (wrong) {
    const { allowed } = DAYS[wrong.kind]!;
    return fieldRefusal({ field: wrong.id, allowed, missing: false }, wrong.clauses);
  }
  const unanswered = unansweredAsks(policy, asIfOpen, opening).find((ask) => ask.verb === 'must');
  if (!unanswered) return null;
  return refusal(
    { key: 'refusal.ask', values: { ask: unanswered.label }, own: ['ask'] },
    unanswered.clauses,
    unanswered.id,
  );
}

/** Questions of the policy's form that are asked when this stage is entered. */
export function asksAt(policy: Policy, state: CaseState, stageId: string): Ask[] {
  return policy.asks.filter((ask) => ask.stages.includes(stageId) && holds(ask.when, state));
}

/** Those of them that the opening leaves without an answer. */
export function unansweredAsks(policy: Policy, state: CaseState, opening: PartOfOpening): Ask[] {
  return asksAt(policy, state, opening.stage ?? '').filter((ask) => !isAnswered(ask, opening[ask.id]));
}

/** An opening as far as it is known: the event's fields, or those of a form that is not filled in to its end. */
export type PartOfOpening = {
  readonly [K in keyof Opening as string extends K ? never : K]?: K extends 'parties' ? PartOfParties : Opening[K];
} & { readonly [ask: string]: unknown };
interface PartOfParties {
  readonly raising?: Partial<Party>;
  readonly receiving?: Partial<Party>;
}

/**
 * A case as it would be had it been opened with these answers: what the policy's conditions look at. An answer that is
 * not there yet is no answer; a party of which the sector alone is known still meets what is asked of sectors.
 *
 * @param state the case before it is opened
 */
export function asIfOpened(policy: Policy, state: CaseState, opening: PartOfOpening): CaseState {
  const { at = '', id: event = '' } = opening as { at?: string; id?: string };
  const { protectBy, stage } = opening;
  return {
    ...state,
    status: 'open',
    opened: opening as EventOf<'opened'>,
    route: opening.route ?? null,
    visits: stage === undefined ? [] : [newVisit(stage, 'opened', { at, event })],
    parties: (opening.parties as Parties | undefined) ?? null,
    child: childOf(policy, opening),
    causes: opening.causes ?? [],
    facts: opening.facts ?? {},
    priority: opening.priority ?? null,
    protectBy: protectBy ? { due: protectBy, at, event } : null,
  };
}

/** Who the case is about: where that is not said, a child or, under a policy for others, the first of those. */
export function childOf({ subjects = [] }: Policy, { child }: PartOfOpening): Child {
  const { subject = subjects.includes('child') ? undefined : subjects[0], statuses = [] } = child ?? {};
  return { ...child, ...(subject && { subject }), statuses };
}

/** The stage at which a case opens where none is named: the first of its route that is for this case. */
export function firstStage(
  policy: Policy,
  state: CaseState,
  opening: Readonly<Record<string, unknown>>,
): string | undefined {
  const { stages, route } = indexOf(policy);
  const ladder = route(String(opening.route));
  const given = { ...opening, stage: ladder[0] ?? '' };
  if (fieldFault('opened', given)) return ladder[0];
  const isFor = (stage: string) => holds(stages.get(stage)?.when, asIfOpened(policy, state, { ...opening, stage }));
  return ladder.find(isFor) ?? ladder[0];
}

/** Whether an ask is answered, as it wants to be. */
export function isAnswered(ask: Ask, answer: unknown): boolean {
  const day = DAYS[ask.kind];
  if (day) return day.holds(answer);
  if (ask.kind !== 'person') return isText(answer);
  return isObject(answer) && isText(answer.name) && isText(answer.contact);
}

/** Answers that times can be counted from. */
const DAYS: {
  readonly [K in Ask['kind']]?: { readonly holds: (answer: unknown) => boolean; readonly allowed: string };
} = {
  date: { holds: isCountableDate, allowed: 'a civil date, YYYY-MM-DD' },
  'date-time': { holds: isCountableInstant, allowed: 'an ISO 8601 instant with Z or an offset' },
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
