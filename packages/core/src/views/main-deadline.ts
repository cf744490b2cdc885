import { parseInstant } from '../calendar/index.ts';
import type { Assessment, Deadline } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import { isOver } from './is-over.ts';

/**
 * The deadline that matters most where a case stands: the soonest of the stage that is not over, else one in words that
 * has begun. Where all are over, or the case is open no more, the one that was due last.
 */
export function mainDeadline({ deadlines, stage, status }: Stood): Deadline | null {
  const here = deadlines.filter((deadline) => deadline.stage === stage);
  return (status === 'open' ? null : lastOver(here)) ?? foremost(here);
}

type Stood = Pick<Assessment, 'deadlines' | 'stage' | 'status'>;

/**
 * The deadline of a case by its id, or the foremost of those that rest on a clause. A clock that runs in several stages
 * has ids that end in `@stage`, one of a stage entered again in `#2`: the bare id means the latest.
 */
export function namedDeadline(deadlines: readonly Deadline[], name: string): Deadline | null {
  const byId = deadlines.findLast(({ id, clock, stage }) => [id, clock, `${clock}@${stage}`].includes(name));
  return byId ?? foremost(deadlines.filter(({ clauses }) => clauses.includes(name)));
}

/** Every name that a deadline of this policy can have, the ids first. */
export function deadlineNames(policy: Policy): string[] {
  const clocks = [...policy.stages.flatMap((stage) => stage.clocks), ...policy.timescales];
  const clauses = clocks.flatMap((clock) => [clock, ...(clock.instead ?? [])].flatMap((rule) => rule.clauses));
  return [...new Set([...clocks.map((clock) => clock.id), 'protects-child', ...clauses])];
}

function foremost(deadlines: readonly Deadline[]): Deadline | null {
  const open = deadlines.filter((deadline) => !isOver(deadline));
  const [first = null] = [...open].sort((a, b) => rank(a) - rank(b) || compare(a, b));
  return first ?? lastOver(deadlines);
}

function lastOver(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.filter(isOver).sort(compare).at(-1) ?? null;
}

/** A date, a date past the calendar, words alone, what has not begun. */
function rank({ due, status, start }: Deadline): number {
  if (due !== null) return 0;
  if (status === 'unknown') return 1;
  return start === null ? 3 : 2;
}

/** By day, and on one day an instant before the day's end. */
function compare(a: Deadline, b: Deadline): number {
  const [day, other] = [a.due ?? '', b.due ?? ''];
  if (day !== other) return day < other ? -1 : 1;
  const [end, otherEnd] = [endOf(a), endOf(b)];
  return end === otherEnd ? 0 : end - otherEnd;
}

function endOf({ dueAt }: Deadline): number {
  return dueAt === null ? Number.MAX_VALUE : parseInstant(dueAt);
}
