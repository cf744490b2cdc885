import { RecordError } from './record-error.ts';

/** Deeper than any event or policy, and shallow enough for every stack. */
const MAX_DEPTH = 200;

/** More than any event or policy has: objects that stand in many places at once can unfold without end. */
const MAX_VALUES = 1_000_000;

/**
 * One text for one value, whatever the order in which its keys were set: no white space, keys sorted by UTF-16 code
 * units, strings and numbers as in RFC 8785. Lone surrogates are written `\udXXX`, so that the text is always
 * well-formed Unicode.
 *
 * Host pages replace `JSON.stringify`, `Object.keys`, `Array.from` and give arrays a `toJSON`; hashes must not depend
 * on that. So this writes everything itself, with loops and operators, and asks the built-ins for little.
 *
 * @param value plain JSON: null, booleans, finite numbers, strings, arrays, and objects without a class
 * @param root how the value is called in the path of an error
 * @throws RecordError with the path of what is not: undefined, NaN, functions, dates, more than 200 levels, a cycle, more
 *   than a million values
 */
export function canonicalJson(value: unknown, root = '$'): string {
  return write(value, { path: [root], left: MAX_VALUES }, 1);
}

interface Walk {
  /** The steps from the root down; what lies beyond the depth of the moment is left over from elsewhere. */
  readonly path: (string | number)[];
  /** How many values may still come. */
  left: number;
}

function write(value: unknown, walk: Walk, depth: number): string {
  if (walk.left-- <= 0) throw new RecordError(written(walk.path, depth), 'more values', `${MAX_VALUES} at most`);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  // Only NaN and the infinities leave something when taken from themselves.
  if (typeof value === 'number' && value - value === 0) return `${value}`;
  if (value === null) return 'null';
  if (typeof value === 'object') {
    if (depth > MAX_DEPTH) {
      throw new RecordError(
        written(walk.path, depth),
        'more levels, or an object inside itself',
        `${MAX_DEPTH} levels`,
      );
    }
    if (isArray(value)) return array(value, walk, depth);
    if (isPlain(value)) return object(value as Record<string, unknown>, walk, depth);
  }
  throw new RecordError(
    written(walk.path, depth),
    typeof value === 'object' ? 'an object with a class' : `${typeof value === 'number' ? value : typeof value}`,
    'null, true, false, a finite number, a string, an array or a plain object',
  );
}

function array(items: readonly unknown[], walk: Walk, depth: number): string {
  let text = '[';
  for (let i = 0; i < items.length; i++) {
    walk.path[depth] = i;
    text += (i ? ',' : '') + write(items[i], walk, depth + 1);
  }
  return text + ']';
}

function object(members: Record<string, unknown>, walk: Walk, depth: number): string {
  const keys: string[] = [];
  for (const key in members) if (hasOwn(members, key)) keys[keys.length] = key;
  sort(keys);
  let text = '{';
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    walk.path[depth] = key;
    text += (i ? ',' : '') + quoted(key) + ':' + write(members[key], walk, depth + 1);
  }
  return text + '}';
}

/** In place, in steps that shrink to 1: few keys are sorted as by insertion, and many do not take forever. */
function sort(keys: string[]): void {
  let step = 1;
  while (step < keys.length / 3) step = step * 3 + 1;
  for (; step >= 1; step = (step - 1) / 3) {
    for (let i = step; i < keys.length; i++) {
      const key = keys[i]!;
      let j = i;
      for (; j >= step && keys[j - step]! > key; j -= step) keys[j] = keys[j - step]!;
      keys[j] = key;
    }
  }
}

function quoted(text: string): string {
  let result = '"';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x5c && code < 0xd800) continue;
    const escape = escapeOf(code, text, i);
    if (escape === PAIR) i++;
    else if (escape) {
      result += text.slice(copied, i) + escape;
      copied = i + 1;
    }
  }
  return result + (copied ? text.slice(copied) : text) + '"';
}

const PAIR = 'pair';

/** How a code unit is written; '' as itself; PAIR as itself together with the next. */
function escapeOf(code: number, text: string, i: number): string {
  if (code === 0x22) return '\\"';
  if (code === 0x5c) return '\\\\';
  if (code < 0x20) return SHORT[code] ?? `\\u00${HEX[code >> 4]}${HEX[code & 15]}`;
  if (code < 0xd800 || code > 0xdfff) return '';
  const next = text.charCodeAt(i + 1);
  if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) return PAIR;
  return `\\ud${HEX[(code >> 8) & 15]}${HEX[(code >> 4) & 15]}${HEX[code & 15]}`;
}

const HEX = '0123456789abcdef';
const SHORT: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r' };

const { isArray } = Array;
const { getPrototypeOf, hasOwn } = Object;

/** An object of this page or of another frame: what its prototype inherits from is nothing. */
function isPlain(value: object): boolean {
  const prototype: unknown = getPrototypeOf(value);
  return prototype === null || getPrototypeOf(prototype) === null;
}

function written(path: Walk['path'], depth: number): string {
  let text = '';
  for (let i = 0; i < depth && i <= SHOWN; i++) {
    const step = path[i]!;
    text += typeof step === 'number' ? `[${step}]` : i ? `.${step}` : step;
  }
  return depth > SHOWN + 1 ? `${text}…` : text;
}

/** Steps of a path that an error shows. */
const SHOWN = 12;
