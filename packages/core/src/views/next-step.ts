import { civilDateAt } from '../calendar/index.ts';
import {
  currentVisit,
  isStopped,
  nextStages,
  urgentStepOf,
  waysUp,
  type Deadline,
  type Step,
  type UrgentStep,
  type Visit,
} from '../case/index.ts';
import { emergencyOf, indexOf, type Guard, type Policy, type Side, type Stage } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { isOver } from './is-over.ts';
import type { KnownCase } from './known-case.ts';
import { beforeText, guardItem, missingItems, type NeededItem } from './needed.ts';
import { nameInSentence, pluralInSentence } from './roles.ts';
import { dueText } from './rung-times.ts';
import type { RungView } from './rungs.ts';
import { isWayOpen } from './ways.ts';

/** What happens next, said in a sentence that names who and by when. */
export interface NextStep {
  /** What brought it about: a decision, a conference that was asked for, an answer that never came. */
  readonly since: Text | null;
  readonly sentence: Text;
  /** The day or hour by which, where there is one. */
  readonly by: Text | null;
  readonly isOverdue: boolean;
  /** There is danger, or it is urgent: no date is waited for. */
  readonly isUrgent: boolean;
  /** That going on is allowed now; null at the top, and where something is needed first. */
  readonly onward: Text | null;
  /** The policy's other ways up that are open now. */
  readonly ways: readonly Text[];
  /** What comes first, for each step that it stands before. */
  readonly needed: readonly NeededFirst[];
}

export interface NeededFirst {
  /** 'Before Stage Four' */
  readonly before: Text;
  readonly items: readonly NeededItem[];
}

/**
 * The next step of a case; null where nothing has begun.
 *
 * @param rungs of the ladder on which the case stands
 */
export function nextStepOf(known: KnownCase, rungs: readonly RungView[]): NextStep | null {
  const { policy, state } = known;
  const visit = currentVisit(state);
  const stage = indexOf(policy).stages.get(visit?.stage ?? '');
  const rung = rungs.find(({ id }) => id === stage?.id);
  if (!visit || !stage || !rung || state.status === 'none') return null;
  if (state.status !== 'open') {
    const sentence: Text = { key: `ladder.ended.${state.status}`, values: { stage: stage.label }, own: ['stage'] };
    const ended = { since: null, by: null, isOverdue: false, isUrgent: false, onward: null, ways: [], needed: [] };
    return { ...ended, sentence };
  }
  const here: Here = { known, visit, stage, rung };
  const aim = aimOf(here);
  const urgent = known.assessment && urgentStepOf(policy, state, known.assessment.actions);
  const needed = neededFirst(known, urgent?.by === 'way' ? urgent.to : null);
  const isAtOnce = urgent !== null && urgent.to.length > 0;
  const onward = isAtOnce ? null : onwardOf(known, needed);
  return {
    since: sinceOf(here, aim),
    sentence: isAtOnce ? atOnce(policy, urgent) : sentenceOf(here, aim, onward !== null, urgent !== null),
    by: aim.by,
    isOverdue: aim.isOverdue,
    isUrgent: urgent !== null,
    onward,
    ways: isAtOnce ? [] : otherWays(known),
    needed,
  };
}

/** Where an urgent case goes now: what the policy gives for it, else the emergency number and the next stage. */
function atOnce(policy: Policy, { by, to }: UrgentStep): Text {
  const values = { to: labels(policy, to) };
  if (by === 'way') return { key: 'ladder.next-way', values, own: ['to'] };
  const { number } = emergencyOf(policy);
  return { key: 'ladder.next-now', values: { ...values, number }, own: ['to'], phones: ['number'] };
}

/** What is to be done where the case stands. */
function sentenceOf(here: Here, aim: Aim, isOnward: boolean, isUrgent: boolean): Text {
  const answer = answerOf(here, isOnward);
  if (answer) return answer;
  const values = { ...whoValues(here, aim), ...whenValues(aim), ...forValues(here, aim), ...(isUrgent && { now: 1 }) };
  return { key: 'ladder.next', values, own: OWN };
}

/** Where the case stands. */
interface Here {
  readonly known: KnownCase;
  readonly visit: Visit;
  readonly stage: Stage;
  readonly rung: RungView;
}

/** What is to happen next, who sees to it, and by when. */
interface Aim {
  readonly purpose: Deadline['for'];
  readonly owner: Side;
  readonly by: Text | null;
  readonly isOverdue: boolean;
  /** The policy's own words or number, where no date is known. */
  readonly time: NonNullable<Text['values']>;
}

/** The soonest date that is still to be kept, else what the policy says of the first time that is. */
function aimOf({ known, visit, stage, rung }: Here): Aim {
  const { policy } = known;
  const deadline = nearestDeadline(known, stage.id);
  if (deadline) {
    const { for: purpose, owner, status } = deadline;
    return { purpose, owner, by: dueText(policy, deadline), isOverdue: status === 'overdue', time: {} };
  }
  const times = rung.times.filter(({ clock }) => clock === null || !isStopped(policy, visit, clock));
  const time = times.find(({ within }) => within.length === 1) ?? times.find(({ words }) => words);
  const [number] = time?.within ?? [];
  const words = time?.words?.values?.['text'];
  return {
    purpose: time?.for ?? 'agree',
    owner: time?.owner ?? 'raising',
    by: null,
    isOverdue: false,
    time: number ? { ...number.values } : words === undefined ? {} : { words },
  };
}

/** What the sentences take from the policy; the agencies are the case's. */
const OWN = [
  'raising',
  'receiving',
  'partnership',
  'raisingPlural',
  'receivingPlural',
  'partnershipPlural',
  'words',
  'task',
] as const;

/** The soonest of the dates that are still to be kept where the case stands. */
function nearestDeadline({ assessment }: KnownCase, stage: string): Deadline | null {
  const open = (assessment?.deadlines ?? []).filter(
    (deadline) => (deadline.stage === stage || deadline.scope === 'case') && deadline.due !== null && !isOver(deadline),
  );
  let soonest: Deadline | null = null;
  for (const deadline of open) if (!soonest || deadline.due! < soonest.due!) soonest = deadline;
  return soonest;
}

/** What has happened in this stay that the person is to know of, the latest that matters first. */
function sinceOf({ known: { policy, state }, visit, stage }: Here, { purpose, owner, isOverdue }: Aim): Text | null {
  const on = (at: string) => civilDateAt(at, policy.timeZone);
  const { decision, conference, because } = visit;
  if (decision) {
    const option = stage.decision?.options.find(({ id }) => id === decision.option)?.label ?? decision.option;
    return { key: 'ladder.since.decided', values: { option, on: on(decision.at) }, own: ['option'] };
  }
  if (conference) return { key: 'ladder.since.conference', values: { on: on(conference.at) } };
  if (purpose === 'reply' && isOverdue) {
    const agency = owner === 'partnership' ? undefined : state.parties?.[owner].agency;
    return { key: `ladder.since.silent-${owner}`, values: agency === undefined ? {} : { agency }, typed: ['agency'] };
  }
  if (because !== 'no-reply') return null;
  const from = indexOf(policy).stages.get(state.visits.at(-2)?.stage ?? '')?.label;
  return { key: 'ladder.since.no-reply', values: from === undefined ? {} : { from }, own: ['from'] };
}

/** What comes next in place of the stage's own step, where a decision was taken or a conference asked for. */
function answerOf({ known: { policy, state }, visit }: Here, isOnward: boolean): Text | null {
  if (visit.decision) {
    const ways = waysUp(policy, state).filter(({ because, way }) => because === 'decided' && way);
    const labels = [...new Set(ways.map(({ way }) => way!.label))].join(' / ');
    return labels === ''
      ? { key: isOnward ? 'ladder.next-decided' : 'ladder.next-decided-last' }
      : { key: 'ladder.next-by-decision', values: { way: labels }, own: ['way'] };
  }
  return visit.conference ? { key: 'ladder.next-conference' } : null;
}

/**
 * Who acts, as values for the sentence: roles and agency of each side that has a part. `many` says that a side has
 * several roles: whether they act together or one for the other the policy's data does not say.
 */
function whoValues({ known: { policy, state }, visit, stage, rung }: Here, aim: Aim): NonNullable<Text['values']> {
  const values: Record<string, string | number> = { many: 0 };
  const only = actorOf(stage, aim);
  const meets = only === null ? rung.meets : rung.meets.filter(({ side }) => side === only);
  for (const { side, agency, roles } of meets) {
    const tier = side === 'partnership' ? null : tierOf(rung, visit, side);
    const names = tier !== null ? [tier] : roles.map(({ name }) => name);
    values[side] = names.map((name) => nameInSentence(name, policy.language)).join('; ');
    const isPolicys = tier === null || (stage.tiers?.names.includes(tier) ?? false);
    const plural = names.length === 1 && isPolicys ? pluralInSentence(names[0]!, policy.language) : null;
    if (plural !== null) values[`${side}Plural`] = plural;
    if (agency !== null) values[`${side}Agency`] = agency;
    if (names.length > 1) values.many = 1;
  }
  if (meets.length > 0 || only === null) return values;
  // Whose time it is sends nobody to this stage: the agency itself is named.
  const agency = only === 'partnership' ? undefined : state.parties?.[only].agency;
  return { ...values, alone: only, ...(agency !== undefined && { agency }) };
}

/** The side whose the step is; null: it is for all who meet. */
function actorOf({ decision }: Stage, { purpose, owner }: Aim): Side | null {
  if (purpose === 'agree' || (purpose === 'meet' && owner !== 'partnership')) return null;
  if (purpose !== 'decide') return owner;
  const by = decision?.decidedBy ?? owner;
  return by === 'agencies' || by === 'panel' ? null : by;
}

/** The tier that a side has reached by itself, or the discussion has; the first where none is recorded. */
function tierOf({ tiers }: RungView, { tierOf: own }: Visit, side: Side): string | null {
  const both = Object.keys(own).length > 0 ? undefined : tiers.find(({ state }) => state === 'current');
  return own[side] ?? (both ?? tiers[0])?.name ?? null;
}

/** What it is for. One side alone decides at some stages: nobody is there to seek a resolution with. */
function forValues({ stage: { decision, meets } }: Here, { purpose }: Aim): NonNullable<Text['values']> {
  if (typeof purpose !== 'string') return { for: 'words', task: purpose.words };
  const isOneSided = (meets.raising === undefined) !== (meets.receiving === undefined);
  return { for: purpose === 'agree' && decision && isOneSided ? 'decide' : purpose };
}

/** The date where there is one; else the policy's own words or number, never a date made of them. */
function whenValues({ by, isOverdue, time }: Aim): NonNullable<Text['values']> {
  return by ? { ...by.values, overdue: isOverdue ? 1 : 0 } : time;
}

/** Ways of the policy's own that are open now, other than to the next stage: each is said, whatever else comes next. */
function otherWays(known: KnownCase): Text[] {
  const { policy, state, assessment } = known;
  const next = nextStages(policy, state);
  const ways = policy.ways.filter(
    (way) =>
      isWayOpen(known, way) &&
      (!next.includes(way.to) || !way.because.some((reason) => reason === 'unresolved' || reason === 'decided')),
  );
  if (!assessment) return [];
  return [...new Set(ways.map(({ label }) => label))].map((way) => ({
    key: 'ladder.way-open',
    values: { way },
    own: ['way'],
  }));
}

function onwardOf({ policy, state, assessment }: KnownCase, needed: readonly NeededFirst[]): Text | null {
  const next = nextStages(policy, state);
  const open = assessment
    ? next.filter((id) => assessment.actions.some(({ action, to }) => action === 'escalate' && to === id))
    : next.filter((id) => mustBefore(policy, id, state).length === 0);
  if (open.length > 0) return { key: 'ladder.onward', values: { to: labels(policy, open) }, own: ['to'] };
  return needed.some(({ before }) => before.key === 'ladder.before') ? { key: 'ladder.onward-after' } : null;
}

/** @param only the stages that it is asked of; null: all of them */
function neededFirst({ policy, state, assessment }: KnownCase, only: readonly string[] | null): NeededFirst[] {
  if (!assessment) {
    return nextStages(policy, state).flatMap((id) => {
      const guards = mustBefore(policy, id, state);
      return guards.length > 0
        ? [
            neededBefore(
              policy,
              { action: 'escalate', to: id },
              guards.map((guard) => guardItem(policy, guard)),
            ),
          ]
        : [];
    });
  }
  return assessment.blocked
    .filter(({ to = '' }) => only?.includes(to) ?? true)
    .map(({ action, to, missing }) =>
      neededBefore(policy, { action, ...(to !== undefined && { to }) }, missingItems(policy, missing)),
    );
}

function neededBefore(policy: Policy, { action, to }: Step, items: NeededFirst['items']): NeededFirst {
  const before: Text =
    to === undefined
      ? { key: 'ladder.before-action', texts: [beforeText(action)] }
      : { key: 'ladder.before', values: { to: labels(policy, [to]) }, own: ['to'] };
  return { before, items };
}

function mustBefore(policy: Policy, to: string, state: KnownCase['state']): Guard[] {
  const from = currentVisit(state)?.stage ?? '';
  return policy.guards.filter(
    ({ verb, before }) =>
      verb === 'must' &&
      before.some((b) => b.action === 'escalate' && (b.to?.includes(to) ?? true) && (b.from?.includes(from) ?? true)),
  );
}

function labels(policy: Policy, stages: readonly string[]): string {
  return stages.map((id) => indexOf(policy).stages.get(id)?.label ?? id).join(' / ');
}
