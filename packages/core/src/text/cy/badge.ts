import type { Message, PluralForms, Speaker, Values } from '../catalogue.ts';
import type { badge as english } from '../en/badge.ts';
import { spanOfDays } from '../span-of-days.ts';

export const badge: Record<keyof typeof english, Message> = {
  'badge.due': (values, speaker) => `I’w wneud erbyn ${when(values, speaker)}`,
  'badge.was-due': (values, speaker) => `Roedd i’w wneud erbyn ${when(values, speaker)}`,

  'badge.last-day': 'heddiw yw’r diwrnod olaf',
  'badge.working-days-left': counted({
    zero: 'dim diwrnod gwaith ar ôl',
    two: '# ddiwrnod gwaith ar ôl',
    other: '# diwrnod gwaith ar ôl',
  }),
  'badge.days-left': counted({ two: '# ddiwrnod ar ôl', other: '# diwrnod ar ôl' }),
  'badge.hours-left': counted({ other: '# awr ar ôl' }),
  'badge.minutes-left': counted({ two: '# funud ar ôl', other: '# munud ar ôl' }),
  'badge.working-days-overdue': counted({ two: '# ddiwrnod gwaith yn hwyr', other: '# diwrnod gwaith yn hwyr' }),
  'badge.days-overdue': counted({ two: '# ddiwrnod yn hwyr', other: '# diwrnod yn hwyr' }),
  'badge.hours-overdue': counted({ other: '# awr yn hwyr' }),
  'badge.minutes-overdue': counted({ two: '# funud yn hwyr', other: '# munud yn hwyr' }),
  'badge.started': counted({
    zero: 'dechreuodd heddiw',
    one: 'dechreuodd ddoe',
    two: 'dechreuodd # ddiwrnod yn ôl',
    other: 'dechreuodd # diwrnod yn ôl',
  }),
  'badge.starts-in': counted({
    one: 'yn dechrau yfory',
    two: 'yn dechrau ymhen # ddiwrnod',
    other: 'yn dechrau ymhen # diwrnod',
  }),

  'badge.status.none': 'Dim dyddiad pendant',
  'badge.status.unknown': 'Dim dyddiad eto',
  'badge.status.on-track': 'Ar y trywydd iawn',
  'badge.status.due-soon': 'Y dyddiad cau’n agos',
  'badge.status.due-today': 'Y dyddiad cau heddiw',
  'badge.status.overdue': 'Yn hwyr',
  'badge.status.met': 'Wedi’i wneud mewn pryd',
  'badge.status.met-late': 'Wedi’i wneud yn hwyr',
  'badge.status.ended': 'Daeth i ben hebddo',
  'badge.status.ended-late': 'Daeth i ben yn hwyr, hebddo',
  'badge.urgent': 'Peidiwch ag aros amdano',
  'badge.not-started': 'Heb ddechrau',
  'badge.ended': 'Wedi dod i ben',
  'badge.guidance': 'Canllaw',
  'badge.empty': 'Dim dyddiad cau eto',

  'badge.why': 'Pam y dyddiad hwn?',
  'badge.why-no-date': 'Pam nad oes dyddiad?',

  'why.term.for': 'Beth yw ei ddiben',
  'why.term.start': 'Yn dechrau',
  'why.term.time': 'Yr amser a roddir',
  'why.term.skipped': 'Diwrnodau nad ydynt yn cyfrif',
  'why.term.end': 'I’w wneud erbyn',
  'why.term.others': 'Ystyriwyd hefyd',
  'why.term.remarks': 'Am yr amser hwn',
  'why.term.sources': 'Ble mae’r polisi’n dweud hyn',
  'why.term.notes': 'Beth mae’r ffynhonnell yn ei adael yn agored',

  'why.start': (values, { day }) => day(String(values.start)),
  'why.start-working-days': (values, { day }) =>
    `${day(String(values.start))}. Y diwrnod gwaith cyntaf ar ôl hynny yw diwrnod 1.`,
  'why.start-calendar-days': (values, { day }) => `${day(String(values.start))}. Y diwrnod wedyn yw diwrnod 1.`,
  'why.start-counts': (values, { day }) => `${day(String(values.start))}. Mae’r cyfrif yn dechrau ar y diwrnod hwnnw.`,
  'why.end': (values, speaker) => (values.time === undefined ? `diwedd ${on(values, speaker)}` : when(values, speaker)),

  'why.skipped': (values, speaker) =>
    `${spanOfDays(values, speaker, { and: 'a', to: 'i' })}: ${speaker.say({ key: `skipped.${values.why}`, values })}`,

  'why.later': (values, speaker) => `${duration(values, speaker)}, sy’n rhoi ${on(values, speaker)}: yn ddiweddarach`,
  'why.replaced': (values, speaker) =>
    `${duration(values, speaker)}, a roddodd ${on(values, speaker)}: mae dyddiad arall yn ei le`,
  'why.unknown': (values, speaker) =>
    `${duration(values, speaker)}, sy’n dod i ben ar ôl y diwrnod olaf y cyhoeddwyd gwyliau banc ar ei gyfer`,

  'why.guidance': 'Mae’r polisi’n rhoi’r amser hwn fel canllaw, nid fel terfyn pendant.',
  'why.owner-raising': 'Amser i’r asiantaeth a gododd y pryder yw hwn.',
  'why.owner-receiving': 'Amser i’r asiantaeth arall yw hwn.',
  'why.owner-partnership': 'Amser i’r bartneriaeth yw hwn.',
  'why.no-date': 'Nid yw’r polisi’n rhoi nifer o ddyddiau yma, felly ni chyfrifir dyddiad.',
  'why.not-started': 'Mae’r amser hwn yn dechrau gyda cham diweddarach.',
  'why.given': 'Y dudalen hon sy’n rhoi’r dyddiad. Diwedd y diwrnod hwnnw a olygir.',
  'why.from-midnight': 'Ni roddwyd amser o’r dydd, felly mae’r oriau’n cyfrif o ddechrau’r diwrnod hwnnw.',
  'why.calendar': (values, { date }) =>
    values.published === undefined
      ? `Cyfrifwyd â’r calendr “${values.title}”.`
      : `Cyfrifwyd â’r calendr “${values.title}”, a gyhoeddwyd ar ${date(String(values.published))}.`,
};

function duration(values: Values, { say }: Speaker): string {
  return say({ key: 'duration', values });
}

function counted(forms: PluralForms) {
  return (values: Values, { plural }: Speaker): string => plural(Number(values.count), forms);
}

/** 'dydd Gwener 27 Tachwedd 2026': small inside a sentence. */
function on(values: Values, { day }: Speaker): string {
  const said = day(String(values.due));
  return said.charAt(0).toLowerCase() + said.slice(1);
}

function when(values: Values, speaker: Speaker): string {
  return values.time === undefined ? on(values, speaker) : `${values.time} ${on(values, speaker)}`;
}
