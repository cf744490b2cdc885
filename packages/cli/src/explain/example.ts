import { clockTimeAt, explainDue, startOfDay, type Duration } from '@escalation-kit/core/calendar';
import { en, say, speakerOf } from '@escalation-kit/core/text';
import { unknownDate } from '@escalation-kit/core/text/unknown-date';
import { foldSkipped } from '@escalation-kit/core/views/fold-skipped';
import type { Explained } from './explained.ts';

const TEN_O_CLOCK = 10 * 3_600_000;

export interface Example {
  readonly due: string;
  /** The days in between that do not count, each with the reason. */
  readonly skipped: readonly string[];
}

/** What a time, or the soonest of several, comes to if it starts at ten in the morning of the example's date. */
export function exampleOf(durations: readonly Duration[], explained: Explained): Example {
  const { calendar, policy } = explained;
  if (!calendar) return { due: 'No example: the kit does not bring the calendar', skipped: [] };
  const { timeZone } = policy;
  const counting = policy.counting as NonNullable<Parameters<typeof explainDue>[2]['counting']>;
  const start = exampleStart(explained);
  const dues = durations.map((each) =>
    explainDue(start, each, { calendar, timeZone, ...(policy.counting && { counting }) }),
  );
  // A date past the calendar is later than all that the calendar covers.
  const { due, dueAt, skipped } = dues.reduce((best, next) => (isSooner(next, best) ? next : best));
  if (due === null) return { due: say(unknownDate(calendar.covers, explained.exampleDate), en), skipped: [] };
  const { day } = speakerOf(en);
  return {
    due: dueAt === null ? `The end of ${day(due)}` : `${clockTimeAt(dueAt, timeZone)} on ${day(due)}`,
    skipped: foldSkipped(skipped).map(({ text }) => say(text, en)),
  };
}

/** When the examples start, in milliseconds. */
function exampleStart({ policy, exampleDate }: Explained): number {
  return startOfDay(exampleDate, policy.timeZone) + TEN_O_CLOCK;
}

interface DueAt {
  readonly due: string | null;
  readonly dueAt: string | null;
}

function isSooner(a: DueAt, b: DueAt): boolean {
  if (a.due === null || b.due === null) return b.due === null && a.due !== null;
  return a.due !== b.due ? a.due < b.due : (a.dueAt ?? '~') < (b.dueAt ?? '~');
}
