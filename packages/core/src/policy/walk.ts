import type { core } from 'zod/mini';
import { below, isLoose, items, type Place } from './loose.ts';

/** A value with a schema that it stands for. */
export interface Visit {
  readonly schema: core.$ZodType;
  readonly place: Place;
}

/**
 * Every value of some data with the schema, or of a choice each of the schemas, that it may stand for, in the order of
 * the data. The data may be unsound: what a schema does not describe is passed over, and what an object lacks is visited
 * as undefined.
 */
export function* walk(schema: core.$ZodType, place: Place): Generator<Visit> {
  yield { schema, place };
  const { def } = (schema as core.$ZodTypes)._zod;
  const { value } = place;
  if (def.type === 'lazy') yield* walk(def.getter(), place);
  else if (def.type === 'optional') {
    if (value !== undefined) yield* walk(def.innerType, place);
  } else if (def.type === 'nullable') {
    if (value !== null) yield* walk(def.innerType, place);
  } else if (def.type === 'union') {
    for (const option of choicesFor(def.options, value)) yield* walk(option, place);
  } else if (def.type === 'array') {
    for (const item of items(place)) yield* walk(def.element, item);
  } else if (def.type === 'record') {
    for (const key of keysOf(value)) {
      const under = below(place, key);
      yield* walk(def.keyType, { value: key, steps: under.steps });
      yield* walk(def.valueType, under);
    }
  } else if (def.type === 'object') {
    const shape = def.shape;
    const given = keysOf(value).filter((key) => Object.hasOwn(shape, key));
    for (const key of new Set([...given, ...Object.keys(shape)])) yield* walk(shape[key]!, below(place, key));
  }
}

/** The schemas directly below this one. */
export function schemasIn(schema: core.$ZodType): readonly core.$ZodType[] {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type === 'lazy') return [def.getter()];
  if (def.type === 'optional' || def.type === 'nullable') return [def.innerType];
  if (def.type === 'union') return def.options;
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.keyType, def.valueType];
  return def.type === 'object' ? Object.values(def.shape) : [];
}

/** This schema and all below it, each once. */
export function everySchema(schema: core.$ZodType, seen = new Set<core.$ZodType>()): ReadonlySet<core.$ZodType> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  for (const inner of schemasIn(schema)) everySchema(inner, seen);
  return seen;
}

/** What may be left out or be null, without that. */
export function withoutNothing(schema: core.$ZodType): core.$ZodType {
  const { def } = (schema as core.$ZodTypes)._zod;
  return def.type === 'optional' || def.type === 'nullable' ? withoutNothing(def.innerType) : schema;
}

/** The kind of value that a schema holds others in, if any. */
export function containerOf(schema: core.$ZodType): 'array' | 'record' | 'object' | undefined {
  const { type } = (schema as core.$ZodTypes)._zod.def;
  return type === 'array' || type === 'record' || type === 'object' ? type : undefined;
}

/** Of a choice, those that fit the kind of value; a word of a closed set is that word and nothing else. */
function choicesFor(options: readonly core.$ZodType[], value: unknown): readonly core.$ZodType[] {
  const fitting = options.filter((option) => fits(option, value));
  const word = fitting.find((option) => wordsOf(option).includes(value));
  return word ? [word] : fitting;
}

function fits(schema: core.$ZodType, value: unknown): boolean {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type === 'union') return def.options.some((option) => fits(option, value));
  if (def.type === 'literal' || def.type === 'enum') return wordsOf(schema).includes(value);
  const container = containerOf(schema);
  if (Array.isArray(value)) return container === 'array';
  return isLoose(value) ? container !== undefined && container !== 'array' : container === undefined;
}

/** The words of a closed set, or of a choice among such. */
function wordsOf(schema: core.$ZodType): readonly unknown[] {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type === 'literal') return def.values;
  if (def.type === 'union') return def.options.flatMap(wordsOf);
  return def.type === 'enum' ? Object.values(def.entries) : [];
}

function keysOf(value: unknown): string[] {
  return isLoose(value) ? Object.keys(value) : [];
}
