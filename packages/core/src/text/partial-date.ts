import type { Speaker } from './catalogue.ts';

/** '2025', 'January 2025' or '1 January 2025' from a year, a month or a day: what a source gives, and no more. */
export function partialDate(date: string, speaker: Pick<Speaker, 'date'>): string {
  if (date.length === 4) return date;
  return date.length === 7 ? speaker.date(`${date}-01`).replace(/^1 /, '') : speaker.date(date);
}
