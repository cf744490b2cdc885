import { parseInstant, toEpochDay, workingDaysBetween, type Today } from '../calendar/index.ts';
import type { Deadline } from '../case/index.ts';
import type { Text } from '../text/text.ts';
import { isOver } from './is-over.ts';

type Running = Pick<Deadline, 'status' | 'due' | 'dueAt' | 'start'>;
/** The words alone need no calendar. */
type Now = Pick<Today, 'date'> & Partial<Today>;

/**
 * How long there is until a deadline, by how much it is late, or, where there is no date, how long ago it started.
 * Null where nothing runs any more.
 */
export function timeLeft({ status, due, dueAt, start }: Running, today: Now): Text | null {
  if (isOver({ status })) return null;
  if (due === null) return start === null ? null : elapsed(toEpochDay(today.date) - toEpochDay(start));
  const isLate = status === 'overdue';
  if (dueAt !== null && today.ms !== undefined) return byTheHour(parseInstant(dueAt) - today.ms, isLate);
  if (due === today.date) return { key: 'badge.last-day' };
  return isLate ? inDays('overdue', due, today.date, today) : inDays('left', today.date, due, today);
}

function elapsed(days: number): Text {
  return { key: days < 0 ? 'badge.starts-in' : 'badge.started', values: { count: Math.abs(days) } };
}

function byTheHour(ms: number, isLate: boolean): Text {
  const minutes = Math.max(1, Math.floor(Math.abs(ms) / 60_000));
  const [unit, count] = minutes < 60 ? (['minutes', minutes] as const) : (['hours', Math.floor(minutes / 60)] as const);
  return { key: `badge.${unit}-${isLate ? 'overdue' : 'left'}`, values: { count } };
}

/** Working days, but calendar days past the calendar's end, and where it is late by no working day yet. */
function inDays(which: 'left' | 'overdue', from: string, to: string, { calendar }: Now): Text {
  const working = calendar ? workingDaysBetween(calendar, from, to) : null;
  if (working !== null && (working > 0 || which === 'left')) {
    return { key: `badge.working-days-${which}`, values: { count: working } };
  }
  return { key: `badge.days-${which}`, values: { count: toEpochDay(to) - toEpochDay(from) } };
}
