import type { Calendar } from '../calendar/index.ts';
import type { CaseEvent } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import type { CaseRecord, Head } from '../record/index.ts';

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

export { eventsOf, hashAt, headOfAny } from '../record/index.ts';
