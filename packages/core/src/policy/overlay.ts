import type { core } from 'zod/mini';
import { brief, type Fault } from './fault.ts';
import { below, faultAt, get, isLoose, items, parts, texts, type Loose, type Place } from './loose.ts';
import { markOf } from './marks.ts';
import { plainCopy } from './plain-copy.ts';
import { PolicyError } from './policy-error.ts';
import { policySchema, statementSchema } from './schema.ts';
import { namedPath, wordsAmong } from './text-rules.ts';
import { walk, withoutNothing } from './walk.ts';

/** Finds the policy that another one extends, as data; undefined for an id it does not know. */
export type Resolve = (id: string) => unknown;

/**
 * The policy that comes of a national or regional one and what a partnership says differently.
 *
 * Where the overlay has a list of parts with ids, its parts take the place of those of the same id, whole, and the
 * others are added at the end; clauses likewise, by their keys. Principles, reminders and what is `elsewhere` are added
 * to the base's. `remove` takes parts of the base out: `{duties: [ids], clauses: [keys], principles: [clauses that they
 * rest on]}`. The base's words in other languages hold where its own still stand. Every other key takes the place of
 * the base's, and null takes it out. What says whose policy it is (id, version, title, partnership, document,
 * provenance) is never the base's.
 *
 * The result is data still: it is parsed like any policy.
 *
 * @throws PolicyError where `remove` names what the base has not
 */
export function extendPolicy(base: object, overlay: object): object {
  const { value, faults } = merged(base as Loose, overlay as Loose);
  if (faults.length > 0) throw new PolicyError(faults);
  return value;
}

/** The data of a policy with everything that it extends; no value where that cannot be had. */
export function wholePolicy(value: unknown, resolve?: Resolve): { value?: unknown; faults: Fault[] } {
  const chain: Loose[] = [];
  const seen = new Set<unknown>([get(value, 'id')]);
  let top = value;
  while (isLoose(top) && Object.hasOwn(top, 'extends')) {
    const base = baseOf(top, seen, resolve);
    if ('fault' in base) return { faults: [base.fault] };
    chain.push(top);
    seen.add(top.extends);
    top = base.value;
  }
  const faults: Fault[] = [];
  for (const overlay of chain.reverse()) {
    if (!isLoose(top)) break;
    const both = merged(top, overlay);
    faults.push(...both.faults);
    top = both.value;
  }
  return { value: top, faults };
}

/** More than any country has: nation, region, county, district. */
const MOST_BASES = 8;

function baseOf(overlay: Loose, seen: ReadonlySet<unknown>, resolve?: Resolve): { value: unknown } | { fault: Fault } {
  const place = below({ value: overlay, steps: [] }, 'extends');
  const fault = (allowed: string, message: string) => ({ fault: faultAt(place, allowed, message) });
  const id = place.value;
  if (typeof id !== 'string') return fault('the id of a policy', 'This does not name the policy that is extended.');
  if (seen.has(id))
    return fault('a policy that does not build on this one', `By what it extends, ${brief(id)} leads back to itself.`);
  if (seen.size > MOST_BASES)
    return fault(`at most ${MOST_BASES} policies`, 'The policies extend one another without end.');
  if (!resolve) return fault('nothing', `The policy extends ${brief(id)}, and nothing was given to find it with.`);
  let found: unknown;
  try {
    found = resolve(id);
  } catch (error) {
    return fault('a policy that can be found', `The policy ${brief(id)} could not be had: ${String(error)}`);
  }
  if (found === undefined || found === null)
    return fault('a policy that can be found', `No policy ${brief(id)} is known.`);
  const copy = plainCopy(found);
  const [first] = copy.faults;
  return copy.stopped && first ? fault('a policy', `The policy ${brief(id)} cannot be read: ${first.message}`) : copy;
}

const { shape } = policySchema;

function listsOf(isSuch: (list: core.$ZodTypes) => boolean): readonly string[] {
  return Object.keys(shape).filter((key) => isSuch(withoutNothing(shape[key as keyof typeof shape]) as core.$ZodTypes));
}

/** The lists whose parts have ids. */
const PARTS = listsOf((schema) => schema._zod.def.type === 'array' && markOf(schema).holds !== undefined);
/** The lists of something to read. */
const STATEMENTS = listsOf(({ _zod: { def } }) => def.type === 'array' && def.element === statementSchema);
/** What an overlay can take out of its base. @public for the JSON Schema's script */
export const REMOVABLE: readonly string[] = [...PARTS, ...STATEMENTS, 'clauses'];
/**
 * Whose policy it is: an overlay that leaves one out is refused by the parser, not given the base's.
 *
 * @public for the JSON Schema's script
 */
export const OWN: readonly string[] = [
  '$schema',
  'id',
  'version',
  'title',
  'partnership',
  'document',
  'provenance',
  'basedOn',
];

function merged(base: Loose, overlay: Loose): { value: Loose; faults: Fault[] } {
  const faults = removalFaults(base, overlay);
  const inherited = Object.fromEntries(
    Object.entries(base).filter(([key]) => ![...OWN, 'extends', 'remove'].includes(key)),
  );
  const { extends: _, remove, ...own } = overlay;
  const value: Record<string, unknown> = { ...inherited, ...own, basedOn: { id: base.id, version: base.version } };
  for (const key of PARTS) {
    put(value, key, mergedParts(base[key], own[key], texts(remove, key)));
  }
  for (const key of STATEMENTS) {
    put(value, key, mergedStatements(base[key], own[key], texts(remove, key)));
  }
  put(value, 'clauses', mergedClauses(base.clauses, own.clauses, texts(remove, 'clauses')));
  put(value, 'texts', mergedTexts({ base, own, value, removed: remove }));
  for (const [key, given] of Object.entries(own)) if (given === null) delete value[key];
  return { value, faults };
}

/** What is not as it should be is left as it stands: the parser says so. */
function put(value: Record<string, unknown>, key: string, combined: unknown): void {
  if (combined !== undefined) value[key] = combined;
}

function mergedParts(base: unknown, own: unknown, removed: readonly string[]): unknown {
  if (!Array.isArray(base) || !(Array.isArray(own) || own === undefined)) return undefined;
  const added: unknown[] = own ? [...(own as unknown[])] : [];
  const kept = (base as unknown[]).flatMap((part) => {
    const id = get(part, 'id');
    const at = added.findIndex((other) => id !== undefined && get(other, 'id') === id);
    if (at >= 0) return added.splice(at, 1);
    return removed.includes(id as string) ? [] : [part];
  });
  return [...kept, ...added];
}

function mergedStatements(base: unknown, own: unknown, removed: readonly string[]): unknown {
  if (!Array.isArray(base) || !(Array.isArray(own) || own === undefined)) return undefined;
  const kept = (base as unknown[]).filter((one) => !texts(one, 'clauses').some((clause) => removed.includes(clause)));
  return [...kept, ...((own as unknown[] | undefined) ?? [])];
}

function mergedClauses(base: unknown, own: unknown, removed: readonly string[]): unknown {
  if (!isLoose(base) || !(isLoose(own) || own === undefined)) return undefined;
  const kept = Object.entries(base).filter(([key]) => !removed.includes(key));
  return { ...Object.fromEntries(kept), ...own };
}

interface Overlaid {
  readonly base: Loose;
  readonly own: Loose;
  /** What came of both. */
  readonly value: Loose;
  readonly removed: unknown;
}

/** The base's words in other languages hold where its own still stand; the overlay's are added. */
function mergedTexts({ base, own, value, removed }: Overlaid): unknown {
  if (!isLoose(base.texts) || !(isLoose(own.texts) || own.texts === undefined)) return undefined;
  const kept = wordsOf(base, value, removed);
  const languages = new Set([...Object.keys(base.texts), ...Object.keys(own.texts ?? {})]);
  const both = [...languages].flatMap((language) => {
    if (language === value.language) return [];
    const inherited = Object.entries(get(base.texts, language) ?? {}).filter(([path]) => kept.has(path));
    return [[language, { ...Object.fromEntries(inherited), ...(get(own.texts, language) as object | undefined) }]];
  });
  return Object.fromEntries(both) as unknown;
}

/** The paths at which a text of the base still stands in what came of it. */
function wordsOf(base: Loose, value: Loose, removed: unknown): ReadonlySet<string> {
  const listed = (policy: Loose) =>
    new Map(
      wordsAmong([...walk(policySchema, { value: policy, steps: [] })])
        // Statements have numbers alone, which those that are taken out set in motion.
        .filter(({ steps: [list] }) => !STATEMENTS.includes(String(list)) || get(removed, String(list)) === undefined)
        .map((place) => [namedPath(policy, place.steps), place.value]),
    );
  const after = listed(value);
  return new Set([...listed(base)].filter(([path, text]) => after.get(path) === text).map(([path]) => path));
}

function removalFaults(base: Loose, overlay: Loose): Fault[] {
  const remove = below({ value: overlay, steps: [] }, 'remove');
  if (remove.value === undefined) return [];
  const allowed = `lists of ids: ${REMOVABLE.map((kind) => `${kind}?`).join(', ')}`;
  if (!isLoose(remove.value)) return [faultAt(remove, allowed, 'This does not say what is taken out of the base.')];
  return Object.keys(remove.value).flatMap((kind) => {
    const list = below(remove, kind);
    if (!REMOVABLE.includes(kind) || !Array.isArray(list.value)) {
      return [faultAt(list, allowed, `Nothing can be taken out of ${brief(kind)} in this way.`)];
    }
    const known = removable(base, kind);
    return items(list)
      .filter(({ value }) => !known.has(value))
      .map((id) =>
        faultAt(id, `what the base has under ${brief(kind)}`, `The base has no such part ${brief(id.value)}.`),
      );
  });
}

/** By what the parts of a kind are taken out: statements, which have no ids, by the clauses that they rest on. */
function removable(base: Loose, kind: string): ReadonlySet<unknown> {
  const place: Place = { value: base, steps: [] };
  const listed = parts(place, kind);
  if (kind === 'clauses') return new Set(Object.keys((base.clauses as object | undefined) ?? {}));
  const isStatement = STATEMENTS.includes(kind);
  return new Set(listed.flatMap(({ value }) => (isStatement ? texts(value, 'clauses') : [value.id])));
}
