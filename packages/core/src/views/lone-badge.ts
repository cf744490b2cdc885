import {
  civilDateAt,
  explainDue,
  nonWorkingDays,
  parseInstant,
  startOfDay,
  statusOn,
  type Calendar,
  type Counting,
  type Duration,
  type Today,
} from '../calendar/index.ts';
import { typed, type Text } from '../text/text.ts';
import { unknownDate } from '../text/unknown-date.ts';
import { dated, type BadgeView } from './badge.ts';
import { foldSkipped } from './fold-skipped.ts';
import { timeLeft } from './time-left.ts';
import { calendarText, endText, startText } from './why.ts';

/** What a badge without a case is given: a date, or a start (a date or an instant) with a duration. */
export type GivenDeadline = { readonly due: string } | { readonly from: string; readonly within: Duration };

export interface LoneBadgeContext {
  /** An instant. */
  readonly now: string;
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly counting?: Counting | undefined;
}

/**
 * A badge without a case, by what the page gives.
 *
 * @throws the calendar's errors, for a date, instant or time zone that is none
 */
export function loneBadge(given: GivenDeadline, context: LoneBadgeContext): BadgeView {
  const ms = parseInstant(context.now);
  const today: Today = { ms, date: civilDateAt(ms, context.timeZone), calendar: context.calendar };
  if ('due' in given) return givenDate(given.due, context, today);
  return countedDate(given.from, given.within, context, today);
}

/** A badge of words alone. `started` and `today`, civil dates, are for the time that has passed since. */
export function wordsBadge(words: string, started: string | null, today: string | null): BadgeView {
  const deadline = { status: 'none', due: null, dueAt: null, start: started } as const;
  return {
    status: 'none',
    headline: typed(words),
    due: null,
    dueAt: null,
    left: today === null ? null : timeLeft(deadline, { date: today }),
    label: { key: 'badge.status.none' },
    language: null,
    isGuidance: false,
    why: null,
  };
}

function givenDate(due: string, { calendar, timeZone }: LoneBadgeContext, today: Today): BadgeView {
  const status = statusOn(due, null, today);
  return {
    ...dated({ status, due, dueAt: null, start: null, words: { key: 'deadline.none' } }, timeZone, today),
    language: null,
    isGuidance: false,
    why: {
      purpose: null,
      start: null,
      decides: null,
      // Here they explain the days left.
      skipped: foldSkipped(nonWorkingDays(calendar, today.date, due)),
      end: endText(due, null, timeZone),
      others: [],
      remarks: [{ key: 'why.given' }, calendarText(calendar)],
      sources: [],
      notes: [],
    },
  };
}

function countedDate(from: string, within: Duration, context: LoneBadgeContext, today: Today): BadgeView {
  const { calendar, timeZone, counting } = context;
  const isDay = isCivil(from);
  const answer = explainDue(isDay ? startOfDay(from, timeZone) : from, within, { calendar, timeZone, counting });
  const { start, due, dueAt } = answer;
  const words = unknownDate(calendar.covers, start);
  const decides: Text = { key: 'duration', values: { amount: within.amount, unit: within.unit } };
  return {
    ...dated({ status: statusOn(due, dueAt, today), due, dueAt, start, words }, timeZone, today),
    language: null,
    isGuidance: false,
    why: {
      purpose: null,
      start: startText(start, decides, counting?.startDay === 'day-1'),
      decides,
      skipped: foldSkipped(answer.skipped),
      end: endText(due, dueAt, timeZone),
      others: [],
      remarks: within.unit !== 'hours' ? [calendarText(calendar)] : isDay ? [{ key: 'why.from-midnight' }] : [],
      sources: [],
      notes: [],
    },
  };
}

function isCivil(from: string): boolean {
  return !from.includes('T');
}
