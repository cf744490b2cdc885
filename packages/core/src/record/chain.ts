import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

/** An event with its place in the chain. */
export interface Entry<Event = unknown> {
  readonly event: Event;
  /** The hash of the entry before, or GENESIS for the first. */
  readonly prev: string;
  /** SHA-256, in 64 lower-case hex digits, of the UTF-8 bytes of `prev` followed by `canonicalJson(event)`. */
  readonly hash: string;
}

/** A case's log with its chain beside it. */
export type CaseRecord<Event = unknown> = readonly Entry<Event>[];

/** What stands in for a whole record in exports and receipts. Without it a tail cut off cannot be seen. */
export interface Head {
  /** The hash of the last entry, or GENESIS of an empty record. */
  readonly head: string;
  readonly count: number;
}

/** What comes before the first entry: 64 zeros. */
export const GENESIS = '0'.repeat(64);

/**
 * The record with one event more. Neither the record nor the event is changed or copied deeply: an event that is
 * changed afterwards no longer matches its hash.
 * @throws RecordError where the event is not plain JSON
 */
export function appendEvent<Event>(record: CaseRecord<Event>, event: Event): CaseRecord<Event> {
  const entries: Entry<Event>[] = [];
  for (let i = 0; i < record.length; i++) entries[i] = record[i]!;
  entries[record.length] = entryAfter(headOf(record).head, event, '$');
  return entries;
}

/** A whole log at once as a record, in time that grows with its length. @throws RecordError as appendEvent */
export function seal<Event>(events: readonly Event[]): CaseRecord<Event> {
  const entries: Entry<Event>[] = [];
  let prev = GENESIS;
  for (let i = 0; i < events.length; i++) {
    const entry = entryAfter(prev, events[i]!, `$[${i}]`);
    entries[i] = entry;
    prev = entry.hash;
  }
  return entries;
}

export function headOf(record: CaseRecord): Head {
  const count = record.length;
  return { head: count ? record[count - 1]!.hash : GENESIS, count };
}

/** The hash that an entry must bear. @throws RecordError where the event is not plain JSON; `path` is what it is called there */
export function hashOf(prev: string, event: unknown, path: string): string {
  return sha256(prev + canonicalJson(event, path));
}

function entryAfter<Event>(prev: string, event: Event, path: string): Entry<Event> {
  return { event, prev, hash: hashOf(prev, event, path) };
}
