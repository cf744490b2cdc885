import { brief, pathOf, type Fault, type Steps } from './fault.ts';

/*
 * Reading data of which nothing is known yet. The shape may be wrong in one place and sound in the next, so each reader
 * answers with nothing where it meets something else than it looks for.
 */

export type Loose = Readonly<Record<string, unknown>>;

/** A value with the steps that lead to it. */
export interface Place<T = unknown> {
  readonly value: T;
  readonly steps: Steps;
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property of an object, or undefined. */
export function get(value: unknown, key: string): unknown {
  return isLoose(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The place below this one. */
export function below(place: Place, key: string): Place {
  return { value: get(place.value, key), steps: [...place.steps, key] };
}

/** The items of a list. */
export function items(place: Place): Place[] {
  if (!Array.isArray(place.value)) return [];
  return place.value.map((value: unknown, index) => ({ value, steps: [...place.steps, index] }));
}

/** The items that are objects, of the list under this key. */
export function parts(place: Place, key: string): Place<Loose>[] {
  return items(below(place, key)).filter((item): item is Place<Loose> => isLoose(item.value));
}

/** The texts in the list under this key. */
export function texts(value: unknown, key: string): string[] {
  const list = get(value, key);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

export function faultAt(place: Place, allowed: string, message: string): Fault {
  return { path: pathOf(place.steps), found: brief(place.value), allowed, message };
}
