import { parseInstant } from '../calendar/index.ts';
import type { Deadline } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';

/**
 * The deadline that matters most where a case stands: the soonest unmet one of the stage, else one in words that has
 * begun. Where all are met, or the case is open no more, the one that was due last.
 */
export function mainDeadline(deadlines: readonly Deadline[], stage: string, isOpen: boolean): Deadline | null {
  const here = deadlines.filter((deadline) => deadline.stage === stage);
  return (isOpen ? null : lastMet(here)) ?? foremost(here);
}

/**
 * The deadline of a case by its id, or the foremost of those that rest on a clause. A clock that runs in several stages
 * has ids that end in `@stage`, one of a stage entered again in `#2`: the bare id means the latest.
 */
export function namedDeadline(deadlines: readonly Deadline[], name: string): Deadline | null {
  const byId = deadlines.findLast(({ id }) => [id, id.replace(/#.*$/, ''), id.replace(/[@#].*$/, '')].includes(name));
  return byId ?? foremost(deadlines.filter(({ clauses }) => clauses.includes(name)));
}

/** Every name that a deadline of this policy can have, the ids first. */
export function deadlineNames(policy: Policy): string[] {
  const clocks = [...policy.stages.flatMap((stage) => stage.clocks), ...policy.timescales];
  const clauses = clocks.flatMap((clock) => [clock, ...(clock.instead ?? [])].flatMap((rule) => rule.clauses));
  return [...new Set([...clocks.map((clock) => clock.id), 'protects-child', ...clauses])];
}

function foremost(deadlines: readonly Deadline[]): Deadline | null {
  const unmet = deadlines.filter((deadline) => !isMet(deadline));
  const [first = null] = [...unmet].sort((a, b) => rank(a) - rank(b) || compare(a, b));
  return first ?? lastMet(deadlines);
}

function lastMet(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.filter(isMet).sort(compare).at(-1) ?? null;
}

function isMet({ status }: Deadline): boolean {
  return status === 'met' || status === 'met-late';
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
