import {
  dueDate,
  endOfDay,
  explainDue,
  parseInstant,
  type Duration,
  type SkippedDay,
  type Today,
} from '../calendar/index.ts';
import { indexOf, type Duty, type Policy } from '../policy/index.ts';
import type { Deadline, DutyStatus, DutyView } from './assessment.ts';
import { clocksAt } from './clocks.ts';
import { clockName } from './deadlines.ts';
import { planOf } from './plan.ts';
import { Reckoning } from './reckoning.ts';
import { isLeftBehind, type CaseState, type OwedDuty } from './state.ts';

/** Every duty that arose, in the order of the log, with how it stands today. */
export function dutiesOf(reckoning: Reckoning, deadlines: readonly Deadline[]): DutyView[] {
  const { duties } = planOf(reckoning.policy);
  const named = byName(deadlines);
  return reckoning.state.duties.map((owed) => {
    const { duty, others, rule } = duties.get(owed.duty)!;
    const timing = timeOf(reckoning, duty, owed, named);
    const { said } = others[owed.instead] ?? rule;
    // Written out: a copy that is added to costs ten times as much.
    return {
      id: owed.id,
      duty: said.duty,
      kind: said.kind,
      verb: said.verb,
      clauses: said.clauses,
      owner: owed.owner,
      who: said.who,
      to: said.to,
      addressees: said.addressees,
      copiedTo: said.copiedTo,
      copies: said.copies,
      byService: said.byService,
      stage: owed.stage,
      arose: owed.at,
      due: timing.due,
      dueAt: timing.dueAt ?? null,
      status: statusOf(reckoning, duty, owed, timing),
      recurring: said.recurring,
      words: said.words,
    };
  });
}

/** The days up to the due date of each duty that do not count, and why. */
export function skippedByDuties(
  policy: Policy,
  state: CaseState,
  today: Today,
  deadlines: readonly Deadline[],
): Map<string, readonly SkippedDay[]> {
  const reckoning = new Reckoning(policy, state, today);
  const { duties } = indexOf(policy);
  const named = byName(deadlines);
  return new Map(
    state.duties.map((owed) => {
      const { counted, after } = timeOf(reckoning, duties.get(owed.duty)!, owed, named);
      const own = counted ? explainDue(counted.from, counted.by, reckoning.context).skipped : [];
      return [owed.id, [...(after?.explanation.skipped ?? []), ...own]];
    }),
  );
}

/** Looks up a deadline by its id, of which the first stands, or by its id at its stage. Few duties ask for one. */
type ByName = (name: string) => Deadline | undefined;

function byName(deadlines: readonly Deadline[]): ByName {
  let known: Map<string, Deadline> | undefined;
  return (name) => (known ??= namesOf(deadlines)).get(name);
}

function namesOf(deadlines: readonly Deadline[]): Map<string, Deadline> {
  const named = new Map<string, Deadline>();
  for (const deadline of deadlines) {
    for (const name of [deadline.id, `${deadline.id} ${deadline.stage}`]) {
      if (!named.has(name)) named.set(name, deadline);
    }
  }
  return named;
}

/** By when a duty is owed, and from when it is late: after a day, or after an instant; never, where neither is known. */
interface Timing {
  readonly due: string | null;
  /** The instant, where hours were counted. */
  readonly dueAt?: string | null;
  /** From what it was counted, and how long. */
  readonly counted?: { readonly from: string | number; readonly by: Duration };
  /** The deadline that it waits for. */
  readonly after?: Deadline | undefined;
  /** The last day on which it is in time, where no instant says more. */
  readonly last: string | null;
  /** The clock that it waits for was kept: it is not asked for. */
  readonly isSpared?: boolean;
}

function timeOf(reckoning: Reckoning, duty: Duty, owed: OwedDuty, deadlines: ByName): Timing {
  if (duty.after) return afterClock(duty.after, reckoning, duty, owed, deadlines);
  const by = duty.recurring?.every ?? duty.by;
  if (by === null) return UNTIMED;
  if (by === 'at-once') return { due: 'at-once', last: reckoning.dateOf(owed.from) };
  return countedFrom(reckoning, owed.from, by);
}

const UNTIMED: Timing = { due: null, last: null };

/**
 * Owed when the clock has run out unsettled: at once, by the end of its last day, in a time counted from there, or as the
 * policy's words have it. Until then it is only foreseen.
 */
function afterClock(
  clockId: string,
  reckoning: Reckoning,
  { by, words }: Duty,
  owed: OwedDuty,
  deadlines: ByName,
): Timing {
  const { policy } = reckoning;
  const cap = policy.timescales.find(({ id, scope }) => id === clockId && scope === 'case');
  const clock = clocksAt(policy, owed.stage).find(({ id }) => id === clockId);
  const id = cap?.id ?? (clock && clockName(clock, reckoning, owed.visit));
  const ran = deadlines(cap ? cap.id : `${id} ${owed.stage}`);
  const isSpared = ran?.status === 'met';
  const due = ran?.due ?? null;
  // Words are words, the duty's as the clock's: nobody can say from when they are late.
  const isWords = due === null ? ran?.status !== 'unknown' : by === null && words !== undefined;
  if (isWords) return { due: null, last: null, isSpared };
  if (by === null || by === 'at-once' || due === null) return { due: 'at-once', last: due, isSpared };
  // What is counted in days begins on the clock's last day, hours at its end.
  const isHours = (by.countedAs ?? by).unit === 'hours';
  const from = ran?.dueAt ? parseInstant(ran.dueAt) : endOfDay(due, policy.timeZone) - (isHours ? 0 : 1);
  return { ...countedFrom(reckoning, from, by), after: ran, isSpared };
}

function countedFrom({ context }: Reckoning, from: string | number, by: Duration): Timing {
  const { due, dueAt } = dueDate(from, by, context);
  return { due, dueAt, counted: { from, by }, last: due };
}

function statusOf(reckoning: Reckoning, duty: Duty, owed: OwedDuty, timing: Timing): DutyStatus {
  if (owed.done) return 'done';
  const { today, state } = reckoning;
  if (timing.isSpared || isLeftBehind(state, owed)) return 'lapsed';
  if (!owed.lapsed) return isLate(duty, timing, today.date, today.ms) ? 'overdue' : 'due';
  // What was late when its stage was left was missed: leaving the stage does not undo that.
  const { how, at } = owed.lapsed;
  if (how !== 'stage-left') return 'lapsed';
  return isLate(duty, timing, reckoning.dateOf(at), parseInstant(at)) ? 'overdue' : 'lapsed';
}

/** What a policy says may be done is good practice: listed with its date until it is done, and never late. */
function isLate({ verb }: Duty, { dueAt, last }: Timing, date: string, ms: number): boolean {
  if (verb === 'may') return false;
  return dueAt ? ms > parseInstant(dueAt) : last !== null && date > last;
}
