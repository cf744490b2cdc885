import type { CivilDate } from '../../calendar/index.ts';
import { isCountableDate } from '../../case/index.ts';
import { isGiven, type Answer, type Field } from './page.ts';
import type { Text } from '../../text/text.ts';

/** The parts of a date, as they stand in three fields. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;

export interface DateFault {
  readonly words: Text;
  /** Which of the three fields to put right first. */
  readonly part: number;
}

/** The date that a day, a month and a year come to; null where they come to none that times can be counted from. */
export function dateOf(answer: Answer): CivilDate | null {
  const [day = '', month = '', year = ''] = partsOf(answer);
  if (![day, month, year].every((part) => /^\d+$/.test(part)) || year.length !== 4) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCountableDate(date) ? date : null;
}

/** What is wrong with a date that was given, in whole or in part. */
export function dateFault(field: Field, answer: Answer, today: CivilDate): DateFault | null {
  if (!isGiven(answer)) return null;
  const parts = partsOf(answer);
  const blank = DATE_PARTS.findIndex((_, i) => !parts[i]);
  if (blank >= 0) return { words: { key: `form.date-${DATE_PARTS[blank]}` }, part: blank };
  if (parts[2]!.length !== 4) return { words: { key: 'form.date-year-4' }, part: 2 };
  const date = dateOf(answer);
  if (date === null) return { words: { key: 'form.date-real' }, part: 0 };
  if (field.range === 'future' && date < today) return { words: { key: 'form.date-future' }, part: 0 };
  if (field.range === 'past' && date > today) return { words: { key: 'form.date-past' }, part: 0 };
  return null;
}

function partsOf(answer: Answer): string[] {
  return typeof answer === 'string' ? [] : answer.map((part) => part.trim());
}
