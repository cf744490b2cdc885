/**
 * A copy of plain data without the properties whose value is undefined, as JSON would have it. What is not plain (a
 * date, a map) or lies deeper than any event does is given as it is: the record refuses it and says where.
 */
export function withoutUndefined<T>(value: T): T {
  return copyOf(value, new Map(), 0) as T;
}

/** As deep as the record reads. */
const MAX_DEPTH = 200;

/** `copies`: what is met twice, or inside itself, is copied once. */
function copyOf(value: unknown, copies: Map<object, unknown>, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value as unknown[]) list.push(copyOf(item, copies, depth + 1));
    return list;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  const object: Record<string, unknown> = {};
  copies.set(value, object);
  for (const [key, member] of Object.entries(value)) {
    // Assigned, a key `__proto__` would change the copy's class and be lost from its data.
    if (member !== undefined) {
      Object.defineProperty(object, key, { ...OWN, value: copyOf(member, copies, depth + 1) });
    }
  }
  return object;
}

const OWN = { enumerable: true, configurable: true, writable: true } as const;
