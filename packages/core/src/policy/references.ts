import type { core } from 'zod/mini';
import { brief, didYouMean, type Fault } from './fault.ts';
import { formatFaults } from './format-faults.ts';
import { below, faultAt, isLoose, items, parts, type Place } from './loose.ts';
import { markOf, type Kind } from './marks.ts';
import { policySchema } from './schema.ts';
import { dateFaults, spanFaults } from './span-rules.ts';
import { acknowledgedFaults, textFaults } from './text-rules.ts';
import { containerOf, everySchema, walk, type Visit } from './walk.ts';

/**
 * What the shape cannot say, because it spans fields: that ids are unique, that what is referred to exists, that dates
 * are days. Takes plain data (see `plainCopy`), sound or not, and looks at those of its parts that are sound.
 */
export function referenceFaults(value: unknown): Fault[] {
  const policy: Place = { value, steps: [] };
  const visits = [...walk(policySchema, policy)];
  const known = knownIds(visits);
  const unknown = referencesAmong(visits).filter(({ kind, id }) => known.get(kind)?.has(id) === false);
  return [
    ...idFaults(policy, visits),
    ...unknown.map((reference, index) => unknownFault(reference, known.get(reference.kind)!, index < MOST_SUGGESTIONS)),
    ...formatFaults(policy, visits),
    ...dateFaults(visits),
    ...spanFaults(policy),
    ...textFaults(policy, visits),
    ...acknowledgedFaults(policy),
  ];
}

/** Finding the id that was meant takes time, which data full of wrong ids must not use up. */
const MOST_SUGGESTIONS = 200;

export interface Reference {
  readonly kind: Kind;
  readonly id: string;
  readonly place: Place;
}

/** Every reference of a policy to a part of itself, in its order. */
export function referencesIn(policy: unknown): Reference[] {
  return referencesAmong([...walk(policySchema, { value: policy, steps: [] })]);
}

function referencesAmong(visits: readonly Visit[]): Reference[] {
  return visits.flatMap(({ schema, place }) => {
    const kind = markOf(schema).refersTo;
    return kind && typeof place.value === 'string' ? [{ kind, id: place.value, place }] : [];
  });
}

/**
 * The ids of each kind; none of a kind of which some cannot be read, so that no reference to it is called wrong. Clocks
 * are looked for at the stages where they are named: see span-rules.
 */
function knownIds(visits: readonly Visit[]): ReadonlyMap<Kind, ReadonlySet<string>> {
  const known = new Map(kindsWithin(policySchema).map((kind) => [kind, new Set<string>()]));
  for (const { schema, place } of visits) {
    const { holds } = markOf(schema);
    if (!isReadable(schema, place.value)) for (const kind of kindsWithin(schema)) known.delete(kind);
    else if (holds) for (const id of idsOf(place)) known.get(holds)?.add(id.value);
  }
  known.delete('clock');
  return known;
}

function isReadable(schema: core.$ZodType, value: unknown): boolean {
  const container = containerOf(schema);
  if (!container) return true;
  return container === 'array' ? Array.isArray(value) : isLoose(value);
}

/** The kinds of parts that are defined in what this schema describes. */
function kindsWithin(schema: core.$ZodType): readonly Kind[] {
  let kinds = within.get(schema);
  if (!kinds) {
    kinds = [...everySchema(schema)].flatMap((inner) => markOf(inner).holds ?? []);
    within.set(schema, kinds);
  }
  return kinds;
}

const within = new WeakMap<core.$ZodType, readonly Kind[]>();

/** The ids of the parts of a list, or the keys of an object of parts. */
function idsOf(holder: Place): Place<string>[] {
  const ids = isLoose(holder.value)
    ? Object.keys(holder.value).map((key) => ({ value: key, steps: [...holder.steps, key] }))
    : items(holder).map((part) => below(part, 'id'));
  return ids.filter((id): id is Place<string> => typeof id.value === 'string');
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

function idFaults(policy: Place, visits: readonly Visit[]): Fault[] {
  const lists = visits.filter(({ schema }) => markOf(schema).holds).map(({ place }) => idsOf(place));
  const timescales = new Set(idsOf(below(policy, 'timescales')).map(({ value }) => value));
  const clocks = parts(policy, 'stages').map((stage) => idsOf(below(stage, 'clocks')));
  return [
    ...lists.flatMap((list) => repeated(list)),
    // A timescale runs beside the clocks of its stages, and a duty may name either.
    ...clocks.flatMap((list) => repeated(list, timescales)),
    ...lists.flat().filter(isReserved).map(reserved),
    ...askFaults(policy),
  ];
}

function repeated(ids: readonly Place<string>[], taken: ReadonlySet<string> = new Set()): Fault[] {
  const seen = new Set(taken);
  return ids
    .filter(({ value }) => seen.has(value) || !seen.add(value))
    .map((id) => faultAt(id, 'an id of its own', `Another part has the id ${brief(id.value)} already.`));
}

/** Names that every JavaScript object answers to could be taken for an id that a case has recorded. */
function isReserved({ value }: Place<string>): boolean {
  return value in Object.prototype;
}

function reserved(id: Place): Fault {
  return faultAt(id, 'any other id', `${brief(id.value)} is a word of the programming language.`);
}

/** The fields of the event that opens a case, among which the answers to the asks stand. */
const OPENING_FIELDS: ReadonlySet<unknown> = new Set(
  (
    'id type at recorded by action case policy calendar route stage parties child causes facts ' +
    'protectBy priority shown'
  ).split(' '),
);

function askFaults(policy: Place): Fault[] {
  return parts(policy, 'asks')
    .map((ask) => below(ask, 'id'))
    .filter(({ value }) => OPENING_FIELDS.has(value))
    .map((place) => faultAt(place, 'any other id', `Every case has a field ${brief(place.value)} already.`));
}
