import small from './policies/small.json' with { type: 'json' };

/** What stands at which place, `stages/0/label`; undefined takes it away. */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of the small policy with some of its values changed. */
export function changed(changes: Changes): object {
  const policy: unknown = structuredClone(small);
  for (const [place, value] of Object.entries(changes)) put(policy as object, place.split('/'), value);
  return policy as object;
}

function put(holder: object, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) throw new Error('A place has at least one key.');
  const there: unknown = Reflect.get(holder, key);
  if (rest.length > 0) put(there as object, rest, value);
  else if (value === undefined) Reflect.deleteProperty(holder, key);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
