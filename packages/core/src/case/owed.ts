import { ofPolicy } from '../text/text.ts';
import {
  civilDateAt,
  dueDate,
  endOfDay,
  explainDue,
  parseInstant,
  type Duration,
  type SkippedDay,
  type Today,
} from '../calendar/index.ts';
import { indexOf, type Addressee, type Duty, type Policy } from '../policy/index.ts';
import type { Deadline, DutyStatus, DutyView } from './assessment.ts';
import { clocksAt } from './clocks.ts';
import { clockName, contextOf } from './deadlines.ts';
import { isLeftBehind, type CaseState, type OwedDuty } from './state.ts';

/** Every duty that arose, in the order of the log, with how it stands today. */
export function dutiesOf(policy: Policy, state: CaseState, today: Today, deadlines: readonly Deadline[]): DutyView[] {
  const { duties } = indexOf(policy);
  const named = byName(policy, deadlines);
  return state.duties.map((owed) => {
    const duty = duties.get(owed.duty) as Duty;
    const timing = timeOf(policy, state, duty, owed, today, named);
    const instead = duty.instead?.[owed.instead];
    return {
      id: owed.id,
      duty: duty.id,
      kind: duty.kind,
      verb: duty.verb ?? null,
      clauses: instead ? [...new Set([...duty.clauses, ...instead.clauses])] : duty.clauses,
      owner: owed.owner,
      who: instead?.who ?? duty.who ?? null,
      to: instead?.to ?? duty.to ?? null,
      addressees: instead?.addressees ?? duty.addressees ?? [],
      copiedTo: duty.copiedTo ?? null,
      copies: (duty.copies ?? []).map(copyOf),
      byService: duty.byService ?? false,
      stage: owed.stage,
      arose: owed.at,
      due: timing.due,
      dueAt: timing.dueAt ?? null,
      status: statusOf(policy, state, duty, owed, timing, today),
      recurring: duty.recurring !== undefined,
      words: ofPolicy(duty.text),
    };
  });
}

/** In format 1 a copy is a contact's id. */
function copyOf(copy: NonNullable<Duty['copies']>[number]): Addressee {
  return typeof copy !== 'string' || copy === 'originator' || copy === 'recorder' ? copy : { contact: copy };
}

/** The days up to the due date of each duty that do not count, and why. */
export function skippedByDuties(
  policy: Policy,
  state: CaseState,
  today: Today,
  deadlines: readonly Deadline[],
): Map<string, readonly SkippedDay[]> {
  const { duties } = indexOf(policy);
  const named = byName(policy, deadlines);
  return new Map(
    state.duties.map((owed) => {
      const { counted, after } = timeOf(policy, state, duties.get(owed.duty) as Duty, owed, today, named);
      const own = counted ? explainDue(counted.from, counted.by, contextOf(policy, today)).skipped : [];
      return [owed.id, [...(after?.explanation.skipped ?? []), ...own]];
    }),
  );
}

/** Deadlines by their ids, of which the first stands, and by their ids at their stages. */
function byName(policy: Policy, deadlines: readonly Deadline[]): Map<string, Deadline> {
  const named = new Map<string, Deadline>();
  if (!policy.duties.some(({ after }) => after)) return named;
  for (const deadline of deadlines) {
    for (const name of [deadline.id, `${deadline.id} ${deadline.stage}`]) {
      if (!named.has(name)) named.set(name, deadline);
    }
  }
  return named;
}

interface Timing {
  readonly due: string | null;
  /** The instant, where hours were counted. */
  readonly dueAt?: string | null;
  /** From what it was counted, and how long. */
  readonly counted?: { readonly from: string | number; readonly by: Duration };
  /** The deadline that it waits for. */
  readonly after?: Deadline | undefined;
  /** Whether it would be late at an instant, on that civil date. */
  readonly isLate: (date: string, ms: number) => boolean;
  /** The clock that it waits for was kept: it is not asked for. */
  readonly isSpared?: boolean;
}

function timeOf(
  policy: Policy,
  state: CaseState,
  duty: Duty,
  owed: OwedDuty,
  today: Today,
  deadlines: ReadonlyMap<string, Deadline>,
): Timing {
  if (duty.after) return afterClock(duty.after, policy, state, duty, owed, today, deadlines);
  const by = duty.recurring?.every ?? duty.by;
  if (by === null) return { due: null, isLate: () => false };
  if (by === 'at-once') {
    const arose = civilDateAt(owed.from, policy.timeZone);
    return { due: 'at-once', isLate: (date) => date > arose };
  }
  return countedFrom(policy, today, owed.from, by);
}

/**
 * Owed when the clock has run out unsettled: at once, by the end of its last day, in a time counted from there, or as the
 * policy's words have it. Until then it is only foreseen.
 */
function afterClock(
  clockId: string,
  policy: Policy,
  state: CaseState,
  { by, words }: Duty,
  owed: OwedDuty,
  today: Today,
  deadlines: ReadonlyMap<string, Deadline>,
): Timing {
  const cap = policy.timescales.find(({ id, scope }) => id === clockId && scope === 'case');
  const clock = clocksAt(policy, owed.stage).find(({ id }) => id === clockId);
  const id = cap?.id ?? (clock && clockName(clock, state, owed.visit));
  const ran = deadlines.get(cap ? cap.id : `${id} ${owed.stage}`);
  const isSpared = ran?.status === 'met';
  const due = ran?.due ?? null;
  // Words are words, the duty's as the clock's: nobody can say from when they are late.
  const isWords = due === null ? ran?.status !== 'unknown' : by === null && words !== undefined;
  if (isWords) return { due: null, isLate: () => false, isSpared };
  if (by === null || by === 'at-once' || due === null) {
    return { due: 'at-once', isLate: (date) => due !== null && date > due, isSpared };
  }
  // What is counted in days begins on the clock's last day, hours at its end.
  const isHours = (by.countedAs ?? by).unit === 'hours';
  const from = ran?.dueAt ? parseInstant(ran.dueAt) : endOfDay(due, policy.timeZone) - (isHours ? 0 : 1);
  return { ...countedFrom(policy, today, from, by), after: ran, isSpared };
}

function countedFrom(policy: Policy, today: Today, from: string | number, by: Duration): Timing {
  const { due, dueAt } = dueDate(from, by, contextOf(policy, today));
  if (dueAt !== null) return { due, dueAt, counted: { from, by }, isLate: (_date, ms) => ms > parseInstant(dueAt) };
  return { due, counted: { from, by }, isLate: (date) => due !== null && date > due };
}

function statusOf(
  policy: Policy,
  state: CaseState,
  { verb }: Duty,
  owed: OwedDuty,
  timing: Timing,
  today: Today,
): DutyStatus {
  const { isSpared } = timing;
  // What a policy says may be done is good practice: listed with its date until it is done, and never late.
  const isLate: Timing['isLate'] = verb === 'may' ? () => false : timing.isLate;
  if (owed.done) return 'done';
  if (isSpared || isLeftBehind(state, owed)) return 'lapsed';
  const late = isLate(today.date, today.ms);
  if (!owed.lapsed) return late ? 'overdue' : 'due';
  // What was late when its stage was left was missed: leaving the stage does not undo that.
  const { how, at } = owed.lapsed;
  const wasLate = how === 'stage-left' && isLate(civilDateAt(at, policy.timeZone), parseInstant(at));
  return wasLate ? 'overdue' : 'lapsed';
}
