import type { core } from 'zod/mini';

/** The kinds of parts that have ids. */
export const KINDS = [
  'stage',
  'route',
  'role',
  'contact',
  'cause',
  'fact',
  'ask',
  'priority',
  'clause',
  'clock',
  'option',
  'way',
  'guard',
  'duty',
  'callout',
  'form',
  'outcome',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a schema says beyond its shape: what everything is derived from that looks through a policy. */
export interface Mark {
  /** A text: the id of a part of this kind. */
  readonly refersTo?: Kind;
  /** A list: its parts are of this kind, each with its `id`. An object: its keys are the ids. */
  readonly holds?: Kind;
  /** A text: words for people, which a policy can give in other languages. */
  readonly isWords?: true;
  /** A text: a day or, less exactly, a month or a year. */
  readonly isDate?: true;
  /** What only this format has: all of it or, of a closed set, these words. */
  readonly format?: 1 | 2;
  readonly format2Words?: readonly string[];
}

const marks = new WeakMap<core.$ZodType, Mark>();

/** The schema, with this said of it besides what was said before. */
export function mark<T extends core.$ZodType>(schema: T, said: Mark): T {
  marks.set(schema, { ...marks.get(schema), ...said });
  return schema;
}

export function markOf(schema: core.$ZodType): Mark {
  return marks.get(schema) ?? NONE;
}

const NONE: Mark = {};
