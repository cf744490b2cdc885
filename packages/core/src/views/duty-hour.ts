import { clockTimeAt, dueDate, endOfDay, parseInstant, type Calendar, type DueContext } from '../calendar/index.ts';
import type { Assessment, CaseState, Deadline, DutyView } from '../case/index.ts';
import { indexOf, type Duty, type Policy } from '../policy/index.ts';

/** Where a case stands, and by what it is counted. */
export interface CountedCase {
  readonly policy: Policy;
  readonly state: CaseState;
  readonly assessment: Assessment;
  readonly calendar: Calendar;
}

/** The time of day by which a duty is owed, where hours are counted: '10:30'; null where the end of a day is meant. */
export function dutyHour({ policy, state, assessment, calendar }: CountedCase, view: DutyView): string | null {
  const duty = indexOf(policy).duties.get(view.duty);
  const by = duty?.recurring?.every ?? duty?.by ?? null;
  const owed = state.duties.find(({ id }) => id === view.id);
  if (!duty || !owed || by === null || by === 'at-once' || view.due === null || view.due === 'at-once') return null;
  const start = duty.after === undefined ? owed.from : endOf(clockOf(policy, assessment, view, duty.after), policy);
  const counting = policy.counting as DueContext['counting'];
  const dueAt = start === null ? null : dueDate(start, by, { calendar, timeZone: policy.timeZone, counting }).dueAt;
  return dueAt && clockTimeAt(dueAt, policy.timeZone);
}

/** The deadline of the clock that a duty waits for, of its own stage or of the whole case. */
export function clockOf(
  policy: Policy,
  { deadlines }: Assessment,
  { stage }: DutyView,
  clock: NonNullable<Duty['after']>,
): Deadline | undefined {
  const isCap = policy.timescales.some(({ id, scope }) => id === clock && scope === 'case');
  return deadlines.findLast(
    (deadline) => deadline.id.replace(/[@#].*$/, '') === clock && (isCap || deadline.stage === stage),
  );
}

function endOf(clock: Deadline | undefined, { timeZone }: Policy): number | null {
  if (!clock?.due) return null;
  return clock.dueAt ? parseInstant(clock.dueAt) : endOfDay(clock.due, timeZone);
}
