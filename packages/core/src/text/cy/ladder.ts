import type { Message, Speaker, Values } from '../catalogue.ts';
import { partialDate } from '../partial-date.ts';
import type { ladder as english } from '../en/ladder.ts';

const day = (values: Values, speaker: Speaker) => speaker.day(String(values.due));

const AGENCIES = {
  raising: 'yr asiantaeth sy’n codi’r pryder',
  receiving: 'yr asiantaeth arall',
  partnership: 'y bartneriaeth',
} as const;

/** Roles stand in brackets after the agency: no word of the policy's is changed at its beginning. */
function who(values: Values): string {
  if (values.alone !== undefined) return String(values.agency ?? AGENCIES[values.alone as keyof typeof AGENCIES]);
  const sides = (['raising', 'receiving'] as const).filter((side) => values[side] !== undefined);
  if (sides.length === 0) return `y bartneriaeth (${values.partnership})`;
  const agency = (side: 'raising' | 'receiving') => String(values[`${side}Agency`] ?? AGENCIES[side]);
  if (sides.length === 2 && values.raising === values.receiving && values.raisingAgency === undefined) {
    return `y ddwy ochr (${values.raising})`;
  }
  const [first = '', second] = sides.map((side) => `${agency(side)} (${values[side]})`);
  return second === undefined ? first : and(first, second);
}

function and(first: string, second: string): string {
  if (second.startsWith('yr ')) return `${first} a’r ${second.slice(3)}`;
  return `${first} ${/^[aeiouwyâêîôûŵŷ]/i.test(second) ? 'ac' : 'a'} ${second}`;
}

const DOES: Readonly<Record<string, string>> = {
  reply: 'i ateb',
  meet: 'i gwrdd',
  raise: 'i’w godi',
  confirm: 'i’w gadarnhau',
  decide: 'i benderfynu beth i’w wneud',
  act: 'i weithredu',
};

function does(values: Values): string {
  if (values.task !== undefined) return `: ${values.task}`;
  return ` ${DOES[String(values.for)] ?? agrees(values)}`;
}

function agrees(values: Values): string {
  if (values.raising !== undefined && values.receiving !== undefined) return 'i geisio datrysiad';
  return values.many ? 'i drafod y mater' : 'i ystyried beth i’w wneud';
}

function when(values: Values, speaker: Speaker): string {
  const { now, ...rest } = values;
  if (now && values.overdue) return ` nawr${when(rest, speaker)}`;
  if (now) return values.due === undefined ? ' nawr' : ` nawr,${when(rest, speaker)} fan bellaf`;
  if (values.due !== undefined) {
    const at = values.time === undefined ? '' : ` am ${values.time}`;
    return values.overdue ? `; y dyddiad oedd ${day(values, speaker)}${at}` : ` erbyn ${day(values, speaker)}${at}`;
  }
  if (values.words !== undefined) return ` – ${values.words}`;
  return values.amount === undefined ? '' : ` – ${speaker.say({ key: 'deadline.within', values })}`;
}

export const ladder = {
  'ladder.title': 'Camau',
  'ladder.empty': 'Enwch bolisi i weld ei gamau.',

  'ladder.next': (values, speaker) => {
    const isAlone = (values.raising ?? values.receiving) === undefined;
    const partnership =
      values.partnership === undefined || isAlone ? '' : ` gyda’r bartneriaeth (${values.partnership})`;
    return `Nesaf: ${who(values)}${does(values)}${partnership}${when(values, speaker)}.`;
  },
  'ladder.next-decided': 'Nesaf: os yw hynny’n ei ddatrys, cofnodwch sut y daeth i ben. Os nad yw, ewch ag ef ymlaen.',
  'ladder.next-decided-last': 'Nesaf: gweithredwch yr hyn a benderfynwyd, a chofnodwch sut y daeth i ben.',
  'ladder.next-by-decision': 'Nesaf: {way}.',
  'ladder.next-conference':
    'Nesaf: pwy bynnag all alw’r gynhadledd i ateb. Os gwrthodir hi, cofnodwch hynny, ac ewch â’r mater ymlaen.',
  'ladder.since.decided': (values, speaker) =>
    `Penderfynwyd yma ar ${speaker.day(String(values.on))}: ${values.option}.`,
  'ladder.since.conference': (values, speaker) => `Gofynnwyd am gynhadledd ar ${speaker.day(String(values.on))}.`,
  'ladder.since.no-reply': ({ from }) => `Daeth yma am nad atebodd neb${from === undefined ? '' : ` (${from})`}.`,
  'ladder.since.silent-raising': ({ agency = 'yr asiantaeth sy’n codi’r pryder' }) => `Heb ateb: ${agency}.`,
  'ladder.since.silent-receiving': ({ agency = 'yr asiantaeth arall' }) => `Heb ateb: ${agency}.`,
  'ladder.since.silent-partnership': 'Heb ateb: y bartneriaeth.',
  'ladder.way-open': 'Hefyd ar agor nawr: {way}.',
  'ladder.next-way': 'Nesaf: ewch yn syth i {to} nawr.',
  'ladder.next-now':
    'Nesaf: ffoniwch {number} os oes unrhyw un mewn perygl uniongyrchol. Ewch ymlaen i {to} nawr. Nid oes rhaid aros am ddyddiad.',
  'ladder.ended.resolved': 'Datryswyd yn: {stage}.',
  'ladder.ended.closed': 'Caewyd yn: {stage}.',
  'ladder.ended.withdrawn': 'Tynnwyd yn ôl yn: {stage}.',
  'ladder.onward': 'Nid oes rhaid aros. Gallwch fynd ymlaen nawr i: {to}.',
  'ladder.onward-after': 'Gallwch fynd ymlaen cyn gynted ag y bydd hyn wedi’i wneud. Nid oes rhaid aros am ddyddiad.',
  'ladder.before': 'Yn gyntaf, cyn {to}:',
  'ladder.before-action': (_, { say }, [what]) => `Yn gyntaf, ${what ? say(what) : ''}:`,
  'before.step': 'cyn cam arall',
  'before.change': 'cyn cofnodi newid',
  'before.consult': 'cyn cofnodi ymgynghoriad',
  'before.discuss': 'cyn cofnodi trafodaeth',
  'before.progress': 'cyn iddo fynd i haen arall',
  'before.set-timescale': 'cyn gosod dyddiad',
  'before.extend': 'cyn rhoi mwy o amser',
  'before.decide': 'cyn cofnodi penderfyniad',
  'before.update': 'cyn rhoi diweddariad i’r bartneriaeth',
  'before.dissent': 'cyn cofnodi anghytundeb',
  'before.request-conference': 'cyn gofyn am gynhadledd',
  'before.resolve': 'cyn y gellir ei ddatrys',
  'before.withdraw': 'cyn y gellir ei dynnu’n ôl',
  'before.close': 'cyn y gellir ei gau',
  'ladder.consult-first': 'Ymgynghorwch â: {role}',

  'ladder.state.done': 'Wedi’i wneud',
  'ladder.state.current': 'Rydych chi yma',
  'ladder.state.resolved': 'Datryswyd yma',
  'ladder.state.closed': 'Caewyd yma',
  'ladder.state.withdrawn': 'Tynnwyd yn ôl yma',
  'ladder.state.bypassed': 'Neidiwyd drosto',
  'ladder.state.not-used': 'Heb ei ddefnyddio: agorwyd yr achos yn ddiweddarach',
  'ladder.state.ahead': 'I ddod',
  'ladder.state.not-reached': 'Heb ei gyrraedd',
  'ladder.state.not-for-case': 'Nid ar gyfer achos fel hwn',
  'ladder.state.not-on-route': 'Ddim yn rhan o’r llwybr hwn',

  'ladder.formality.informal': 'Anffurfiol',
  'ladder.formality.formal': 'Ffurfiol',
  'ladder.optional': 'Dewisol',
  'ladder.mediates': 'Mae’n dod â’r ddwy ochr ynghyd. Yr asiantaethau sy’n penderfynu.',

  'ladder.meets': 'Pwy sy’n cwrdd',
  'ladder.acts': 'Pwy sy’n gweithredu',
  'ladder.side.raising': 'Yr asiantaeth sy’n codi’r pryder',
  'ladder.side.receiving': 'Yr asiantaeth arall',
  'ladder.side.both': 'Y ddwy ochr',
  'ladder.side.partnership': 'Y bartneriaeth',
  'ladder.brought-by': 'Cyflwynir gan',
  'ladder.role.variant': '{sector}: {name}',
  'ladder.role.in-place-of': '{name}, yn lle: {role}',
  'ladder.role.stand-in': 'dirprwy: {name}',

  'ladder.tiers': 'Haenau',
  'ladder.meets-in-tiers': 'Pwy sy’n cwrdd, fesul haen',
  'ladder.tier.reached': 'wedi’i wneud',
  'ladder.tier.current': 'yma nawr',

  'ladder.time': 'Amser',
  'ladder.time.whole': 'Amser ar gyfer y broses gyfan',
  'ladder.time.none': 'Nid yw’r polisi yn rhoi amser',
  'ladder.time.sooner': 'pa un bynnag sydd gyntaf',
  'ladder.time.guidance': 'canllaw',
  'ladder.time.conditional': 'mewn rhai achosion',
  'ladder.time.agreed': 'gellir cytuno ar ddyddiad',
  'ladder.time.from-opened': 'o’r adeg yr agorir yr achos',
  'ladder.time.from-stage': 'o ddechrau: {stage}',
  'ladder.due': (values, speaker) => `erbyn ${day(values, speaker)}`,
  'ladder.due-at': (values, speaker) => `erbyn ${day(values, speaker)} am ${values.time}`,
  'ladder.deadline.on-track': 'ar y trywydd iawn',
  'ladder.deadline.due-soon': 'i’w wneud cyn bo hir',
  'ladder.deadline.due-today': 'i’w wneud heddiw',
  'ladder.deadline.overdue': 'yn hwyr',
  'ladder.deadline.met': 'wedi’i wneud mewn pryd',
  'ladder.deadline.met-late': 'wedi’i wneud yn hwyr',
  'ladder.deadline.ended': 'daeth i ben hebddo',
  'ladder.deadline.ended-late': 'daeth i ben yn hwyr, hebddo',

  'ladder.needs': 'Angen yn gyntaf',
  'ladder.needs.should': 'Dylai ddod yn gyntaf',
  'ladder.needs.met': 'wedi’i wneud',

  'ladder.ways': 'Ffyrdd eraill ymlaen',
  'ladder.way.from-any': 'O unrhyw gam i: {to}',
  'ladder.way.from': 'O: {from}. I: {to}',
  'ladder.way.open': 'Ar agor i chi nawr',
  'ladder.way.not-open': 'Ddim ar agor nawr',
  'ladder.way.approver': 'Angen cymeradwyaeth: {role}',
  'ladder.way.consult': 'Ymgynghorwch yn gyntaf â: {role}',

  'ladder.joins': 'Yma mae’r llwybr hwn yn parhau mewn un arall: {route}.',
  'ladder.other-routes': 'Llwybrau eraill yn y polisi hwn',
  'ladder.source': 'O ble daw hyn',
  'ladder.contact.as-of': (values, speaker) => `dyddiad: ${partialDate(String(values.asOf), speaker)}`,
  'ladder.contact.no-date': 'nid yw’r ffynhonnell yn rhoi dyddiad',

  'ladder.callout.immediate-danger': 'Perygl uniongyrchol',
  'ladder.callout.paramount': 'Y plentyn sy’n dod gyntaf',
  'ladder.callout.urgent': 'Brys',
  'ladder.callout.support': 'Cefnogaeth',
  'ladder.callout.advice': 'Cyngor',
  'ladder.callout.prompt': 'I’w ystyried',
  'ladder.callout.role': 'Pwy sy’n gweithredu',
  'ladder.callout.contact': 'Pwy i’w holi',
  'ladder.callout.silence': 'Nid yw’r polisi’n dweud',
} satisfies Record<keyof typeof english, Message>;
