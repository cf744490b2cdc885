import { lastMoment, type LastMoment, type Today } from '../calendar/index.ts';
import { urgencyOf, type Case, type Deadline, type DeadlineStatus } from '../case/index.ts';
import type { Text } from '../text/text.ts';
import { isOver } from './is-over.ts';
import { timeLeft } from './time-left.ts';
import { whyOf, type WhyView } from './why.ts';

/** One deadline as a badge shows it. */
export interface BadgeView {
  readonly status: DeadlineStatus;
  /** When it is due, or the words that stand in place of a date. Where it has a date, the message says the full day. */
  readonly headline: Text;
  readonly due: string | null;
  readonly dueAt: string | null;
  /** How long there is, by how much it is late, or how long ago it started where there is no date. */
  readonly left: Text | null;
  readonly label: Text;
  /** The language of the policy's words in it, a BCP 47 tag; null where there is no policy. */
  readonly language: string | null;
  /** The policy gives the time as guidance. */
  readonly isGuidance: boolean;
  /** There is danger, or it is urgent: nothing is to wait for the date, which is not shown as a good one. */
  readonly isUrgent?: boolean;
  /** Null where there is nothing to explain. */
  readonly why: WhyView | null;
}

const NO_DATE: BadgeView = {
  status: 'none',
  headline: { key: 'deadline.none' },
  due: null,
  dueAt: null,
  left: null,
  label: { key: 'badge.status.none' },
  language: null,
  isGuidance: false,
  why: null,
};

/** A deadline of a case. */
export function badgeOf(deadline: Deadline, given: Case): BadgeView {
  const { policy, state, today } = given;
  const { status, start, stage } = deadline;
  // Words without a date have no end of their own: they hold as long as their stage does.
  const hasEnded = status === 'none' && stage !== openStage(given);
  const isUrgent = WAITING.includes(status) && urgencyOf(policy, state) !== null;
  return {
    ...dated(deadline, policy.timeZone, today),
    ...(isUrgent && { label: { key: 'badge.urgent' } }),
    ...(hasEnded && { left: null, label: { key: 'badge.ended' } }),
    ...(status === 'none' && start === null && !hasEnded && { label: { key: 'badge.not-started' } }),
    language: policy.language,
    isGuidance: deadline.firmness === 'guidance',
    isUrgent,
    why: whyOf(deadline, given),
  };
}

/** Statuses that say that there is time. */
const WAITING: readonly DeadlineStatus[] = ['on-track', 'due-soon'];

/** The stage at which a case is open; null when it is not open any more. */
function openStage({ assessment }: Case): string | null {
  return assessment.status === 'open' ? assessment.stage : null;
}

/** A stage for which the policy gives no time at all, not even in words. `start`: when it was entered, while it is open. */
export function noTimeBadge(start: string | null, today: Pick<Today, 'date'>): BadgeView {
  const left = timeLeft({ status: 'none', due: null, dueAt: null, start }, today);
  return { ...NO_DATE, left, label: { key: start === null ? 'badge.ended' : 'badge.status.none' } };
}

/** A deadline of a stage that the case has not come to. */
export const NOT_REACHED: BadgeView = {
  ...NO_DATE,
  headline: { key: 'deadline.not-started' },
  label: { key: 'badge.not-started' },
};

type Dated = Pick<Deadline, 'status' | 'due' | 'dueAt' | 'start' | 'words'>;

/** What any badge with a status says, from a case or alone. */
export function dated(deadline: Dated, timeZone: string, today: Today) {
  const { status, due, dueAt } = deadline;
  const label: Text = { key: `badge.status.${status}` };
  return {
    status,
    headline: due === null ? deadline.words : headlineOf(status, lastMoment(due, dueAt, timeZone)),
    due,
    dueAt,
    left: timeLeft(deadline, today),
    label,
  };
}

function headlineOf(status: DeadlineStatus, end: LastMoment): Text {
  const isPast = status === 'overdue' || isOver({ status });
  return { key: isPast ? 'badge.was-due' : 'badge.due', values: { ...end } };
}
