import {
  CALENDAR_IDS,
  compileCalendar,
  loadCalendar,
  type Calendar,
  type CalendarData,
  type CalendarId,
} from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import { readValue, UnreadableError, type Input } from '../read-policy.ts';

/** The bundled calendar that a policy names; null where the kit does not bring it. */
export async function bundledCalendar({ calendar }: Policy): Promise<Calendar | null> {
  const isBundled = (CALENDAR_IDS as readonly string[]).includes(calendar);
  return isBundled ? loadCalendar(calendar as CalendarId) : null;
}

/**
 * The calendar in a file, which a host page would give.
 *
 * @throws UnreadableError where the file holds none, or not the one that the policy names
 */
export async function calendarIn(file: string, policy: Policy, input: Input): Promise<Calendar> {
  const calendar = compiled(file, await readValue(file, input));
  if (calendar.id !== policy.calendar) {
    throw new UnreadableError(file, `it is the calendar '${calendar.id}', and the policy names '${policy.calendar}'`);
  }
  return calendar;
}

function compiled(file: string, data: unknown): Calendar {
  try {
    return compileCalendar(data as CalendarData);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableError(file, `it is no calendar: ${error.message.replace(/\.$/, '')}`);
  }
}
