import { civilDateAt, dueDate, parseInstant, type Due, type Today } from '../calendar/index.ts';
import { indexOf, type Duty, type Policy } from '../policy/index.ts';
import type { Deadline, DutyStatus, DutyView } from './assessment.ts';
import { contextOf } from './deadlines.ts';
import type { CaseState, OwedDuty } from './state.ts';

/** Every duty that arose, in the order of the log, with how it stands today. */
export function dutiesOf(policy: Policy, state: CaseState, today: Today, deadlines: readonly Deadline[]): DutyView[] {
  const { duties } = indexOf(policy);
  return state.duties.map((owed) => {
    const duty = duties.get(owed.duty) as Duty;
    const { due, isLate } = timeOf(policy, duty, owed, today, deadlines);
    return {
      id: owed.id,
      duty: duty.id,
      kind: duty.kind,
      clauses: duty.clauses,
      owner: owed.owner,
      to: duty.to ?? null,
      stage: owed.stage,
      arose: owed.at,
      due,
      status: statusOf(policy, owed, isLate, today),
      recurring: duty.recurring !== undefined,
      words: { key: 'policy', values: { text: duty.text } },
    };
  });
}

interface Timing {
  readonly due: string | null;
  /** Whether it would be late at an instant, on that civil date. */
  readonly isLate: (date: string, ms: number) => boolean;
}

function timeOf(policy: Policy, duty: Duty, owed: OwedDuty, today: Today, deadlines: readonly Deadline[]): Timing {
  if (duty.after) return afterClock(duty.after, owed, deadlines);
  const by = duty.recurring?.every ?? duty.by;
  if (by === null) return { due: null, isLate: () => false };
  if (by === 'at-once') {
    const arose = civilDateAt(owed.from, policy.timeZone);
    return { due: 'at-once', isLate: (date) => date > arose };
  }
  const { due, dueAt }: Due = dueDate(owed.from, by, contextOf(policy, today));
  if (dueAt !== null) return { due, isLate: (_date, ms) => ms > parseInstant(dueAt) };
  return { due, isLate: (date) => due !== null && date > due };
}

/** Owed at once when the clock has run out unsettled; until the end of that day it is only foreseen. */
function afterClock(clock: string, owed: OwedDuty, deadlines: readonly Deadline[]): Timing {
  const ran = deadlines.find((deadline) => deadline.stage === owed.stage && deadline.id.startsWith(clock));
  const due = ran?.due ?? null;
  return { due: 'at-once', isLate: (date) => due !== null && date > due };
}

function statusOf(policy: Policy, owed: OwedDuty, isLate: Timing['isLate'], today: Today): DutyStatus {
  if (owed.done) return 'done';
  const late = isLate(today.date, today.ms);
  if (!owed.lapsed) return late ? 'overdue' : 'due';
  // What was late when its stage was left was missed: leaving the stage does not undo that.
  const { how, at } = owed.lapsed;
  const wasLate = how === 'stage-left' && isLate(civilDateAt(at, policy.timeZone), parseInstant(at));
  return wasLate ? 'overdue' : 'lapsed';
}
