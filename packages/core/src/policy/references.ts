import { brief, didYouMean, type Fault } from './fault.ts';
import { below, faultAt, get, isLoose, items, parts, type Place } from './loose.ts';
import { keyPattern, KINDS, listPattern, referredAt, type Kind } from './reference-patterns.ts';
import { spanFaults } from './span-rules.ts';

/**
 * What the shape cannot say, because it spans fields: that ids are unique, that what is referred to exists, that dates
 * are days. Takes plain data (see `plainCopy`), sound or not, and looks at those of its parts that are sound.
 */
export function referenceFaults(value: unknown): Fault[] {
  const policy: Place = { value, steps: [] };
  const known = knownIds(policy);
  const unknown = [...references(policy)].filter(({ kind, id }) => known[kind] && !known[kind].has(id));
  return [
    ...idFaults(policy),
    ...unknown.map((reference, index) => unknownFault(reference, known[reference.kind]!, index < MOST_SUGGESTIONS)),
    ...spanFaults(policy),
  ];
}

/** Finding the id that was meant takes time, which data full of wrong ids must not use up. */
const MOST_SUGGESTIONS = 200;

interface Reference {
  kind: Kind;
  id: string;
  place: Place;
}

/** Every reference in the policy, in its order. */
function* references(place: Place, pattern = ''): Generator<Reference> {
  const kind = referredAt(pattern);
  if (kind && typeof place.value === 'string') yield { kind, id: place.value, place };
  for (const item of items(place)) yield* references(item, listPattern(pattern));
  if (!isLoose(place.value)) return;
  const keyKind = referredAt(`${pattern}{}`);
  for (const key of Object.keys(place.value)) {
    const under = below(place, key);
    if (keyKind) yield { kind: keyKind, id: key, place: { value: key, steps: under.steps } };
    // The clauses themselves: what they say refers to nothing.
    if (pattern !== '' || key !== 'clauses') yield* references(under, keyPattern(pattern, key));
  }
}

type Known = Partial<Record<Kind, ReadonlySet<string>>>;

/** The ids of each kind; none of a kind whose list cannot be read, so that no reference to it is called wrong. */
function knownIds(policy: Place): Known {
  const known: Known = {};
  for (const [kind, list] of Object.entries(KINDS) as [keyof typeof KINDS, string][]) {
    const { value } = below(policy, list);
    if (Array.isArray(value) || (value === undefined && kind === 'priority')) known[kind] = idsOf(parts(policy, list));
  }
  if (isLoose(get(policy.value, 'clauses'))) known.clause = new Set(clauseIds(policy).map(({ value }) => value));
  if (known.stage) {
    known.option = idsOf(parts(policy, 'stages').flatMap((stage) => parts(below(stage, 'decision'), 'options')));
  }
  return known;
}

function idsOf(places: readonly Place[]): Set<string> {
  return new Set(places.map(({ value }) => get(value, 'id')).filter((id) => typeof id === 'string'));
}

const NAMES: Partial<Record<Kind, string>> = { option: 'decision option' };

function unknownFault({ kind, id, place }: Reference, ids: ReadonlySet<string>, suggest: boolean): Fault {
  const name = NAMES[kind] ?? kind;
  const message = `The policy has no ${name} ${brief(id)}.${suggest ? didYouMean(id, ids) : ''}`;
  return faultAt(place, listed(ids, name), message);
}

function listed(ids: ReadonlySet<string>, name: string): string {
  if (ids.size === 0) return `none: the policy defines no ${name}`;
  const shown: string[] = [];
  for (const id of ids) if (shown.push(brief(id)) === 12) break;
  return `the id of a ${name}: ${shown.join(', ')}${ids.size > shown.length ? ', …' : ''}`;
}

/** Lists whose ids must differ from one another. */
const LISTS = [...Object.values(KINDS), 'ways', 'guards', 'duties', 'callouts', 'timescales'] as const;

function idFaults(policy: Place): Fault[] {
  const stages = parts(policy, 'stages');
  const clocks = stages.map((stage) => parts(stage, 'clocks'));
  const options = stages.map((stage) => parts(below(stage, 'decision'), 'options'));
  const timescales = idsOf(parts(policy, 'timescales'));
  const lists = [...LISTS.map((list) => parts(policy, list)), ...clocks, ...options];
  return [
    ...lists.flatMap((list) => repeated(list)),
    // A timescale runs beside the clocks of its stages, and a duty may name either.
    ...clocks.flatMap((list) => repeated(list, timescales)),
    ...[...lists.flat().map((part) => below(part, 'id')), ...clauseIds(policy)].filter(isReserved).map(reserved),
    ...askFaults(policy),
  ];
}

function clauseIds(policy: Place): Place<string>[] {
  const { value, steps } = below(policy, 'clauses');
  return isLoose(value) ? Object.keys(value).map((key) => ({ value: key, steps: [...steps, key] })) : [];
}

function repeated(list: readonly Place[], taken: ReadonlySet<unknown> = new Set()): Fault[] {
  const seen = new Set(taken);
  return list
    .map((part) => below(part, 'id'))
    .filter(({ value }) => typeof value === 'string' && (seen.has(value) || !seen.add(value)))
    .map((id) => faultAt(id, 'an id of its own', `Another part has the id ${brief(id.value)} already.`));
}

/** Names that every JavaScript object answers to could be taken for an id that a case has recorded. */
function isReserved({ value }: Place): boolean {
  return typeof value === 'string' && value in Object.prototype;
}

function reserved(id: Place): Fault {
  return faultAt(id, 'any other id', `${brief(id.value)} is a word of the programming language.`);
}

/** The fields of the event that opens a case, among which the answers to the asks stand. */
const OPENING_FIELDS: ReadonlySet<string> = new Set(
  (
    'id type at recorded by action policy calendar route stage parties child causes facts ' + 'protectBy priority shown'
  ).split(' '),
);

function askFaults(policy: Place): Fault[] {
  return parts(policy, 'asks')
    .map((ask) => below(ask, 'id'))
    .filter(({ value }) => typeof value === 'string' && OPENING_FIELDS.has(value))
    .map((place) => faultAt(place, 'any other id', `Every case has a field ${brief(place.value)} already.`));
}
