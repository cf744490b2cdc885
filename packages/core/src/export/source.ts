import type { Calendar } from '../calendar/index.ts';
import type { CaseEvent } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import { GENESIS, type CaseRecord, type Head } from '../record/index.ts';

/** What an export is made from. */
export interface ExportSource {
  /** The policy that the case goes by. */
  readonly policy: Policy;
  /** The log with its chain; one that is broken is exported too, and says so. */
  readonly record: CaseRecord<CaseEvent>;
  /** The calendar that the case keeps. */
  readonly calendar: Calendar;
  /** The instant at which the export is written, ISO 8601. */
  readonly now: string;
  /** Head and count noted elsewhere: with them it is seen, and said, if entries were cut off at the end. */
  readonly expected?: Head;
}

/** The events of a record as it came, some of whose entries may be none. */
export function eventsOf(record: CaseRecord<CaseEvent>): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (let i = 0; i < record.length; i++) {
    // What is no entry is read as an event that cannot be read, so that it keeps its place.
    events[i] = (record[i] as Partial<CaseRecord<CaseEvent>[number]> | null)?.event ?? (null as unknown as CaseEvent);
  }
  return events;
}

/** Head and count, also of a record whose last entry is none. */
export function headOfAny(record: CaseRecord<CaseEvent>): Head {
  return { head: record.length > 0 ? hashAt(record, record.length - 1) : GENESIS, count: record.length };
}

/** The hash that an entry bears, or '' where it bears none. */
export function hashAt(record: CaseRecord<CaseEvent>, place: number): string {
  const hash: unknown = (record[place] as { hash?: unknown } | null | undefined)?.hash;
  return typeof hash === 'string' ? hash : '';
}
