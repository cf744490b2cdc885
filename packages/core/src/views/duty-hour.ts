import { clockTimeAt } from '../calendar/index.ts';
import type { Assessment, Deadline, DutyView } from '../case/index.ts';
import type { Duty, Policy } from '../policy/index.ts';

/** The time of day by which a duty is owed, where hours are counted: '10:30'; null where the end of a day is meant. */
export function dutyHour({ timeZone }: Policy, { dueAt }: DutyView): string | null {
  return dueAt && clockTimeAt(dueAt, timeZone);
}

/** The deadline of the clock that a duty waits for, of its own stage or of the whole case. */
export function clockOf(
  { deadlines }: Assessment,
  { stage }: DutyView,
  name: NonNullable<Duty['after']>,
): Deadline | undefined {
  return deadlines.findLast(({ clock, scope, stage: at }) => clock === name && (scope === 'case' || at === stage));
}
