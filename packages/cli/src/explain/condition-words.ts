import { indexOf, type Condition, type Policy } from '@escalation-kit/core/policy';
import { listed, saidWithin, stageLabel } from './explained.ts';
import { optionLabel, stagesEither } from './happenings.ts';

type Plain = Omit<Condition, 'any' | 'all' | 'not'>;
type Words<K extends keyof Plain> = (wanted: NonNullable<Plain[K]>, policy: Policy) => string;

/** A condition as the rest of a sentence that begins with 'if': 'the child is looked after, and a discussion is recorded'. */
export function conditionWords(condition: Condition, policy: Policy): string {
  const { any, all, not, ...plain } = condition;
  const parts = [
    ...Object.entries(plain).flatMap(([key, wanted]) =>
      wanted === undefined ? [] : [(WORDS[key as keyof Plain] as Words<keyof Plain>)(wanted as never, policy)],
    ),
    ...(all ?? []).map((part) => within(part, policy)),
    ...(any ? [anyWords(any, policy)] : []),
    ...(not ? [`it is not so that ${within(not, policy)}`] : []),
  ];
  return parts.length === 0 ? 'in every case' : parts.join(', and ');
}

const WORDS: { readonly [K in keyof Required<Plain>]: Words<K> } = {
  childStatus: (wanted) => `the child is ${either(wanted.map((status) => STATUSES[status]))}`,
  subject: (wanted) => `the case is about ${either(wanted.map((subject) => SUBJECT_WORDS[subject]))}`,
  cause: (wanted, policy) => `the cause is ${named(wanted, (id) => indexOf(policy).causes.get(id)?.label)}`,
  fact: (wanted, policy) =>
    listed(
      Object.entries(wanted).map(
        ([id, value]) => `‘${indexOf(policy).facts.get(id)?.question ?? id}’ is answered with ${value ? 'yes' : 'no'}`,
      ),
    ),
  priority: (wanted, policy) => `the priority is ${named(wanted, (id) => indexOf(policy).priorities.get(id)?.label)}`,
  route: (wanted, policy) => `the route is ${named(wanted, (id) => indexOf(policy).routes.get(id)?.label)}`,
  stage: (wanted, policy) => `the case stands at ${stagesEither(wanted, policy)}`,
  party: ({ side, sector, noLead }) => {
    const who = side ? saidWithin(`side.${side}`) : 'one of the two agencies';
    const is = sector && `is in ${either(sector.map((each) => saidWithin(`sector.${each}`)))}`;
    const has = noLead !== undefined && `has ${noLead ? 'no' : 'a'} safeguarding lead`;
    return `${who} ${[is, has].filter(Boolean).join(' and ') || 'takes part'}`;
  },
  decided: ({ stage, option }, policy) => {
    const what = option ? either(option.map((id) => `‘${optionLabel(id, policy)}’`)) : 'something';
    return `${what} was decided at ${stage === undefined ? 'the present stage' : stageLabel(policy, stage)}`;
  },
  done: (wanted) => `${listed(wanted)} ${wanted.length > 1 ? 'are' : 'is'} recorded as done`,
  consulted: (wanted) => `${saidWithin(`side.${wanted}`)} has consulted somebody`,
  discussed: (wanted) => `${wanted ? 'a' : 'no'} discussion is recorded`,
  dissented: (wanted) => `${wanted ? 'dissent' : 'no dissent'} is on record`,
  conferenceRequested: (wanted) => `${wanted ? 'a' : 'no'} conference was asked for`,
  because: (wanted) =>
    `the reason for going up was ‘${either(wanted.map((reason) => saidWithin(`reason.${reason}`)))}’`,
  bypassed: (wanted, policy) => `${stagesEither(wanted, policy)} was jumped over`,
  answered: (wanted, policy) => `${named(wanted, (id) => indexOf(policy).asks.get(id)?.label, 'and')} was answered`,
};

const STATUSES = {
  'child-in-need': 'a child in need',
  'child-protection-plan': 'on a child protection plan',
  'looked-after': 'looked after',
  unborn: 'unborn',
} as const;

export const SUBJECT_WORDS = {
  child: 'a child',
  'unborn-child': 'an unborn child',
  adult: 'an adult',
  'no-single-case': 'no single case',
} as const;

function anyWords(any: readonly Condition[], policy: Policy): string {
  if (any.length === 0) return 'in no case';
  const words = any.map((part) => within(part, policy));
  return any.length === 1 ? words.join('') : `either ${words.join(', or ')}`;
}

/** In brackets where it has parts of its own, so that nothing is read across. */
function within(condition: Condition, policy: Policy): string {
  const words = conditionWords(condition, policy);
  const isPlain = Object.keys(condition).length === 1 && !condition.any && !condition.all && !condition.not;
  return isPlain ? words : `(${words})`;
}

function either(items: readonly string[]): string {
  return listed(items, 'or');
}

function named(ids: readonly string[], nameOf: (id: string) => string | undefined, last = 'or'): string {
  return listed(
    ids.map((id) => `‘${nameOf(id) ?? id}’`),
    last,
  );
}
