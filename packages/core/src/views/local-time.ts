import { parseInstant } from '../calendar/index.ts';

/** The time of day of an instant in a time zone, '14:30': the same in every language that the kit speaks. */
export function localTime(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
    formats.set(timeZone, format);
  }
  return format.format(parseInstant(instant));
}

const formats = new Map<string, Intl.DateTimeFormat>();
