import { compileCalendar, InvalidCalendarError, type Calendar, type CalendarData } from '../calendar.ts';

/** The bundled calendars: the three divisions for which bank holidays are published, 2012-01-01 to 2028-12-31. */
export const CALENDAR_IDS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type CalendarId = (typeof CALENDAR_IDS)[number];

/**
 * The bundled calendar of this id, compiled once. Only this division is fetched, where the bundle keeps them apart.
 * @throws InvalidCalendarError for another id (as a rejection, like a failure to fetch, which is tried anew next time)
 */
export async function loadCalendar(id: CalendarId): Promise<Calendar> {
  if (!CALENDAR_IDS.includes(id)) {
    throw new InvalidCalendarError('the id of a bundled calendar', id, CALENDAR_IDS.join(', '));
  }
  let calendar = compiled.get(id);
  if (!calendar) compiled.set(id, (calendar = compileCalendar(await DATA[id]())));
  return calendar;
}

const compiled = new Map<CalendarId, Calendar>();

const DATA: Readonly<Record<CalendarId, () => Promise<CalendarData>>> = {
  'england-and-wales': async () => (await import('./england-and-wales.ts')).englandAndWales,
  scotland: async () => (await import('./scotland.ts')).scotland,
  'northern-ireland': async () => (await import('./northern-ireland.ts')).northernIreland,
};
