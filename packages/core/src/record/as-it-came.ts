import { GENESIS, type CaseRecord, type Head } from './chain.ts';

/*
 * Reading a record as it came, from a host or a file: some of its entries may be none.
 */

/** Its events. What is no entry is read as an event that cannot be read, so that it keeps its place. */
export function eventsOf<Event>(record: CaseRecord<Event>): Event[] {
  const events: Event[] = [];
  for (let i = 0; i < record.length; i++) {
    events[i] = (record[i] as Partial<CaseRecord<Event>[number]> | null)?.event ?? (null as Event);
  }
  return events;
}

/** Head and count, also of a record whose last entry is none. */
export function headOfAny(record: CaseRecord): Head {
  return { head: record.length > 0 ? hashAt(record, record.length - 1) : GENESIS, count: record.length };
}

/** The hash that an entry bears, or '' where it bears none. */
export function hashAt(record: readonly unknown[], place: number): string {
  const hash: unknown = (record[place] as { hash?: unknown } | null | undefined)?.hash;
  return typeof hash === 'string' ? hash : '';
}
