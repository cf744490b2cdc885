import { brief, pathOf, type Fault, type Steps } from './fault.ts';

/** What a policy may hold at most, some fifteen times what the largest of those we know has. */
export const LIMITS = { depth: 32, values: 20_000, characters: 1_000_000 } as const;

export interface PlainCopy {
  /** Plain data alone: own properties, no accessors, nothing shared with the input. */
  value: unknown;
  faults: Fault[];
  /** The faults are such that looking any further makes no sense: a circle, or more than can be read. */
  stopped: boolean;
}

/**
 * Copies data that may come from anywhere, so that whatever looks at it afterwards meets plain JSON of a bounded size.
 * Properties whose value is undefined are left out, as JSON would.
 */
export function plainCopy(input: unknown): PlainCopy {
  const copy: PlainCopy = { value: undefined, faults: [], stopped: false };
  try {
    copy.value = copyOf(input, { copy, steps: [], above: new Set(), values: 0, characters: 0 });
  } catch (error) {
    copy.stopped = true;
    copy.faults.push(error instanceof Unreadable ? error.fault : unreadable());
  }
  return copy;
}

interface Walk {
  copy: PlainCopy;
  steps: PropertyKey[];
  above: Set<object>;
  values: number;
  characters: number;
}

class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

function copyOf(value: unknown, walk: Walk): unknown {
  if (++walk.values > LIMITS.values) tooMuch('values', walk);
  if (typeof value === 'string') return textOf(value, walk);
  if (typeof value !== 'object' || value === null) {
    if (value === undefined || typeof value === 'boolean' || value === null || Number.isFinite(value)) return value;
    return refuse(value, walk, 'JSON: text, numbers, true, false, null, lists and objects', 'This is not JSON.');
  }
  if (walk.above.has(value)) {
    const fault = faultAt(
      walk.steps,
      undefined,
      'data without circles',
      'This object holds itself: a circle in the data.',
    );
    throw new Unreadable({ ...fault, found: 'an object that stands above it' });
  }
  if (walk.steps.length > LIMITS.depth) {
    const message = `The data is nested more than ${LIMITS.depth} deep.`;
    throw new Unreadable(faultAt(walk.steps, value, `at most ${LIMITS.depth} levels`, message));
  }
  walk.above.add(value);
  const result = Array.isArray(value) ? listOf(value, walk) : objectOf(value, walk);
  walk.above.delete(value);
  return result;
}

/**
 * Control characters, half characters, and those that turn the direction of all that follows, so that a text reads
 * otherwise than it is. Marks and isolates, which right-to-left languages need, are none of them.
 */
const UNWANTED = /[^\n\P{Cc}]|\p{Cs}|[\u202a-\u202e]/u;

function textOf(text: string, walk: Walk): string {
  walk.characters += text.length;
  if (walk.characters > LIMITS.characters) tooMuch('characters', walk);
  const wrong = UNWANTED.exec(text);
  if (wrong) {
    const code = wrong[0].charCodeAt(0);
    const what = code >= 0xd800 ? 'half of a character (a lone surrogate)' : 'a control character';
    const where = `U+${code.toString(16).toUpperCase().padStart(4, '0')} at position ${wrong.index}`;
    const allowed = 'text without control characters other than line breaks';
    walk.copy.faults.push(faultAt(walk.steps, text, allowed, `The text holds ${what}, ${where}.`));
  }
  return text;
}

function listOf(list: readonly unknown[], walk: Walk): unknown[] {
  if (list.length > LIMITS.values) tooMuch('values', walk);
  const result: unknown[] = [];
  for (let index = 0; index < list.length; index++) result.push(copyAt(list, index, walk));
  return result;
}

function objectOf(object: object, walk: Walk): unknown {
  const prototype: unknown = Object.getPrototypeOf(object);
  // A plain object of another frame has a prototype of its own, at the top of its chain like ours.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return refuse(object, walk, 'a plain object, as JSON gives', 'This is not a plain object.');
  }
  const result: Record<string, unknown> = {};
  for (const key in object) {
    if (!Object.hasOwn(object, key)) continue;
    if (++walk.values > LIMITS.values) tooMuch('values', walk);
    walk.characters += key.length;
    if (key === '__proto__') {
      const message = 'A key with this name could change every object of the page.';
      walk.copy.faults.push(faultAt([...walk.steps, key], undefined, 'any other key', message));
      continue;
    }
    const value = copyAt(object, key, walk);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function copyAt(holder: object, key: string | number, walk: Walk): unknown {
  walk.steps.push(key);
  const own = Object.getOwnPropertyDescriptor(holder, key);
  const result = own?.get
    ? refuse(undefined, walk, 'a plain value', 'This is computed on reading, not data.')
    : copyOf(own?.value, walk);
  walk.steps.pop();
  return result;
}

/** Notes the fault and leaves null in its place, which no part of the format takes for a sound value there. */
function refuse(value: unknown, walk: Walk, allowed: string, message: string): null {
  walk.copy.faults.push(faultAt(walk.steps, value, allowed, message));
  return null;
}

function tooMuch(what: 'values' | 'characters', walk: Walk): never {
  const message = `The policy is too large: it holds more than ${LIMITS[what]} ${what}.`;
  const allowed = `at most ${LIMITS[what]} ${what}`;
  throw new Unreadable({ path: pathOf(walk.steps), found: `more than ${LIMITS[what]} ${what}`, allowed, message });
}

function unreadable(): Fault {
  return faultAt([], undefined, 'JSON data', 'The data cannot be read: reading it throws an error.');
}

function faultAt(steps: Steps, value: unknown, allowed: string, message: string): Fault {
  return { path: pathOf(steps), found: brief(value), allowed, message };
}
