import type { Message, Messages, Speaker, Values } from '../catalogue.ts';
import type { deadline as english } from '../en/deadline.ts';
import { others } from '../others.ts';

const duration = ({ countedAmount, countedUnit, ...values }: Values, speaker: Speaker): string =>
  countedUnit === undefined
    ? plain(values, speaker)
    : `${plain(values, speaker)} (${plain({ amount: countedAmount ?? 0, unit: countedUnit }, speaker)})`;

const plain = ({ amount, unit }: Values, { plural }: Speaker): string => {
  const count = Number(amount);
  switch (unit) {
    case 'hours':
      return plural(count, { other: '# awr' });
    case 'working-days':
      return plural(count, { two: '# ddiwrnod gwaith', other: '# diwrnod gwaith' });
    case 'calendar-days':
      return plural(count, { two: '# ddiwrnod', other: '# diwrnod' });
    case 'weeks':
      return plural(count, { other: '# wythnos' });
    case 'months':
      return plural(count, { two: '# fis', other: '# mis' });
    case 'same-working-day':
      return 'yr un diwrnod gwaith';
    default:
      return 'y diwrnod gwaith nesaf';
  }
};

const on = (key: string) => (values: Values, speaker: Speaker) => speaker.date(String(values[key]));

export const deadline: Record<Exclude<keyof typeof english, 'adults'>, Message> & Pick<Messages, 'adults'> = {
  ...others,
  /** The article takes an r before a vowel. */
  adults: ({ pattern }) =>
    String(pattern)
      .replace(/\b(y) plentyn\b/gi, '$1r oedolyn')
      .replaceAll('’r plentyn', '’r oedolyn'),
  duration,

  'deadline.within': (values, speaker) => `o fewn ${duration(values, speaker)}`,
  'deadline.unknown': (values, speaker) =>
    `Ddim yn hysbys eto: mae gwyliau banc wedi’u cyhoeddi hyd at ${on('to')(values, speaker)}`,
  'deadline.unknown-before': (values, speaker) =>
    `Ddim yn hysbys: mae’r calendr yn dechrau ar ${on('from')(values, speaker)}`,
  'deadline.not-started': 'Heb ddechrau eto',
  'deadline.none': 'Ni roddir amser',

  'deadline.day-off': (values, speaker) =>
    `Nid yw’r diwrnod hwnnw’n ddiwrnod gwaith (${speaker.say({ key: `skipped.${values.why}`, values })}). Yr un olaf cyn hynny yw ${speaker.day(String(values.before))}.`,

  'candidate.extension': (values, speaker) => `estynnwyd i ${on('until')(values, speaker)}: ${values.reason}`,
  'candidate.agreed': (values, speaker) => `cytunwyd ar ${on('due')(values, speaker)}`,
  'candidate.priority': (values, speaker) => `pennwyd ar gyfer ${on('due')(values, speaker)} yn ôl blaenoriaeth`,
  'candidate.raiser': (values, speaker) =>
    `pennwyd ar gyfer ${on('due')(values, speaker)} gan yr asiantaeth a’i cododd`,
  'candidate.protects-child': (values, speaker) =>
    `${speaker.say({ key: 'candidate.protecting' })}, ${on('due')(values, speaker)}`,
  'candidate.protecting': 'y dyddiad sy’n diogelu’r plentyn',

  'skipped.weekend': 'penwythnos',
  'skipped.bank-holiday': '{title}',
  'skipped.closure': '{title} (ar gau)',
  'skipped.host': '{title}',

  'for.agree': 'I gytuno',
  'for.reply': 'I ateb',
  'for.meet': 'I gyfarfod',
  'for.raise': 'I’w godi',
  'for.confirm': 'I’w gadarnhau',
  'for.decide': 'I benderfynu',
  'for.act': 'I weithredu',
};
