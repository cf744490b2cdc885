import type { Messages, Speaker, Values } from '../catalogue.ts';
import { others } from '../others.ts';

const duration = ({ countedAmount, countedUnit, ...values }: Values, speaker: Speaker): string =>
  countedUnit === undefined
    ? plain(values, speaker)
    : `${plain(values, speaker)} (${plain({ amount: countedAmount ?? 0, unit: countedUnit }, speaker)})`;

const plain = ({ amount, unit }: Values, { plural }: Speaker): string => {
  const count = Number(amount);
  switch (unit) {
    case 'hours':
      return plural(count, { one: '# hour', other: '# hours' });
    case 'working-days':
      return plural(count, { one: '# working day', other: '# working days' });
    case 'calendar-days':
      return plural(count, { one: '# day', other: '# days' });
    case 'weeks':
      return plural(count, { one: '# week', other: '# weeks' });
    case 'months':
      return plural(count, { one: '# month', other: '# months' });
    case 'same-working-day':
      return 'the same working day';
    default:
      return 'the next working day';
  }
};

const on = (key: string) => (values: Values, speaker: Speaker) => speaker.date(String(values[key]));

/** What is said of a date and how it came about. */
export const deadline = {
  ...others,
  /** A pattern, where it is an adult that is spoken of and no child. */
  adults: ({ pattern }) => String(pattern).replace(/\b(the) child\b/gi, '$1 adult'),
  duration,

  'deadline.within': (values, speaker) => `within ${duration(values, speaker)}`,
  'deadline.unknown': (values, speaker) =>
    `Not known yet: bank holidays are published up to ${on('to')(values, speaker)}`,
  'deadline.unknown-before': (values, speaker) => `Not known: the calendar begins on ${on('from')(values, speaker)}`,
  'deadline.not-started': 'Has not started yet',
  'deadline.none': 'No time is given',

  'deadline.day-off': (values, speaker) =>
    `That day is no working day (${speaker.say({ key: `skipped.${values.why}`, values })}). The last one before it is ${speaker.day(String(values.before))}.`,

  'candidate.extension': (values, speaker) => `extended to ${on('until')(values, speaker)}: ${values.reason}`,
  'candidate.agreed': (values, speaker) => `agreed for ${on('due')(values, speaker)}`,
  'candidate.priority': (values, speaker) => `set for ${on('due')(values, speaker)} by priority`,
  'candidate.raiser': (values, speaker) => `set for ${on('due')(values, speaker)} by the agency that raised it`,
  'candidate.protects-child': (values, speaker) =>
    `${speaker.say({ key: 'candidate.protecting' })}, ${on('due')(values, speaker)}`,
  'candidate.protecting': 'the date that protects the child',

  'skipped.weekend': 'weekend',
  'skipped.bank-holiday': '{title}',
  'skipped.closure': '{title} (closed)',
  'skipped.host': '{title}',

  'for.agree': 'To agree',
  'for.reply': 'To reply',
  'for.meet': 'To meet',
  'for.raise': 'To raise it',
  'for.confirm': 'To confirm it',
  'for.decide': 'To decide',
  'for.act': 'To act',
} as const satisfies Messages;
