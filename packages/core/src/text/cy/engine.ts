import type { Message, Speaker, Values } from '../catalogue.ts';
import type { engine as english } from '../en/engine.ts';

const on = (key: string) => (values: Values, speaker: Speaker) => speaker.date(String(values[key]));
const sectors = (ids: unknown, speaker: Speaker) =>
  String(ids)
    .split(' ')
    .map((id) => speaker.say({ key: `sector.${id}` }))
    .join(', ');

/** What the engine itself has to say, in Welsh. */
export const engine = {
  'callout.immediate-danger':
    'Os oes unrhyw un mewn perygl uniongyrchol, ffoniwch {number} nawr. Peidiwch ag aros am y broses hon. (Ein geiriau ni yw’r rhain: nid yw’r polisi ei hun yn sôn amdano.)',

  'warning.review-overdue':
    'Mae dyddiad adolygu’r polisi hwn wedi mynd heibio. Gwnewch yn siŵr mai hwn yw’r un sy’n cael ei ddefnyddio o hyd.',
  'warning.not-confirmed': (values, speaker) =>
    `Cymerwyd o’r polisi cyhoeddedig ar ${on('taken')(values, speaker)}. Nid yw’r bartneriaeth wedi ei gadarnhau.`,
  'warning.ask-unanswered': 'Mae’r polisi yn gofyn am hyn wrth agor achos, ac ni chafwyd ateb: {ask}',
  'warning.departure': (_, { say }, [why]) =>
    `Mae cam a gofnodwyd yn gwyro oddi wrth y polisi${why ? `. Byddai wedi’i wrthod: ${say(why)}` : '.'}`,
  'warning.guard': 'Heb ei gofnodi fel peth a wnaed yn gyntaf: {guard}',
  'warning.crowded': 'Mae mwy na {most} o ddyletswyddau ar agor ar yr un pryd. Ni restrir y rhai a ddaeth wedyn.',
  'warning.malformed': 'Ni ellir darllen cofnod: rhaid i {field} fod yn {allowed}.',

  'refusal.action': 'Nid oes gweithred o’r fath. Defnyddiwch un o’r rhain: {allowed}.',
  'refusal.while-none': 'Nid oes achos wedi’i agor eto.',
  'refusal.while-open': 'Mae’r achos eisoes ar agor.',
  'refusal.while-resolved': 'Mae’r achos wedi’i ddatrys. Rhaid ei ailagor yn gyntaf.',
  'refusal.while-closed': 'Mae’r achos wedi’i gau. Rhaid ei ailagor yn gyntaf.',
  'refusal.while-withdrawn': 'Mae’r achos wedi’i dynnu’n ôl. Rhaid ei ailagor yn gyntaf.',
  'refusal.most-entries': 'Gall achos gael {most} o gofnodion ar y mwyaf, a byddai gan hwn fwy.',
  'refusal.missing': 'Mae angen hyn: {allowed}.',
  'refusal.field': 'Rhaid i hwn fod yn {allowed}.',
  'refusal.one-of': 'Rhowch o leiaf un o’r rhain: {allowed}.',
  'refusal.route': 'Nid oes llwybr o’r fath yn y polisi hwn. Mae ganddo: {allowed}.',
  'refusal.stage': 'Nid oes cam o’r fath ar y llwybr hwn. Mae ganddo: {allowed}.',
  'refusal.cause': 'Nid yw “{found}” yn un o’r rhesymau yn y polisi: {allowed}.',
  'refusal.elsewhere': 'Nid yw’r polisi hwn yn delio â hynny. Mae’n mynd i: {to}',
  'refusal.subject': 'Nid yw’r polisi hwn yn ymwneud â “{found}”. Mae’n ymwneud â: {allowed}.',
  'refusal.priority': 'Nid yw “{found}” yn un o flaenoriaethau’r polisi: {allowed}.',
  'refusal.stage-not-here': 'Nid yw “{stage}” yn gam ar gyfer achos fel hwn.',
  'refusal.route-raising': ({ allowed }, speaker) =>
    `Dim ond lle mae’r asiantaeth sy’n codi’r pryder yn perthyn i’r canlynol y mae’r polisi yn rhoi’r llwybr hwn: ${sectors(allowed, speaker)}.`,
  'refusal.route-receiving': ({ allowed }, speaker) =>
    `Dim ond lle mae’r asiantaeth sy’n cael ei herio yn perthyn i’r canlynol y mae’r polisi yn rhoi’r llwybr hwn: ${sectors(allowed, speaker)}.`,
  'refusal.guard': 'Yn gyntaf: {guard}',
  'refusal.ask': 'Mae angen ateb ar y polisi i: {ask}',
  'refusal.no-way': 'Nid yw’r polisi yn rhoi ffordd o’r fan hon i “{found}”. O’r fan hon: {allowed}.',
  'refusal.no-reason': 'Nid yw’r polisi yn rhoi “{found}” fel rheswm dros y cam hwn. Mae’n rhoi: {allowed}.',
  'refusal.approver': 'Nodwch pwy gymeradwyodd hyn: {role}.',
  'refusal.consult-first': 'Ymgynghorwch yn gyntaf â: {role}.',
  'refusal.no-tiers': 'Nid oes haenau rheoli i fynd drwyddynt yn y cam hwn.',
  'refusal.no-conference': 'Nid yw’r polisi hwn yn cynnwys cais am gynhadledd.',
  'refusal.no-extension': 'Nid yw’r polisi yn caniatáu gohirio’r dyddiad hwn.',
  'refusal.no-choice': 'Nid yw’r polisi yn gadael i’r dyddiad hwn gael ei ddewis.',
  'refusal.raiser': 'Yr asiantaeth sy’n codi’r pryder yn unig sy’n gosod y dyddiad hwn.',
  'refusal.service': 'Nid yw gwasanaeth yn gwneud dim ar ei ben ei hun ond yr hyn y mae’r polisi yn ei ganiatáu.',
  'refusal.no-decision': 'Nid oes dim i’w benderfynu yn y cam hwn.',
  'refusal.option': 'Nid yw “{found}” yn un o’r penderfyniadau yma: {allowed}.',
  'refusal.date-past': (values, speaker) => `Rhaid i’r dyddiad fod yn ${on('today')(values, speaker)} neu’n hwyrach.`,
  'refusal.nothing-owed': 'Nid oes dim heb ei wneud yn dibynnu ar y cymal “{clause}” nawr.',
  'refusal.not-owed': 'Nid oes dim yn ddyledus dan “{duty}” nawr.',
  'refusal.result': 'Ni all achos ddod i ben yma fel “{found}”. Gall ddod i ben fel: {allowed}.',
  'refusal.no-event': 'Nid oes cofnod o’r fath i’w gywiro.',
  'refusal.nothing-corrected': 'Nodwch beth sydd i’w gywiro.',
  'refusal.panel.missing': 'Nodwch pwy sydd ar y panel.',
  'refusal.panel.agencies': 'Rhaid i’r panel ddod o {wanted} asiantaeth wahanol; daw’r un hwn o {found}.',
  'refusal.panel.agencies-at-least':
    'Rhaid i’r panel ddod o {wanted} asiantaeth wahanol neu fwy; daw’r un hwn o {found}.',
  'refusal.panel.sector': ({ sector }, speaker) =>
    `Rhaid i’r panel gael aelod o’r sector hwn: ${speaker.say({ key: `sector.${sector}` })}.`,
  'refusal.panel.includes-parties': 'Rhaid i’r panel gynnwys yr asiantaethau sy’n anghytuno.',
  'refusal.panel.excludes-parties': 'Rhaid i’r panel beidio â chynnwys yr asiantaethau sy’n anghytuno.',
  'refusal.panel.senior': 'Rhaid i bob aelod o’r panel fod yn uwch swyddog.',
  'refusal.panel.executive': 'Rhaid i bob aelod o’r panel fod yn aelod o’r Weithrediaeth.',
  'refusal.chair.missing': 'Nodwch pwy sy’n cadeirio’r cyfarfod.',
  'refusal.chair.uninvolved': 'Rhaid i’r cadeirydd ddod o asiantaeth nad yw’n rhan o’r anghytundeb.',
  'refusal.chair.board-member': 'Rhaid i’r cadeirydd fod yn aelod o’r bwrdd.',
  'refusal.chair.independent': 'Rhaid i’r cadeirydd beidio â pherthyn i unrhyw asiantaeth o’r bartneriaeth.',

  'notification.subject': 'Uwchgyfeirio anghytundeb proffesiynol: {stage}',
  'notification.body-stage':
    'Codwyd anghytundeb proffesiynol dan “{policy}”, ac mae yn: {stage}. Mae’r neges hon yn gadael yr holl fanylion allan yn fwriadol. Gofynnwch i’r anfonwr drwy sianel ddiogel.',
  'notification.body-resolved':
    'Datryswyd anghytundeb proffesiynol a godwyd dan “{policy}” yn: {stage}. Mae’r neges hon yn gadael yr holl fanylion allan yn fwriadol. Gofynnwch i’r anfonwr drwy sianel ddiogel.',

  'case-status.none': 'Heb ei agor',
  'case-status.open': 'Ar agor',
  'case-status.resolved': 'Wedi’i ddatrys',
  'case-status.closed': 'Wedi’i gau',
  'case-status.withdrawn': 'Wedi’i dynnu’n ôl',

  'side.raising': 'Yr asiantaeth sy’n codi’r pryder',
  'side.receiving': 'Yr asiantaeth arall',
  'side.partnership': 'Y bartneriaeth',

  'sector.education': 'Addysg',
  'sector.health': 'Iechyd',
  'sector.police': 'Yr heddlu',
  'sector.social-care': 'Gofal cymdeithasol',
  'sector.voluntary': 'Gwirfoddol, cymunedol neu ffydd',
  'sector.other': 'Sector arall',

  'child-status.child-in-need': 'Plentyn mewn angen',
  'child-status.child-protection-plan': 'Ar gynllun amddiffyn plant',
  'child-status.looked-after': 'Yn derbyn gofal',
  'child-status.unborn': 'Heb ei eni',

  'reason.unresolved': 'Ni chafodd ei ddatrys yn y cam hwn',
  'reason.early': 'Nid yw’n ddiogel nac yn synhwyrol aros',
  'reason.no-reply': 'Nid yw’r asiantaeth arall wedi ateb',
  'reason.urgent': 'Brys: ni all diogelwch aros am y camau rhyngddynt',
  'reason.conference-refused': 'Gofynnwyd am gynhadledd amddiffyn plant, ac fe’i gwrthodwyd',
  'reason.decided': 'Mae penderfyniad yn y cam hwn yn arwain ymlaen',

  'result.agreed': 'Cytunwyd',
  'result.decision-upheld': 'Cadarnhawyd y penderfyniad',
  'result.dissent-recorded': 'Daeth i ben gydag anghytundeb wedi’i gofnodi',
  'result.policy-gap': 'Canfuwyd bwlch yn y polisi',
} satisfies Record<keyof typeof english, Message>;
