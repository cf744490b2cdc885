import {
  dueDate,
  explainDue,
  formatInstant,
  parseInstant,
  startOfDay,
  statusOn,
  type DueContext,
  type Duration,
  type Today,
} from '../calendar/index.ts';
import { indexOf, type Clock, type Policy, type Start, type Timescale } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { unknownDate } from '../text/unknown-date.ts';
import type { Candidate, Deadline, DeadlineStatus, Explanation } from './assessment.ts';
import { bindingOf, clocksAt, durationValues, ruleFor, runsIn, type ClockRule } from './clocks.ts';
import { dataClass } from './data-class.ts';
import { isCountableDate, isCountableInstant } from './fields.ts';
import { happeningKey } from './plan.ts';
import { isMetBy, meetersOf, purposeOf } from './purpose.ts';
import type { Reckoning } from './reckoning.ts';
import { currentVisit, type CaseState, type Visit } from './state.ts';

/** Every deadline of the case so far, in the order of the stages; met ones stay listed. */
export function deadlinesOf(reckoning: Reckoning): Deadline[] {
  const { policy, state } = reckoning;
  const deadlines: Deadline[] = [];
  let own: Deadline[] = [];
  // Not by `entries`, which Prototype replaces in the pages that it runs in.
  state.visits.forEach((visit, number) => {
    own = clocksAt(policy, visit.stage)
      .filter((clock) => runsIn(clock, state, visit))
      .map((clock) => deadlineOf(reckoning, visit, clock, number));
    deadlines.push(...own);
  });
  const visit = currentVisit(state);
  if (!visit) return deadlines;
  for (const cap of policy.timescales) {
    if (cap.scope !== 'case') continue;
    const last = state.visits.findLastIndex((visit) => isUnder(cap, visit));
    const visit = state.visits[last];
    if (!visit || !runsIn(cap, state, visit)) continue;
    deadlines.push(deadlineOf(reckoning, visit, cap, last));
  }
  const protective = protectiveDeadline(reckoning, visit, own);
  if (protective) deadlines.push(protective);
  return deadlines;
}

/** Whether a cap holds in this stay: over the whole process, unless it lists stages. */
function isUnder({ stages }: Timescale, visit: Visit): boolean {
  return !stages || stages.includes(visit.stage);
}

/** Dates given for this case bind whoever gave them; what counts, and what puts it off, is as binding as the policy has it. */
const GIVEN: ReadonlySet<Candidate['kind']> = new Set(['agreed', 'priority', 'raiser', 'protects-child']);

/** A candidate while the soonest is being looked for. */
interface Contender extends Omit<Candidate, 'wins'> {
  readonly dueAt: string | null;
  /** What was counted, which explains the days that were skipped. */
  readonly duration?: Duration;
  /** Replaced by an extension or a date agreed in its place: listed, never the winner. */
  readonly replaced?: boolean;
}

type Stated = Omit<Deadline, 'explanation'>;

/** A deadline with how it came about, worked out once somebody asks, which few do. */
class Explained extends dataClass<Stated>() implements Deadline {
  readonly #explain: () => Explanation;
  #explanation: Explanation | undefined;

  constructor(stated: Stated, explain: () => Explanation) {
    super(stated);
    this.#explain = explain;
  }

  get explanation(): Explanation {
    return (this.#explanation ??= this.#explain());
  }

  toJSON(): Deadline {
    return { ...this, explanation: this.explanation };
  }
}

function deadlineOf(reckoning: Reckoning, visit: Visit, clock: Clock | Timescale, number: number): Deadline {
  const { policy, state, today } = reckoning;
  const isCap = 'scope' in clock && clock.scope === 'case';
  const entered = isCap ? state.visits.find((stay) => isUnder(clock, stay))! : visit;
  const start = startOf(policy, clock.starts ?? 'entered', state, entered, isCap);
  const rule = ruleFor(clock, state, visit);
  const clauses = rule.clauses;
  const contenders = start === null ? [] : contendersOf(reckoning, visit, clock, rule, start, isCap);
  const winner = soonest(contenders);
  const due = winner?.due ?? null;
  const dueAt = winner?.dueAt ?? null;
  const isWordsOnly = !winner;
  const end = endOf(clock, rule, state, visit, isCap);
  const from = start === null ? null : reckoning.dateOf(start);
  const stated = {
    id: isCap ? clock.id : clockName(clock, reckoning, number),
    clock: clock.id,
    scope: isCap ? 'case' : 'stage',
    for: purposeOf(clock),
    clauses,
    stage: visit.stage,
    owner: rule.owner ?? clock.owner,
    start: from,
    due,
    dueAt,
    words: wordsOf(rule, winner, from, today),
    firmness: winner && GIVEN.has(winner.kind) ? 'firm' : bindingOf(clock, rule),
    status: isWordsOnly ? 'none' : statusOf(reckoning, due, dueAt, from, end),
  } as const;
  return new Explained(stated, () => explain(reckoning, start, contenders, winner, clauses));
}

/** The id of the deadline that a clock sets in one of the stays at a stage. */
export function clockName(clock: Clock | Timescale, { state, repeats }: Reckoning, number: number): string {
  const id = 'scope' in clock ? `${clock.id}@${state.visits[number]?.stage ?? ''}` : clock.id;
  const before = repeats[number] ?? 0;
  return before === 0 ? id : `${id}#${before + 1}`;
}

/**
 * A date that protects the child is a deadline of its own where no deadline of the stage has a date to compete with:
 * where they are words, or their clocks wait.
 */
function protectiveDeadline(reckoning: Reckoning, visit: Visit, own: readonly Deadline[]): Deadline | null {
  const { policy, state } = reckoning;
  const set = (visit.left ?? state).protectBy;
  if (!set || own.some(({ status }) => status !== 'none')) return null;
  const anywhere = [...policy.timescales, ...policy.stages.flatMap((stage) => stage.clocks)];
  const clauses = own[0]?.clauses ?? anywhere.find((clock) => clock.protectsChild)?.clauses.slice(0, 1) ?? [];
  const contender = protecting(set.due);
  const stated = {
    id: 'protects-child',
    clock: null,
    scope: 'case',
    for: 'agree',
    clauses,
    stage: visit.stage,
    owner: 'raising',
    start: reckoning.dateOf(set.at),
    due: set.due,
    dueAt: null,
    words: contender.text,
    firmness: 'firm',
    status: statusOf(reckoning, set.due, null, null, leavingOf({}, visit)),
  } as const;
  return new Explained(stated, () => explain(reckoning, set.at, [contender], contender, clauses));
}

function startOf(policy: Policy, start: Start, state: CaseState, visit: Visit, isCap: boolean): string | null {
  if (start === 'entered') return visit.at;
  if (start === 'opened') return state.visits[0]!.at;
  if ('firstOf' in start) {
    const starts = start.firstOf.map((one) => startOf(policy, one, state, visit, isCap)).filter((at) => at !== null);
    const [first = null] = starts.sort((a, b) => parseInstant(a) - parseInstant(b));
    return first;
  }
  if ('stage' in start) return state.visits.find((earlier) => earlier.stage === start.stage)?.at ?? null;
  if ('answer' in start) {
    const answer = state.opened?.[start.answer];
    if (isCountableInstant(answer)) return answer;
    return isCountableDate(answer) ? formatInstant(startOfDay(answer, policy.timeZone)) : null;
  }
  const first = isCap ? state.first : visit.first;
  return first.get(happeningKey(start)) ?? null;
}

/** How a clock came to its end: what it waited for happened, or its stage was left without that. */
interface End {
  readonly at: string;
  readonly isMet: boolean;
}

function endOf(clock: Clock, rule: ClockRule, state: CaseState, visit: Visit, isCap: boolean): End | null {
  const first = isCap ? state.first : visit.first;
  let at: string | undefined;
  for (const stop of meetersOf(clock, rule)) {
    const time = first.get(happeningKey(stop));
    if (time !== undefined && (at === undefined || parseInstant(time) < parseInstant(at))) at = time;
  }
  return at === undefined ? leavingOf(clock, visit) : { at, isMet: true };
}

function leavingOf(clock: Pick<Clock, 'for'>, { left }: Visit): End | null {
  return left && { at: left.at, isMet: isMetBy(clock, left) };
}

function contendersOf(
  reckoning: Reckoning,
  visit: Visit,
  clock: Clock,
  rule: ClockRule,
  start: string,
  isCap: boolean,
): Contender[] {
  const { policy, state, context } = reckoning;
  const found = durationsOf(clock, rule, state, visit).map((d) => counted(context, d, start, rule.clauses));
  const inPlace = isCap ? null : (extensionOf(policy, visit, clock, found.length > 0) ?? chosenOf(visit, clock, rule));
  const contenders: Contender[] = inPlace ? [...found.map((c) => ({ ...c, replaced: true })), inPlace] : found;
  if (isCap) return contenders;
  const { agreed, priority } = visit.dates;
  // A date agreed where the policy gives no such choice can only bring the deadline forward.
  if (agreed && !clock.chosen?.includes('agreed') && found.length > 0) contenders.push(given('agreed', agreed.due));
  if (priority && !clock.chosen?.includes('priority') && found.length > 0) {
    contenders.push(given('priority', priority.due));
  }
  const { protectBy } = visit.left ?? state;
  if (protectBy && (contenders.length > 0 || clock.protectsChild)) contenders.push(protecting(protectBy.due));
  return contenders;
}

function durationsOf(clock: Clock, rule: Pick<Clock, 'within'>, state: CaseState, visit: Visit): readonly Duration[] {
  const within = byPriority(clock, state, visit) ?? rule.within;
  if (!within) return [];
  return Array.isArray(within) ? within : [within];
}

function byPriority(clock: Clock, state: CaseState, visit: Visit): Duration | undefined {
  const { priority } = visit.left ?? state;
  // The log may say any word, and every object answers to some.
  const isKnown = priority !== null && Object.hasOwn(clock.byPriority ?? {}, priority);
  return isKnown ? clock.byPriority![priority] : undefined;
}

function counted(context: DueContext, duration: Duration, start: string, clauses: readonly string[]): Contender {
  const { due, dueAt } = dueDate(start, duration, context);
  return {
    kind: 'timescale',
    text: { key: 'duration', values: durationValues(duration) },
    due,
    dueAt,
    clauses,
    duration,
  };
}

/** An extension replaces the stage's own date, not that of a clock that something else stops. */
function extensionOf(policy: Policy, visit: Visit, clock: Clock, isDatedClock: boolean): Contender | null {
  if (!visit.extension || clock.stops || !isDatedClock) return null;
  const { until, reason } = visit.extension;
  return {
    kind: 'extension',
    text: { key: 'candidate.extension', values: { until, reason }, typed: ['reason'] },
    due: until,
    dueAt: null,
    clauses: policy.extension?.clauses ?? [],
  };
}

function chosenOf(visit: Visit, clock: Clock, rule: Pick<Clock, 'clauses'>): Contender | null {
  for (const because of clock.chosen ?? []) {
    const chosen = visit.dates[because];
    if (chosen) return { ...given(because, chosen.due), clauses: rule.clauses };
  }
  return null;
}

function given(kind: 'agreed' | 'priority' | 'raiser', due: string): Contender {
  return { kind, text: { key: `candidate.${kind}`, values: { due } }, due, dueAt: null, clauses: [] };
}

function protecting(due: string): Contender {
  return {
    kind: 'protects-child',
    text: { key: 'candidate.protects-child', values: { due } },
    due,
    dueAt: null,
    clauses: [],
  };
}

/**
 * The soonest. One past the calendar is later than every day that the calendar covers; against a date that lies past
 * the calendar too, it cannot be told which is sooner, and the answer is unknown.
 */
function soonest(contenders: readonly Contender[]): Contender | null {
  let best: Contender | null = null;
  for (const next of contenders) {
    if (!next.replaced && (best === null || isSooner(next, best))) best = next;
  }
  return best;
}

function isSooner(next: Contender, best: Contender): boolean {
  if (best.due === null) return true;
  if (next.due === null) return false;
  if (next.due !== best.due) return next.due < best.due;
  // Hours end before their day does. Those counted from one start compare as text.
  return next.dueAt !== null && (best.dueAt === null || next.dueAt < best.dueAt);
}

function statusOf(
  reckoning: Reckoning,
  due: string | null,
  dueAt: string | null,
  from: string | null,
  end: End | null,
): DeadlineStatus {
  const { today } = reckoning;
  if (end === null || parseInstant(end.at) > today.ms) return statusOn(due, dueAt, today);
  const inTime = end.isMet ? 'met' : 'ended';
  const ended = reckoning.dateOf(end.at);
  if (dueAt !== null) return parseInstant(end.at) <= parseInstant(dueAt) ? inTime : `${inTime}-late`;
  const { covers } = today.calendar;
  // An unknown date of a clock that began inside the calendar lies past it: what ended inside it ended in time.
  if (due === null) return from !== null && from >= covers.from && ended <= covers.to ? inTime : 'unknown';
  return ended <= due ? inTime : `${inTime}-late`;
}

function wordsOf(
  rule: Pick<Clock, 'within' | 'words'>,
  winner: Contender | null,
  from: string | null,
  today: Today,
): Text {
  if (winner && winner.due === null) return unknownDate(today.calendar.covers, from ?? '');
  if (winner && winner.kind !== 'timescale') return winner.text;
  if (rule.words) return ofPolicy(rule.words);
  if (winner) return { key: 'deadline.within', values: { ...winner.text.values } };
  return { key: from === null ? 'deadline.not-started' : 'deadline.none' };
}

function explain(
  reckoning: Reckoning,
  start: string | null,
  contenders: readonly Contender[],
  winner: Contender | null,
  clauses: readonly string[],
): Explanation {
  const { policy, context } = reckoning;
  const duration = winner?.duration;
  const skipped = duration && start !== null ? explainDue(start, duration, context).skipped : [];
  const cited = [...new Set([...clauses, ...contenders.flatMap((c) => c.clauses)])];
  return {
    start: start === null ? null : reckoning.dateOf(start),
    candidates: contenders.map((contender) => ({
      kind: contender.kind,
      text: contender.text,
      due: contender.due,
      clauses: contender.clauses,
      wins: contender === winner,
    })),
    skipped,
    clauses: cited,
    notes: cited.flatMap(
      (id) =>
        indexOf(policy)
          .clauses.get(id)
          ?.notes?.map((note) => note.text) ?? [],
    ),
  };
}
