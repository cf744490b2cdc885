import type { Policy } from '../schema.ts';

/** A text in the policy that may be an id, with the key that it stands under and the part of the policy it is in. */
export interface Name {
  readonly name: string;
  readonly key: string;
  /** `stages`, `duties`: the first key on the way to it. */
  readonly part: string;
}

/** Every text that stands in a list or by itself, and every key of an object, outside the clauses' own list. */
export function namesOf(policy: Policy): Name[] {
  return Object.entries(policy)
    .filter(([part]) => part !== 'clauses')
    .flatMap(([part, value]) => [...namesIn(value, part, part)]);
}

function* namesIn(value: unknown, key: string, part: string): Generator<Name> {
  if (typeof value === 'string') yield { name: value, key, part };
  else if (Array.isArray(value)) for (const item of value) yield* namesIn(item, key, part);
  else if (typeof value === 'object' && value !== null) {
    for (const [inner, held] of Object.entries(value)) {
      yield { name: inner, key: `${key}{}`, part };
      yield* namesIn(held, inner, part);
    }
  }
}
