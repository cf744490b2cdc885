import {
  addCalendarDays,
  addWorkingDays,
  civilDateAt,
  formatInstant,
  instantAt,
  parseInstant,
  type Calendar,
} from '@escalation-kit/core/calendar';
import type { Queries } from '../database/database.ts';

/** The clock of a demonstration: it goes as any other does, and can be put on, and never back. */
export class DemoClock {
  readonly #real: () => string;
  #ahead = 0;

  constructor(real: () => string) {
    this.#real = real;
  }

  readonly now = (): string => formatInstant(parseInstant(this.#real()) + this.#ahead);

  get isAhead(): boolean {
    return this.#ahead > 0;
  }

  /** Puts it on to an instant; one that has gone by changes nothing. */
  moveTo(instant: string): void {
    this.#ahead = Math.max(this.#ahead, parseInstant(instant) - parseInstant(this.#real()));
  }

  /** Back to what other clocks show: only where nothing is kept that would lie ahead of it. */
  reset(): void {
    this.#ahead = 0;
  }
}

/** The newest instant that anything kept speaks of: whoever starts later cannot begin before it. */
export async function newestKept(queries: Queries): Promise<string | null> {
  const [row] = await queries.rows<{ newest: string | null }>(
    `select greatest((select max(taken_at) from intake.entries),
       (select max(coalesce(sent_at, made_at)) from intake.messages)) as newest`,
  );
  return row?.newest ?? null;
}

export const STEPS = ['working-day', 'week'] as const;
/** How far the clock can be put on at once. */
export type Step = (typeof STEPS)[number];

/** Nine o'clock of the days that a step goes over, in order: on each of them reminders may be due. */
export function morningsAhead(calendar: Calendar, now: string, timeZone: string, step: Step): string[] {
  const today = civilDateAt(now, timeZone);
  const next = addWorkingDays(calendar, today, 1) ?? addCalendarDays(today, 1);
  const days = step === 'working-day' ? [next] : [1, 2, 3, 4, 5, 6, 7].map((n) => addCalendarDays(today, n));
  return days.map((day) => instantAt(day, '09:00', timeZone));
}
