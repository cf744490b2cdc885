import type { Message, Speaker, Values } from '../catalogue.ts';
import type { summary as english } from '../en/summary.ts';
import { partialDate } from '../partial-date.ts';

export const summary: Record<keyof typeof english, Message> = {
  'summary.empty': 'Enwch bolisi i weld ei grynodeb.',

  'summary.section.document': 'Am y polisi hwn',
  'summary.section.principles': 'Egwyddorion',
  'summary.section.reminders': 'Cadwch mewn cof',
  'summary.section.causes': 'Achosion nodweddiadol o anghytuno',
  'summary.section.elsewhere': 'Beth sy’n mynd i rywle arall',
  'summary.section.contacts': 'Cysylltiadau',
  'summary.section.form': 'Ffurflen y bartneriaeth ei hun',
  'summary.section.learning': 'Dysgu o anghytuno',
  'summary.section.provenance': 'O ble y daw hyn',
  'summary.section.notes': 'Beth mae’r ffynhonnell yn ei adael yn agored',

  'summary.notice': 'Sylwer',
  'summary.not-confirmed':
    'Nid yw’r bartneriaeth wedi cadarnhau’r hyn a ddangosir yma. Y ddogfen gyhoeddedig sy’n cyfrif.',
  'summary.review-overdue': (values, speaker) =>
    `Dyddiad adolygu’r polisi hwn oedd: ${due(values, speaker)}. Gwiriwch mai hwn sy’n cael ei ddefnyddio o hyd.`,

  'summary.partnership': 'Partneriaeth',
  'summary.document': 'Dogfen',
  'summary.version': 'Fersiwn',
  'summary.dated': 'Dyddiad',
  'summary.dated-on': (values, speaker) => partialDate(String(values.dated), speaker),
  'summary.not-given': 'Heb ei roi yn y ffynhonnell',

  'summary.cause-routes': 'Ar y llwybr ar gyfer: {routes}',
  'summary.learning-to': 'Yn mynd at: {to}',
  'summary.form-note': 'Nid oes dim ar y dudalen hon yn llenwi nac yn anfon y ffurflen honno.',

  'summary.as-of': (values, speaker) =>
    `Fel y’i rhoddwyd yn y ffynhonnell: ${partialDate(String(values.asOf), speaker)}`,
  'summary.no-date': 'Dyddiad heb ei roi yn y ffynhonnell',

  'summary.taken': (values, { date }) => `Cymerwyd o’r ddogfen gyhoeddedig ar ${date(String(values.taken))}.`,
  'summary.confirmed': (values, { date }) => `Cadarnhawyd gan ${values.by} ar ${date(String(values.on))}.`,
  'summary.not-confirmed-yet': 'Heb ei gadarnhau gan y bartneriaeth.',
  'summary.review-due': (values, speaker) => `I’w adolygu: ${due(values, speaker)}.`,
  'summary.review-was-due': (values, speaker) => `Roedd i’w adolygu: ${due(values, speaker)}.`,
  'summary.no-review': 'Ni roddir dyddiad ar gyfer adolygiad.',

  'summary.kind.silent': 'Heb ei ddweud',
  'summary.kind.contradiction': 'Gwrthddywediadau',
  'summary.kind.illegible': 'Ni ellir ei ddarllen',
  'summary.kind.only-in-diagram': 'Mewn diagram yn unig',
  'summary.kind.ambiguous': 'Aneglur',
  'summary.kind.our-reading': 'Sut rydym yn ei ddarllen',
  'summary.kind.out-of-date': 'Wedi dyddio',
  'summary.count': '({count})',
  'summary.question': 'Gofynnwyd i’r bartneriaeth: {question}',
  'summary.answer': (values, { date }) => `Atebwyd: ${values.answer} (${values.by}, ${date(String(values.on))})`,
  'summary.not-answered': 'Heb ei ateb eto.',
};

function due(values: Values, speaker: Speaker): string {
  return partialDate(String(values.due), speaker);
}
