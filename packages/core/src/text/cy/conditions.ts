import type { Message, Speaker, Values } from '../catalogue.ts';
import type { conditions as english } from '../en/conditions.ts';
import { listed, small } from '../lists.ts';
import type { Keyed } from '../text.ts';

export const conditions: Record<keyof typeof english, Message> = {
  'condition.every': 'ym mhob achos',
  'condition.never': 'ddim mewn unrhyw achos',
  'condition.all': (_, { say }, parts) => parts.map(say).join(', ac '),
  'condition.any': (_, { say }, parts) => `naill ai ${parts.map(say).join(', neu ')}`,
  'condition.not': around('nid yw’n wir: '),
  'condition.group': around('(', ')'),

  'condition.or': (_, { say }, items) => listed(items.map(say), 'neu'),
  'condition.and': (_, { say }, items) => items.map(say).join(', '),
  'condition.name': '‘{name}’',
  'condition.inside': (_, { say }, texts) => small(texts.map(say).join('')),

  'condition.child-status': around('mae’r plentyn '),
  'condition.child.child-in-need': 'yn blentyn mewn angen',
  'condition.child.child-protection-plan': 'ar gynllun amddiffyn plant',
  'condition.child.looked-after': 'yn derbyn gofal',
  'condition.child.unborn': 'heb ei eni',
  'condition.subject': around('mae’r achos yn ymwneud '),
  'condition.subject.child': 'â phlentyn',
  'condition.subject.unborn-child': 'â phlentyn heb ei eni',
  'condition.subject.adult': 'ag oedolyn',
  'condition.subject.no-single-case': 'â dim un achos penodol',
  'condition.cause': around('yr achos dros yr anghytundeb yw '),
  'condition.fact.yes': 'yr ateb i ‘{question}’ yw ie',
  'condition.fact.no': 'yr ateb i ‘{question}’ yw na',
  'condition.priority': around('y flaenoriaeth yw '),
  'condition.route': around('y llwybr yw '),
  'condition.stage': around('mae’r achos ar y cam hwn: '),
  'condition.party': (_, { say }, [who, ...does]) => `mae ${say(who!)} ${does.map(say).join(', a hefyd ')}`,
  'condition.party.either': 'un o’r ddwy asiantaeth',
  'condition.party.sector': around('yn y sector hwn: '),
  'condition.party.no-lead': 'heb arweinydd diogelu',
  'condition.party.lead': 'ag arweinydd diogelu',
  'condition.party.takes-part': 'yn cymryd rhan',
  'condition.decided': (_, { say }, texts) => `penderfynwyd: ${texts.map(say).join('; cam: ')}`,
  'condition.decided.something': 'rhywbeth',
  'condition.decided.here': 'yr un presennol',
  'condition.done': around('cofnodwyd hyn fel wedi’i wneud: '),
  'condition.done.several': around('cofnodwyd y rhain fel wedi’u gwneud: '),
  'condition.consulted': around('mae ', ' wedi ymgynghori â rhywun'),
  'condition.discussed': 'cofnodwyd trafodaeth',
  'condition.not-discussed': 'ni chofnodwyd trafodaeth',
  'condition.dissented': 'mae anghytundeb wedi’i gofnodi',
  'condition.not-dissented': 'nid oes anghytundeb wedi’i gofnodi',
  'condition.conference-requested': 'gofynnwyd am gynhadledd',
  'condition.conference-not-requested': 'ni ofynnwyd am gynhadledd',
  'condition.because': around('y rheswm dros uwchgyfeirio oedd ‘', '’'),
  'condition.bypassed': around('neidiwyd dros y cam hwn: '),
  'condition.answered': around('atebwyd '),
};

function around(before: string, after = '') {
  return (_: Values, { say }: Speaker, texts: readonly Keyed[]): string => before + texts.map(say).join('') + after;
}
