import type { Message, Speaker, Values } from '../catalogue.ts';
import type { duties as english } from '../en/duties.ts';

const day = (key: string) => (values: Values, speaker: Speaker) => speaker.day(String(values[key]));

/** The day, and the time of day where hours are counted. */
const by = (values: Values, speaker: Speaker) =>
  `${day('due')(values, speaker)}${values.time === undefined ? '' : ` am ${values.time}`}`;

export const duties = {
  'duties.title': 'Beth sydd i’w wneud nawr',
  'duties.title-planned': 'Beth mae’r polisi’n gofyn amdano',
  'duties.owner-only': 'I’w wneud gan: {owner}',
  'duties.nothing': 'Nid oes dim i’w wneud nawr.',
  'duties.nothing-planned': 'Nid yw’r polisi’n gofyn am ddim yma.',
  'duties.not-opened': 'Nid oes achos wedi’i agor eto. Nid oes dim i’w wneud.',
  'duties.empty':
    'Mae’r rhestr hon yn dangos beth sydd i’w wneud mewn achos. Rhowch hi y tu mewn i <escalation-case>, neu enwch bolisi a cham i weld beth mae’r polisi’n gofyn amdano yno.',

  'duties.group.overdue': 'Yn hwyr ({count})',
  'duties.group.due': 'I’w wneud ({count})',
  'duties.group.awaited': 'Ei angen cyn y cam nesaf ({count})',
  'duties.group.done': 'Wedi’i wneud ({count})',
  'duties.group.lapsed': 'Nid oes gofyn amdano mwyach ({count})',

  'duties.status.overdue': 'Yn hwyr',
  'duties.status.due': 'I’w wneud',
  'duties.status.done': 'Wedi’i wneud',
  'duties.status.lapsed': 'Nid oes gofyn amdano mwyach',
  'duties.status.awaited': 'Ei angen yn gyntaf',

  'duties.who': 'Pwy',
  'duties.to': 'I bwy',
  'duties.copied-to': 'Copi i',
  'duties.by': 'Erbyn pryd',
  'duties.contact': 'Cyswllt',
  'duties.stage': 'Cam',
  'duties.note': 'Nodyn',
  'duties.side.raising': 'Yr asiantaeth sy’n codi’r pryder',
  'duties.side.receiving': 'Yr asiantaeth arall',
  'duties.side.partnership': 'Y bartneriaeth',
  'duties.owner': '{owner} ({role})',

  'duties.due.by': (values, speaker) => `erbyn ${by(values, speaker)}`,
  'duties.due.was': (values, speaker) => `y dyddiad oedd ${by(values, speaker)}`,
  'duties.due.at-once': 'ar unwaith',
  'duties.due.at-once-since': (values, speaker) => `ar unwaith, ers ${day('since')(values, speaker)}`,
  'duties.due.none': 'ni roddir amser',
  'duties.due.after': 'ar unwaith, os daw amser y cam i ben heb ei ddatrys',
  'duties.due.after-date': (values, speaker) =>
    `ar unwaith, os na chaiff ei ddatrys erbyn ${day('due')(values, speaker)}`,
  'duties.due.after-by': (values, speaker) => `erbyn ${by(values, speaker)}, os na chaiff ei ddatrys cynt`,
  'duties.recurring': ({ amount, unit }, speaker) =>
    `Dro ar ôl tro: bob ${speaker.say({ key: 'duration', values: { amount: amount ?? 0, unit: unit ?? '' } })}`,
  'duties.done-on': (values, speaker) => `Gwnaed ar ${day('on')(values, speaker)}`,
  'duties.lapsed.stage-left': 'Mae’r achos wedi gadael y cam.',
  'duties.lapsed.resolved': 'Datryswyd yr achos.',
  'duties.lapsed.closed': 'Caewyd yr achos. Nid yw’r cofnod yn dweud a wnaed hyn.',
  'duties.lapsed.not-done': 'Heb ei wneud pan gaewyd yr achos.',
  'duties.lapsed.settled': 'Cafodd ei ddatrys mewn pryd.',
  'duties.lapsed.withdrawn': 'Tynnwyd yr achos yn ôl.',
  'duties.lapsed.reopened': 'Agorwyd yr achos eto.',
  'duties.lapsed.condition': 'Nid yw’r hyn yr oedd yn dibynnu arno yn wir mwyach.',

  'duties.before-action': (_, { say }, [what]) => {
    const said = what ? say(what) : '';
    return said.charAt(0).toUpperCase() + said.slice(1);
  },
  'duties.before': 'Cyn {stage}',
  'duties.met-elsewhere': 'Cofnod arall yn yr achos sy’n bodloni hyn.',

  'duties.on.enters': 'Pan fydd y cam yn dechrau',
  'duties.on.opened': 'Pan agorir achos ar y cam hwn',
  'duties.on.escalated': 'Pan fydd yn mynd ymlaen o’r cam hwn',
  'duties.on.decided': 'Pan fydd penderfyniad',
  'duties.on.resolved': 'Pan gaiff ei ddatrys ar y cam hwn',
  'duties.on.closed': 'Pan gaiff yr achos ei gau',
  'duties.on.dissented': 'Pan fydd rhywun yn anghytuno',
  'duties.on.conference-requested': 'Pan ofynnir am gynhadledd',
  'duties.on.changed': 'Pan fydd rhywbeth wedi newid',
  'duties.on.consulted': 'Ar ôl ymgynghori',
  'duties.on.discussed': 'Ar ôl trafodaeth',
  'duties.on.progressed': 'Pan fydd yn mynd i’r haen nesaf',
  'duties.on.timescale-set': 'Pan gaiff dyddiad ei osod',
  'duties.on.extended': 'Pan gaiff dyddiad ei ohirio',
  'duties.on.done': 'Pan fydd rhywbeth wedi’i wneud',
  'duties.on.updated': 'Ar ôl diweddariad',
  'duties.on.learned': 'Pan gaiff dysgu ei gofnodi',
  'duties.on.adopted': 'Pan fabwysiedir polisi mwy newydd',
  'duties.on.reopened': 'Pan agorir yr achos eto',
  'duties.on.withdrawn': 'Pan dynnir yr achos yn ôl',
  'duties.on.corrected': 'Pan gaiff cofnod ei gywiro',
  'duties.when': 'Mewn rhai achosion yn unig',
  'duties.when.if': (_, { say }, texts) => `Dim ond yn yr achos hwn: ${texts.map(say).join('')}`,

  'duties.mark': 'Marcio wedi’i wneud',
  'duties.mark-what': 'Marcio wedi’i wneud: {what}',
  'duties.form.note': 'Nodyn (dewisol)',
  'duties.form.hint': 'Mae’n mynd i gofnod yr achos. Peidiwch ag ysgrifennu mwy am y plentyn nag sydd ei angen.',
  'duties.form.send': 'Cofnodi wedi’i wneud',
  'duties.form.again': 'Rhoi cynnig arall arni',
  'duties.form.cancel': 'Canslo',
  'duties.form.sending': 'Yn anfon…',
  'duties.refused': 'Ni chofnodwyd hyn. {reason}',
  'duties.not-sent': 'Heb ei anfon, a heb ei gofnodi. {reason}',
  'duties.not-sent.nobody': 'Nid yw’r dudalen hon wedi’i gosod i’w anfon.',
  'duties.not-sent.kept':
    'Mae’r hyn a ysgrifennoch yn dal yma. Cadwch y ffeil gofnod os oes rhaid i chi adael y dudalen hon.',
  'duties.aside':
    'Dangosir achos arall nawr. Mae’r hyn a deipiwyd yn perthyn i’r un blaenorol: nis anfonwyd, a bydd yno eto pan ddangosir yr achos hwnnw.',
  'duties.save': 'Cadw’r ffeil gofnod',
  'duties.sent': 'Cofnodwyd wedi’i wneud: {what} Cyfeirnod: {reference}',
} satisfies Record<keyof typeof english, Message>;
