import { indexOf, type Condition, type Policy } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';

type Plain = Omit<Condition, 'any' | 'all' | 'not'>;
type Words<K extends keyof Plain> = (wanted: NonNullable<Plain[K]>, policy: Policy) => Text;

/** A condition as the rest of a sentence that begins with 'if': 'the child is looked after, and a discussion is recorded'. */
export function conditionText(condition: Condition, policy: Policy): Text {
  const { any, all, not, ...plain } = condition;
  const parts: Text[] = [
    ...Object.entries(plain).flatMap(([key, wanted]) =>
      wanted === undefined ? [] : [(WORDS[key as keyof Plain] as Words<keyof Plain>)(wanted as never, policy)],
    ),
    ...(all ?? []).map((part) => within(part, policy)),
    ...(any ? [anyText(any, policy)] : []),
    ...(not ? [of('condition.not', within(not, policy))] : []),
  ];
  return parts.length === 0 ? { key: 'condition.every' } : together('condition.all', parts);
}

/** Words for each condition that there is: the type misses none. */
const WORDS: { readonly [K in keyof Required<Plain>]: Words<K> } = {
  childStatus: (wanted) =>
    of('condition.child-status', either(wanted.map((id): Text => ({ key: `condition.child.${id}` })))),
  subject: (wanted) => of('condition.subject', either(wanted.map((id): Text => ({ key: `condition.subject.${id}` })))),
  cause: (wanted, policy) =>
    of(
      'condition.cause',
      named(wanted, (id) => indexOf(policy).causes.get(id)?.label),
    ),
  fact: (wanted, policy) =>
    together(
      'condition.and',
      Object.entries(wanted).map(([id, value]): Text => ({
        key: `condition.fact.${value ? 'yes' : 'no'}`,
        values: { question: indexOf(policy).facts.get(id)?.question ?? id },
        own: ['question'],
      })),
    ),
  priority: (wanted, policy) =>
    of(
      'condition.priority',
      named(wanted, (id) => indexOf(policy).priorities.get(id)?.label),
    ),
  route: (wanted, policy) =>
    of(
      'condition.route',
      named(wanted, (id) => indexOf(policy).routes.get(id)?.label),
    ),
  stage: (wanted, policy) => of('condition.stage', stages(wanted, policy)),
  party: ({ side, sector, noLead }): Text => {
    const who: Text = side ? inside(`side.${side}`) : { key: 'condition.party.either' };
    const does: Text[] = [];
    if (sector) does.push(of('condition.party.sector', either(sector.map((id) => inside(`sector.${id}`)))));
    if (noLead !== undefined) does.push({ key: noLead ? 'condition.party.no-lead' : 'condition.party.lead' });
    if (does.length === 0) does.push({ key: 'condition.party.takes-part' });
    return { key: 'condition.party', texts: [who, ...does] };
  },
  decided: ({ stage, option }, policy) => ({
    key: 'condition.decided',
    texts: [
      option ? named(option, (id) => optionLabel(id, policy)) : { key: 'condition.decided.something' },
      stage === undefined ? { key: 'condition.decided.here' } : stages([stage], policy),
    ],
  }),
  done: (wanted) =>
    of(
      wanted.length > 1 ? 'condition.done.several' : 'condition.done',
      together(
        'condition.and',
        wanted.map((id) => ofPolicy(id)),
      ),
    ),
  consulted: (wanted) => of('condition.consulted', inside(`side.${wanted}`)),
  discussed: (wanted) => ({ key: wanted ? 'condition.discussed' : 'condition.not-discussed' }),
  dissented: (wanted) => ({ key: wanted ? 'condition.dissented' : 'condition.not-dissented' }),
  conferenceRequested: (wanted) => ({
    key: wanted ? 'condition.conference-requested' : 'condition.conference-not-requested',
  }),
  because: (wanted) => of('condition.because', either(wanted.map((reason) => inside(`reason.${reason}`)))),
  bypassed: (wanted, policy) => of('condition.bypassed', stages(wanted, policy)),
  answered: (wanted, policy) =>
    of(
      'condition.answered',
      named(wanted, (id) => indexOf(policy).asks.get(id)?.label, 'condition.and'),
    ),
};

function anyText(any: readonly Condition[], policy: Policy): Text {
  if (any.length === 0) return { key: 'condition.never' };
  return together(
    'condition.any',
    any.map((part) => within(part, policy)),
  );
}

/** In brackets where it has parts of its own, so that nothing is read across. */
function within(condition: Condition, policy: Policy): Text {
  const text = conditionText(condition, policy);
  const isPlain = Object.keys(condition).length === 1 && !condition.any && !condition.all && !condition.not;
  return isPlain ? text : of('condition.group', text);
}

type ConditionKey = Extract<Text['key'], `condition.${string}`>;

function of(key: ConditionKey, text: Text): Text {
  return { key, texts: [text] };
}

/** One needs nothing to join it with. */
function together(key: ConditionKey, texts: readonly Text[]): Text {
  const [only] = texts;
  return only && texts.length === 1 ? only : { key, texts };
}

function either(texts: readonly Text[]): Text {
  return together('condition.or', texts);
}

/** A message of the kit with a small letter, to stand inside a sentence. */
function inside(key: Text['key']): Text {
  return of('condition.inside', { key });
}

function stages(ids: readonly string[], policy: Policy): Text {
  return either(ids.map((id) => ofPolicy(indexOf(policy).stages.get(id)?.label ?? id)));
}

function named(
  ids: readonly string[],
  nameOf: (id: string) => string | undefined,
  join: ConditionKey = 'condition.or',
): Text {
  const names = ids.map((id): Text => ({ key: 'condition.name', values: { name: nameOf(id) ?? id }, own: ['name'] }));
  return together(join, names);
}

function optionLabel(id: string, policy: Policy): string | undefined {
  for (const { decision } of indexOf(policy).stages.values()) {
    const option = decision?.options.find((each) => each.id === id);
    if (option) return option.label;
  }
  return undefined;
}
