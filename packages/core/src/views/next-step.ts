import { currentVisit, nextStages, type Deadline } from '../case/index.ts';
import { indexOf, type Guard, type Policy, type Stage } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { isOver } from './is-over.ts';
import type { KnownCase } from './known-case.ts';
import { guardItem, missingItems, type NeededItem } from './needed.ts';
import { nameInSentence, pluralInSentence } from './roles.ts';
import { dueText } from './rung-times.ts';
import type { RungView } from './rungs.ts';

/** What happens next, said in a sentence that names who and by when. */
export interface NextStep {
  readonly sentence: Text;
  /** The day or hour by which, where there is one. */
  readonly by: Text | null;
  readonly isOverdue: boolean;
  /** That going on is allowed now; null at the top, and where something is needed first. */
  readonly onward: Text | null;
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
  const stage = indexOf(policy).stages.get(currentVisit(state)?.stage ?? '');
  const rung = rungs.find(({ id }) => id === stage?.id);
  if (!stage || !rung) return null;
  if (state.status !== 'open') {
    const sentence: Text = { key: `ladder.ended.${state.status}`, values: { stage: stage.label }, own: ['stage'] };
    return { sentence, by: null, isOverdue: false, onward: null, needed: [] };
  }
  const deadline = nearestDeadline(known, stage.id);
  const by = deadline && dueText(policy, deadline);
  const isOverdue = deadline?.status === 'overdue';
  const needed = neededFirst(known);
  return {
    sentence: {
      key: 'ladder.next',
      values: { ...whoValues(policy, stage, rung), ...whenValues(by, isOverdue, rung) },
      own: OWN,
    },
    by,
    isOverdue,
    onward: onwardOf(known, needed),
    needed,
  };
}

/** What whoValues and whenValues take from the policy; the agencies are the case's. */
const OWN = [
  'raising',
  'receiving',
  'partnership',
  'raisingPlural',
  'receivingPlural',
  'partnershipPlural',
  'words',
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

/**
 * Who acts, as values for the sentence: roles and agency of each side that has a part. `many` says that a side has
 * several roles: whether they act together or one for the other the policy's data does not say.
 */
function whoValues(policy: Policy, stage: Stage, rung: RungView): NonNullable<Text['values']> {
  const tier = tierOf(rung);
  const values: Record<string, string | number> = { many: 0, decides: decides(stage) ? 1 : 0 };
  for (const { side, agency, roles } of rung.meets) {
    const names = tier !== null && side !== 'partnership' ? [tier] : roles.map(({ name }) => name);
    values[side] = names.map((name) => nameInSentence(name, policy.language)).join('; ');
    const isPolicys = tier === null || (stage.tiers?.names.includes(tier) ?? false);
    const plural = names.length === 1 && isPolicys ? pluralInSentence(names[0]!, policy.language) : null;
    if (plural !== null) values[`${side}Plural`] = plural;
    if (agency !== null) values[`${side}Agency`] = agency;
    if (names.length > 1) values.many = 1;
  }
  return values;
}

/** The tier that the discussion has reached; the first where none is recorded. */
function tierOf({ tiers }: RungView): string | null {
  return (tiers.find(({ state }) => state === 'current') ?? tiers[0])?.name ?? null;
}

/** One side alone decides: nobody is there to seek a resolution with. */
function decides({ decision, meets }: Stage): boolean {
  return decision !== undefined && (meets.raising === undefined) !== (meets.receiving === undefined);
}

/** The date where there is one; else the policy's own words or number, never a date made of them. */
function whenValues(by: Text | null, isOverdue: boolean, rung: RungView): NonNullable<Text['values']> {
  if (by) return { ...by.values, overdue: isOverdue ? 1 : 0 };
  const time = rung.times.find(({ within }) => within.length === 1) ?? rung.times.find(({ words }) => words);
  const [number] = time?.within ?? [];
  return number ? { ...number.values } : time?.words ? { words: time.words.values?.text ?? '' } : {};
}

function onwardOf({ policy, state, assessment }: KnownCase, needed: readonly NeededFirst[]): Text | null {
  const next = nextStages(policy, state);
  const open = assessment
    ? next.filter((id) => assessment.actions.some(({ action, to }) => action === 'escalate' && to === id))
    : next.filter((id) => mustBefore(policy, id, state).length === 0);
  if (open.length > 0) return { key: 'ladder.onward', values: { to: labels(policy, open) }, own: ['to'] };
  return needed.some(({ before }) => before.key === 'ladder.before') ? { key: 'ladder.onward-after' } : null;
}

function neededFirst({ policy, state, assessment }: KnownCase): NeededFirst[] {
  if (!assessment) {
    return nextStages(policy, state).flatMap((id) => {
      const guards = mustBefore(policy, id, state);
      return guards.length > 0
        ? [
            neededBefore(
              policy,
              id,
              guards.map((guard) => guardItem(policy, guard)),
            ),
          ]
        : [];
    });
  }
  return assessment.blocked.map(({ to, missing }) => neededBefore(policy, to ?? null, missingItems(policy, missing)));
}

function neededBefore(policy: Policy, to: string | null, items: NeededFirst['items']): NeededFirst {
  const before: Text =
    to === null
      ? { key: 'ladder.before-end' }
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
