import { InvalidValueError } from './invalid-value-error.ts';

export const UNITS = [
  'hours',
  'working-days',
  'calendar-days',
  'weeks',
  'months',
  'same-working-day',
  'next-working-day',
] as const;
export type Unit = (typeof UNITS)[number];

/** `amount` is a whole number; 'same-working-day' and 'next-working-day' do not read it. */
export interface PlainDuration {
  readonly amount: number;
  readonly unit: Unit;
}

/** `countedAs` is what a policy says its number means, and is what counts: '48 hours (two working days)'. */
export interface Duration extends PlainDuration {
  readonly countedAs?: PlainDuration | undefined;
}

export class InvalidDurationError extends InvalidValueError {
  override readonly name = 'InvalidDurationError';
}

/**
 * Reads '5 working days', '48 hours', '28 days', '1 week', '2 months', 'same working day', 'next working day',
 * in either number and any case. Days alone are calendar days.
 * @throws InvalidDurationError
 */
export function parseDuration(text: string): Duration {
  const words = String(text).trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'same working day') return { amount: 0, unit: 'same-working-day' };
  if (words === 'next working day') return { amount: 1, unit: 'next-working-day' };
  const [, amount, word = ''] = /^(\d{1,4}) (hour|working day|calendar day|day|week|month)s?$/.exec(words) ?? [];
  const unit = UNIT_OF[word];
  if (!unit) throw new InvalidDurationError('a duration', text, ALLOWED);
  return { amount: Number(amount), unit };
}

const ALLOWED =
  "a whole number up to 9999 of hours, working days, days, weeks or months, such as '5 working days', " +
  "or 'same working day' or 'next working day'";

const UNIT_OF: Readonly<Record<string, Unit>> = {
  hour: 'hours',
  'working day': 'working-days',
  'calendar day': 'calendar-days',
  day: 'calendar-days',
  week: 'weeks',
  month: 'months',
};
