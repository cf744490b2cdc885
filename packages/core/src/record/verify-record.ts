import { hashAt } from './as-it-came.ts';
import { GENESIS, hashOf, type Entry, type Head } from './chain.ts';

/**
 * What can be seen to have happened to an entry:
 * - edited: its content and its hash disagree, or the whole chain up to a head noted elsewhere was written anew
 * - deleted: the entry it was written after is gone, or was replaced by another
 * - reordered: the entry it was written after is here, but not before it
 * - cut-off: entries that were counted elsewhere are missing at the end
 * - malformed: not an entry at all
 * - doubled: in the text of its file a key stands twice
 * - unknown: the file has a field that record files do not have
 */
export const FAULT_KINDS = ['edited', 'deleted', 'reordered', 'cut-off', 'malformed', 'doubled', 'unknown'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** The place of the entry, from 0; the record's length where entries are cut off. */
  readonly index: number;
  /** The `id` of the entry's event, where it has one. */
  readonly eventId: string | null;
  readonly kind: FaultKind;
  /** The same in English, for a log or a developer; what people read comes from `kind`. */
  readonly detail: string;
}

/** `soundCount`: how many entries come before the first fault, and so can be relied on. */
export type Verification =
  { readonly sound: true } | { readonly sound: false; readonly faults: readonly Fault[]; readonly soundCount: number };

/**
 * Whether a record, from anywhere, is as it was written. An entry is given one fault at most, and one that only
 * follows a misplaced entry is given none.
 * @param expected head and count noted elsewhere, in a receipt or an export. A record that has grown since is sound.
 */
export function verifyRecord(record: readonly unknown[], expected?: Head): Verification {
  const faults: Fault[] = [];
  const misplaced = new Set<string>();
  let known: Set<string> | undefined;
  // What the next entry may name as the one before; null after something that is not an entry.
  let before: Before | null = { written: GENESIS, computed: GENESIS };
  for (let i = 0; i < record.length; i++) {
    const entry = record[i];
    const add = (kind: FaultKind, detail: string) => {
      faults[faults.length] = { index: i, eventId: eventIdOf(entry), kind, detail };
    };
    if (!isEntry(entry)) {
      add('malformed', 'it is not {event, prev, hash} with hashes that are text');
      before = null;
      continue;
    }
    const { prev, hash } = entry;
    let computed: string;
    try {
      computed = hashOf(prev, entry.event, 'event');
    } catch (error) {
      add('malformed', `it cannot be hashed: ${(error as Error).message}`);
      before = null;
      continue;
    }
    if (computed !== hash) add('edited', 'its content does not match its hash');
    else if (before && prev !== before.written && prev !== before.computed) {
      known ??= hashesOf(record);
      if (!known.has(prev)) add('deleted', 'the entry it was written after was removed or replaced');
      else if (!misplaced.has(prev)) {
        add('reordered', 'the entry it was written after stands elsewhere');
        misplaced.add(hash);
      }
    }
    before = { written: hash, computed };
  }
  const atEnd = expected && faultAtEnd(record, expected, faults.length === 0);
  if (atEnd) faults[faults.length] = atEnd;
  return faults.length ? { sound: false, faults, soundCount: faults[0]!.index } : { sound: true };
}

interface Before {
  readonly written: string;
  readonly computed: string;
}

/** Where the head noted elsewhere is missing, or is not where the count says and no other fault has moved it. */
function faultAtEnd(record: readonly unknown[], { head, count }: Head, soundSoFar: boolean): Fault | null {
  let found = record.length;
  while (found > 0 && hashAt(record, found - 1) !== head) found--;
  if (found === count && (count > 0 || head === GENESIS)) return null;
  if (found === 0 && count > record.length) {
    const detail = `${count - record.length} of ${count} entries are missing at the end`;
    return { index: record.length, eventId: null, kind: 'cut-off', detail };
  }
  const detail = 'the chain does not lead to the head and count noted elsewhere: it was written anew';
  return soundSoFar ? { index: 0, eventId: null, kind: 'edited', detail } : null;
}

/** Those three fields and no more: what no hash covers could say anything. */
function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) {
    if (key !== 'event' && key !== 'prev' && key !== 'hash' && hasOwn(value, key)) return false;
  }
  const { prev, hash } = value as Entry;
  return typeof prev === 'string' && typeof hash === 'string';
}

const { hasOwn } = Object;

function hashesOf(record: readonly unknown[]): Set<string> {
  const hashes = new Set<string>([GENESIS]);
  for (let i = 0; i < record.length; i++) {
    const hash = hashAt(record, i);
    if (hash) hashes.add(hash);
  }
  return hashes;
}

/** The `id` of an entry's event, where it has one. */
export function eventIdOf(entry: unknown): string | null {
  const id = (entry as { event?: { id?: unknown } | null } | null | undefined)?.event?.id;
  return typeof id === 'string' ? id : null;
}
