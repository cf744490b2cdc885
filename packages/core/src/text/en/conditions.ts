import type { Messages, Speaker, Values } from '../catalogue.ts';
import { listed, small } from '../lists.ts';
import type { Keyed } from '../text.ts';

/** The conditions of a policy, each as the rest of a sentence that begins with 'if'. */
export const conditions = {
  'condition.every': 'in every case',
  'condition.never': 'in no case',
  'condition.all': (_, { say }, parts) => parts.map(say).join(', and '),
  'condition.any': (_, { say }, parts) => `either ${parts.map(say).join(', or ')}`,
  'condition.not': around('it is not so that '),
  'condition.group': around('(', ')'),

  'condition.or': (_, { say }, items) => listed(items.map(say), 'or'),
  'condition.and': (_, { say }, items) => listed(items.map(say), 'and'),
  'condition.name': '‘{name}’',
  'condition.inside': (_, { say }, texts) => small(texts.map(say).join('')),

  'condition.child-status': around('the child is '),
  'condition.child.child-in-need': 'a child in need',
  'condition.child.child-protection-plan': 'on a child protection plan',
  'condition.child.looked-after': 'looked after',
  'condition.child.unborn': 'unborn',
  'condition.subject': around('the case is about '),
  'condition.subject.child': 'a child',
  'condition.subject.unborn-child': 'an unborn child',
  'condition.subject.adult': 'an adult',
  'condition.subject.no-single-case': 'no single case',
  'condition.cause': around('the cause is '),
  'condition.fact.yes': '‘{question}’ is answered with yes',
  'condition.fact.no': '‘{question}’ is answered with no',
  'condition.priority': around('the priority is '),
  'condition.route': around('the route is '),
  'condition.stage': around('the case stands at '),
  'condition.party': (_, { say }, [who, ...does]) => `${say(who!)} ${does.map(say).join(' and ')}`,
  'condition.party.either': 'one of the two agencies',
  'condition.party.sector': around('is in '),
  'condition.party.no-lead': 'has no safeguarding lead',
  'condition.party.lead': 'has a safeguarding lead',
  'condition.party.takes-part': 'takes part',
  'condition.decided': (_, { say }, texts) => texts.map(say).join(' was decided at '),
  'condition.decided.something': 'something',
  'condition.decided.here': 'the present stage',
  'condition.done': around('', ' is recorded as done'),
  'condition.done.several': around('', ' are recorded as done'),
  'condition.consulted': around('', ' has consulted somebody'),
  'condition.discussed': 'a discussion is recorded',
  'condition.not-discussed': 'no discussion is recorded',
  'condition.dissented': 'dissent is on record',
  'condition.not-dissented': 'no dissent is on record',
  'condition.conference-requested': 'a conference was asked for',
  'condition.conference-not-requested': 'no conference was asked for',
  'condition.because': around('the reason for going up was ‘', '’'),
  'condition.bypassed': around('', ' was jumped over'),
  'condition.answered': around('', ' was answered'),
} as const satisfies Messages;

function around(before: string, after = '') {
  return (_: Values, { say }: Speaker, texts: readonly Keyed[]): string => before + texts.map(say).join('') + after;
}
