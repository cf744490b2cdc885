import { clockTimeAt, type Calendar } from '../calendar/index.ts';
import type { Assessment, CaseState, Deadline, DutyView } from '../case/index.ts';
import type { Duty, Policy } from '../policy/index.ts';

/** Where a case stands, and by what it is counted. */
export interface CountedCase {
  readonly policy: Policy;
  readonly state: CaseState;
  readonly assessment: Assessment;
  readonly calendar: Calendar;
}

/** The time of day by which a duty is owed, where hours are counted: '10:30'; null where the end of a day is meant. */
export function dutyHour({ timeZone }: Policy, { dueAt }: DutyView): string | null {
  return dueAt && clockTimeAt(dueAt, timeZone);
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
