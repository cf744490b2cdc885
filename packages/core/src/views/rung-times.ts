import {
  clocksAt,
  durationValues,
  ruleFor,
  runsIn,
  urgencyOf,
  type ClockRule,
  type Deadline,
  type DeadlineStatus,
} from '../case/index.ts';
import { indexOf, type Clock, type Policy, type Side, type Timescale } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { lastMoment, type Duration } from '../calendar/index.ts';
import type { KnownCase } from './known-case.ts';
import { purposeText } from './purpose.ts';

/** How long something may take, as the policy says it, and the date that it comes to in the case. */
export interface TimeView {
  /** What is to have happened by then, as data and in words. */
  readonly for: Deadline['for'];
  readonly purpose: Text;
  /** The clock of the policy; null for a date that the case gives. */
  readonly clock: string | null;
  /** As the policy says it; null where it gives a number alone. */
  readonly words: Text | null;
  /** The number; several: whichever is sooner; none: words alone. */
  readonly within: readonly Text[];
  /** How long each priority has, where that decides. */
  readonly byPriority: readonly { readonly label: string; readonly text: Text }[];
  readonly isGuidance: boolean;
  /** Holds in some cases only, and nothing is known of the case. */
  readonly isConditional: boolean;
  /** What else is to be known: from when it counts, that it can be agreed, what came in its place. */
  readonly notes: readonly Text[];
  readonly owner: Side;
  /** The date, where the case gives one. */
  readonly date: Text | null;
  readonly status: DeadlineStatus | null;
  readonly clauses: readonly string[];
}

/** The clocks of a stage. */
export function timesAt(known: KnownCase, stage: string): readonly TimeView[] {
  const { policy, state, assessment } = known;
  const visit = state.visits.findLast((stay) => stay.stage === stage);
  const times = clocksAt(policy, stage).flatMap((clock) => {
    if (assessment && !runsIn(clock, state, visit)) return [];
    const rule = assessment ? ruleFor(clock, state, visit) : clock;
    return [timeOf(known, clock, rule, deadlineFor(known, clock, stage))];
  });
  const protective = assessment?.deadlines.find(({ clock, stage: at }) => clock === null && at === stage);
  return protective ? [...times, ofDeadline(known, protective)] : times;
}

/** The clocks that run over the whole process. */
export function capsOf(known: KnownCase): readonly TimeView[] {
  const { policy, state, assessment } = known;
  return policy.timescales
    .filter((cap) => cap.scope === 'case' && (!assessment || runsIn(cap, state)))
    .map((cap) => timeOf(known, cap, assessment ? ruleFor(cap, state) : cap, deadlineFor(known, cap)));
}

/** When something is due, as a day, and the time of day where hours are counted; null where there is no date. */
export function dueText(policy: Policy, { due, dueAt }: Pick<Deadline, 'due' | 'dueAt'>): Text | null {
  if (due === null) return null;
  const end = lastMoment(due, dueAt, policy.timeZone);
  return { key: end.time === undefined ? 'ladder.due' : 'ladder.due-at', values: { ...end } };
}

function timeOf(
  known: KnownCase,
  clock: Clock | Timescale,
  rule: Pick<ClockRule, 'within' | 'words' | 'clauses' | 'owner'>,
  deadline: Deadline | null,
): TimeView {
  const { policy, assessment } = known;
  const replaced = deadline?.words.key.startsWith('candidate.') ? [deadline.words] : [];
  return {
    for: clock.for ?? 'agree',
    purpose: purposeText(clock.for ?? 'agree'),
    clock: clock.id,
    words: rule.words ? ofPolicy(rule.words) : null,
    within: withinOf(rule),
    byPriority: byPriority(policy, clock),
    isGuidance: (deadline ?? clock).firmness === 'guidance',
    isConditional: !assessment && clock.when !== undefined,
    notes: [...startOf(policy, clock), ...chosenOf(clock), ...replaced],
    owner: rule.owner ?? clock.owner,
    date: deadline && dateOf(policy, deadline),
    status: deadline && statusToSay(known, deadline),
    clauses: rule.clauses,
  };
}

function ofDeadline(known: KnownCase, deadline: Deadline): TimeView {
  return {
    for: deadline.for,
    purpose: purposeText(deadline.for),
    clock: deadline.clock,
    words: deadline.words,
    within: [],
    byPriority: [],
    isGuidance: deadline.firmness === 'guidance',
    isConditional: false,
    notes: [],
    owner: deadline.owner,
    date: dateOf(known.policy, deadline),
    status: statusToSay(known, deadline),
    clauses: deadline.clauses,
  };
}

/** In danger, or where it is urgent, nobody is told that there is time. */
function statusToSay({ policy, state }: KnownCase, { status }: Deadline): DeadlineStatus | null {
  const isCalm = status === 'on-track' || status === 'due-soon';
  return isCalm && urgencyOf(policy, state) !== null ? null : status;
}

function dateOf(policy: Policy, deadline: Deadline): Text | null {
  return deadline.status === 'unknown' ? deadline.words : dueText(policy, deadline);
}

/** The deadline that a clock sets: that of the latest stay at a stage, or without one that of the whole case. */
function deadlineFor({ assessment }: KnownCase, clock: Clock, stage?: string): Deadline | null {
  const isOf = (deadline: Deadline) => (stage === undefined ? deadline.scope === 'case' : deadline.stage === stage);
  return assessment?.deadlines.findLast((deadline) => deadline.clock === clock.id && isOf(deadline)) ?? null;
}

function withinOf({ within }: Pick<Clock, 'within'>): Text[] {
  const durations = within === null ? [] : Array.isArray(within) ? within : [within];
  return durations.map(withinText);
}

function withinText(duration: Duration): Text {
  return { key: 'deadline.within', values: durationValues(duration) };
}

function byPriority(policy: Policy, clock: Clock): TimeView['byPriority'] {
  const { priorities } = indexOf(policy);
  return Object.entries(clock.byPriority ?? {}).map(([id, duration]) => ({
    label: priorities.get(id)?.label ?? id,
    text: withinText(duration),
  }));
}

function startOf(policy: Policy, { starts }: Clock): Text[] {
  if (starts === 'opened') return [{ key: 'ladder.time.from-opened' }];
  if (typeof starts !== 'object' || !('stage' in starts)) return [];
  const stage = indexOf(policy).stages.get(starts.stage)?.label ?? starts.stage;
  return [{ key: 'ladder.time.from-stage', values: { stage }, own: ['stage'] }];
}

function chosenOf({ chosen }: Clock): Text[] {
  return chosen?.includes('agreed') ? [{ key: 'ladder.time.agreed' }] : [];
}
