/**
 * Where a JSON text gives one object the same key twice. `JSON.parse` drops all but the last without a word, while a
 * person, or another program, may go by the first: such a text has no one meaning.
 *
 * @param text JSON, as `JSON.parse` takes it
 * @returns by its steps from the top each object that has such a key, with the first of them at the end: a doubled
 *   `summary` of the third entry's event is `['entries', 2, 'event', 'summary']`
 */
export function doubledKeys(text: string): Steps[] {
  const found: Steps[] = [];
  const open: Level[] = [];
  let level: Level | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      const end = endOfString(text, i);
      if (level?.awaitsKey && isDoubled(level, keyOf(text, i, end))) found[found.length] = stepsOf(open);
      i = end;
    } else if (code === BRACE || code === BRACKET) {
      level = { isList: code === BRACKET, place: 0, key: null, awaitsKey: code === BRACE, keys: null, isTold: false };
      open[open.length] = level;
    } else if (code === END_BRACE || code === END_BRACKET) {
      open.length--;
      level = open[open.length - 1];
    } else if (code === COMMA && level) {
      if (level.isList) level.place++;
      else level.awaitsKey = true;
    }
  }
  return found;
}

/** The keys and places that lead from the top of a value to what is meant. */
export type Steps = readonly (string | number)[];

/** An object or a list that is being read. */
interface Level {
  readonly isList: boolean;
  /** The place in a list that is being read. */
  place: number;
  /** The key of an object that is being read. */
  key: string | null;
  /** The next string is a key, not a value. */
  awaitsKey: boolean;
  /** The keys so far, once there are two: what is nested without end has one each. */
  keys: Set<string> | null;
  /** One of its keys was found doubled already. */
  isTold: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BRACE = 0x7b;
const END_BRACE = 0x7d;
const BRACKET = 0x5b;
const END_BRACKET = 0x5d;

/** Takes the next key of an object, and says whether it is the first that the object has already. */
function isDoubled(level: Level, key: string): boolean {
  level.awaitsKey = false;
  const before = level.key;
  level.key = key;
  if (before === null) return false;
  level.keys ??= new Set<string>().add(before);
  const isNews = level.keys.has(key) && !level.isTold;
  level.isTold ||= isNews;
  level.keys.add(key);
  return isNews;
}

function stepsOf(open: readonly Level[]): Steps {
  const steps: (string | number)[] = [];
  for (let i = 0; i < open.length; i++) {
    const { isList, place, key } = open[i]!;
    steps[i] = isList ? place : key!;
  }
  return steps;
}

/** The place of the quotation mark that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, place: number): boolean {
  let first = place;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (place - first) % 2 === 1;
}

/** One key can be written in several ways: `"a"` is `"\u0061"`. */
function keyOf(text: string, start: number, end: number): string {
  const written = text.slice(start + 1, end);
  return written.indexOf('\\') < 0 ? written : (JSON.parse(`"${written}"`) as string);
}
