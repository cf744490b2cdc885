import { lastMoment, type LastMoment } from '../calendar/index.ts';
import type { Assessment, Deadline, DutyView } from '../case/index.ts';
import type { Duty, Policy } from '../policy/index.ts';

/** The day by which a duty is owed, and the time of it where hours are counted. */
export function dutyEnd({ timeZone }: Policy, { due, dueAt }: Pick<DutyView, 'due' | 'dueAt'>): LastMoment {
  return lastMoment(due!, dueAt, timeZone);
}

/** The deadline of the clock that a duty waits for, of its own stage or of the whole case. */
export function clockOf(
  { deadlines }: Assessment,
  { stage }: DutyView,
  name: NonNullable<Duty['after']>,
): Deadline | undefined {
  return deadlines.findLast(({ clock, scope, stage: at }) => clock === name && (scope === 'case' || at === stage));
}
