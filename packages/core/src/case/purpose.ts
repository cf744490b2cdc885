import type { Clock, Stop } from '../policy/index.ts';
import type { Visit } from './state.ts';

/** What a clock's time is for; a policy of format 1 does not say, and means agreement. */
export function purposeOf({ for: purpose = 'agree' }: Pick<Clock, 'for'>): NonNullable<Clock['for']> {
  return purpose;
}

/**
 * Happenings that meet a clock by themselves: those that the policy names, or else, for what leaving a stage does not
 * bring about, that a clause of its was recorded as done.
 */
export function meetersOf(clock: Clock, { clauses }: Pick<Clock, 'clauses'> = clock): readonly Stop[] {
  if (clock.stops) return stopsOf(clock);
  return isMetByLeaving(clock) ? [] : clauses.map((done) => ({ done }));
}

/** Whether a stage was left in a way that meets this clock. Nobody answered, or gave up: that settles nothing. */
export function isMetBy(clock: Pick<Clock, 'for'>, left: Pick<NonNullable<Visit['left']>, 'how' | 'because'>): boolean {
  if (!isMetByLeaving(clock)) return false;
  return left.how === 'resolved' || (left.how === 'escalated' && left.because !== 'no-reply');
}

/** Leaving a stage brings about, or does away with, what was to be agreed, decided or met about there. */
function isMetByLeaving(clock: Pick<Clock, 'for'>): boolean {
  const purpose = purposeOf(clock);
  return purpose === 'agree' || purpose === 'decide' || purpose === 'meet';
}

/** What the policy names as meeting a clock: any of these. */
function stopsOf({ stops = [] }: Pick<Clock, 'stops'>): readonly Stop[] {
  return Array.isArray(stops) ? stops : [stops];
}
