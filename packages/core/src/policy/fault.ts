/** One thing that is wrong with a policy. */
export interface Fault {
  /** Where: `$.stages[1].clocks[0].within`. */
  path: string;
  /** The value that stands there, as short JSON; `nothing` where it is missing. */
  found: string;
  /** What may stand there, in words. */
  allowed: string;
  /** What is wrong and, where it can be told, what to write instead. */
  message: string;
}

/** The steps that lead to a value from the top of the policy. */
export type Steps = readonly PropertyKey[];

/** `['clauses', 'x.1', 'notes', 0]` → `$.clauses["x.1"].notes[0]` */
export function pathOf(steps: Steps): string {
  return `$${steps.map(stepOf).join('')}`;
}

/** The steps of a path: what `pathOf` made it from. */
export function stepsIn(path: string): Steps {
  return [...path.matchAll(/\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)].map(([, key, index, quoted]) =>
    index !== undefined ? Number(index) : (key ?? (JSON.parse(quoted!) as string)),
  );
}

const FOUND_LENGTH = 60;

/** A value as JSON, cut to 60 characters. Reads no more of it than it shows. */
export function brief(value: unknown): string {
  const written = write(value, FOUND_LENGTH);
  return written.length > FOUND_LENGTH ? `${cutAt(written, FOUND_LENGTH - 1)}…` : written;
}

/** The word of the list that was most likely meant, or undefined where none is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const other of words) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const away = distance(word.toLowerCase(), other.toLowerCase());
    if (away < least) [best, least] = [other, away];
  }
  return best;
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(word: unknown, words: Iterable<string>): string {
  const meant = typeof word === 'string' ? nearest(word, words) : undefined;
  return meant === undefined ? '' : ` Did you mean ${brief(meant)}?`;
}

function stepOf(step: PropertyKey): string {
  if (typeof step === 'number') return `[${step}]`;
  const key = String(step);
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${brief(key)}]`;
}

function write(value: unknown, room: number): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(cutAt(value, room));
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  const list = Array.isArray(value);
  const parts: string[] = [];
  let used = 2;
  for (const [key, item] of entriesOf(value)) {
    if (used > room) break;
    const part = (list ? '' : `${write(key, room)}:`) + write(item, room - used);
    parts.push(part);
    used += part.length + 1;
  }
  return list ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function* entriesOf(value: object): Generator<[string, unknown]> {
  for (const key in value) if (Object.hasOwn(value, key)) yield [key, (value as Record<string, unknown>)[key]];
}

/** Cuts between characters, never inside one. */
function cutAt(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** Letters to add, leave out, change or swap with a neighbour to turn one word into the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = [0];
  for (let j = 1; j <= b.length; j++) above.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      // Before the first letter there is nothing, and nothing is no letter of the other word.
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(changed, swapped, above[j]! + 1, row[j - 1]! + 1));
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
