import { parse, type LocationRange, type ValueNode } from '@humanwhocodes/momoa';
import { MOST_FAULTS, pathOf, type Fault } from '@escalation-kit/core/parse';

/** A place in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Places {
  /** Where the value of a path such as `$.stages[1].label` stands: of what is missing, where it would stand. */
  of(path: string): Place;
  /** Keys that stand twice in one object: the first hundred. */
  readonly repeated: readonly Fault[];
}

export interface Json {
  readonly value: unknown;
  readonly places: Places;
}

/** A text that is not JSON. */
export class NotJsonError extends Error {
  override readonly name = 'NotJsonError';
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/**
 * Reads JSON and remembers where each value stands.
 *
 * @throws NotJsonError
 */
export function readJson(text: string): Json {
  const plain = text.replace(/^\uFEFF/, '');
  const value = valueOf(plain);
  const found = new Map<string, Place>();
  const repeated: Fault[] = [];
  try {
    walk(parse(plain).body, [], found, repeated);
  } catch (error) {
    if (error instanceof RangeError) throw new NotJsonError('It is nested too deeply.', START);
    throw error;
  }
  return { value, places: { of: (path) => placeOf(path, found), repeated } };
}

/** What every reader of JSON takes decides; what remembers places takes more, such as a line break within a text. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const position = Number(/at position (\d+)/.exec(message)?.[1]);
    const end = text.trimEnd().length;
    if (/end of JSON input|Unterminated/.test(message) || position >= end) {
      throw new NotJsonError(ENDS_EARLY, placeAt(text, end));
    }
    if (/control character/.test(message)) throw new NotJsonError(CONTROL, placeAt(text, position));
    throw new NotJsonError(UNEXPECTED, firstUnread(text));
  }
}

function firstUnread(text: string): Place {
  try {
    parse(text);
  } catch (error) {
    const { line, column } = error as Partial<Place>;
    if (line !== undefined && column !== undefined) return { line, column };
  }
  return START;
}

function placeAt(text: string, position: number): Place {
  const lines = text.slice(0, position).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const ENDS_EARLY = 'The text ends too early: a bracket or a quotation mark is not closed.';
const UNEXPECTED =
  'The text is not JSON here: a comma, a colon, a bracket or a quotation mark is missing, or too many.';
const CONTROL =
  'A text holds a control character here, such as a line break or a tab, which JSON writes as \\n and \\t.';
const START: Place = { line: 1, column: 1 };

function walk(node: ValueNode, steps: readonly PropertyKey[], found: Map<string, Place>, repeated: Fault[]): void {
  if (!found.has(pathOf(steps))) found.set(pathOf(steps), startOf(node.loc));
  if (node.type === 'Array') {
    node.elements.forEach((element, index) => walk(element.value, [...steps, index], found, repeated));
  }
  if (node.type !== 'Object') return;
  const lines = new Map<string, number>();
  for (const { name, value } of node.members) {
    const key = name.type === 'String' ? name.value : name.name;
    const inner = [...steps, key];
    const first = lines.get(key);
    if (first !== undefined && repeated.length < MOST_FAULTS) repeated.push(repeatedKey(inner, key, first));
    lines.set(key, first ?? name.loc.start.line);
    // What is said of a value is best seen from its key; of a key that is repeated, from the last.
    found.set(pathOf(inner), startOf(name.loc));
    walk(value, inner, found, repeated);
  }
}

function repeatedKey(steps: readonly PropertyKey[], key: string, line: number): Fault {
  return {
    path: pathOf(steps),
    found: 'the key again',
    allowed: 'each key once',
    message: `The key ${JSON.stringify(key)} stands in line ${line} already; what stands there would be lost.`,
  };
}

function startOf({ start }: LocationRange): Place {
  return { line: start.line, column: start.column };
}

/** What is missing stands nowhere: the nearest that there is around it does. */
function placeOf(path: string, found: ReadonlyMap<string, Place>): Place {
  let best = '';
  for (const known of found.keys()) {
    const isAround = path === known || (path.startsWith(known) && /[.[]/.test(path.charAt(known.length)));
    if (isAround && known.length > best.length) best = known;
  }
  return found.get(best) ?? START;
}
