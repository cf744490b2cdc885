import type { Messages, Speaker, Values } from '../catalogue.ts';
import { partialDate } from '../partial-date.ts';

const day = (key: string) => (values: Values, speaker: Speaker) => speaker.day(String(values[key]));

const AGENCIES = {
  raising: 'the raising agency',
  receiving: 'the other agency',
  partnership: 'the partnership',
} as const;

/** Who acts: 'the line managers at Elm School and Children’s Social Care'. */
function who(values: Values): string {
  if (values.alone !== undefined) return String(values.agency ?? AGENCIES[values.alone as keyof typeof AGENCIES]);
  const sides = (['raising', 'receiving'] as const).filter((side) => values[side] !== undefined);
  if (sides.length === 0 && values.partnership !== undefined) return `the ${values.partnership}`;
  const agency = (side: 'raising' | 'receiving') => String(values[`${side}Agency`] ?? AGENCIES[side]);
  const isNamedAgency = sides.some((side) => /^agency /i.test(String(values[side])));
  if (values.many || isNamedAgency) return sides.map((side) => `${agency(side)} (${values[side]})`).join(' and ');
  if (sides.length < 2 || values.raising !== values.receiving) {
    return sides.map((side) => `the ${values[side]} at ${agency(side)}`).join(' and ');
  }
  const plural = values.raisingPlural;
  if (values.raisingAgency === undefined) return plural ? `the two ${plural}` : `the ${values.raising} on both sides`;
  const joint = plural ?? values.raising;
  return `the ${joint} at ${agency('raising')} and${plural ? '' : ' at'} ${agency('receiving')}`;
}

/** What is done by then: by one, and by several. */
const DOES: Readonly<Record<string, readonly [string, string]>> = {
  reply: ['replies', 'reply'],
  meet: ['meets', 'meet'],
  raise: ['raises it', 'raise it'],
  confirm: ['confirms it', 'confirm it'],
  decide: ['decides what to do', 'decide what to do'],
  act: ['acts', 'act'],
};

function does(values: Values): string {
  const isBoth = values.raising !== undefined && values.receiving !== undefined;
  const [one, several] = DOES[String(values.for)] ?? [];
  if (one !== undefined) return ` ${isBoth || (values.many && values.for === 'decide') ? several : one}`;
  return values.task === undefined ? ` ${agrees(values)}` : `: ${values.task}`;
}

function agrees(values: Values): string {
  if (values.raising !== undefined && values.receiving !== undefined) return 'seek a resolution';
  return values.many ? 'talks it through' : 'considers what to do';
}

function together(values: Values): string {
  if (values.partnership === undefined || (values.raising ?? values.receiving) === undefined) return '';
  return values.many ? ` with the partnership (${values.partnership})` : ` with the ${values.partnership}`;
}

function when(values: Values, speaker: Speaker): string {
  const { now, ...rest } = values;
  if (now && values.overdue) return ` now${when(rest, speaker)}`;
  if (now) return values.due === undefined ? ' now' : ` now,${when(rest, speaker)} at the latest`;
  if (values.due !== undefined) {
    const at = values.time === undefined ? '' : ` at ${values.time}`;
    return values.overdue
      ? `; it was due by ${day('due')(values, speaker)}${at}`
      : ` by ${day('due')(values, speaker)}${at}`;
  }
  if (values.words !== undefined) return ` – ${values.words}`;
  return values.amount === undefined ? '' : ` ${speaker.say({ key: 'deadline.within', values })}`;
}

/** What the ladder says. Agencies and roles come in the policy's and the case's own words. */
export const ladder = {
  'ladder.title': 'Stages',
  'ladder.empty': 'Name a policy to see its stages.',

  'ladder.next': (values, speaker) => `Next: ${who(values)}${does(values)}${together(values)}${when(values, speaker)}.`,
  'ladder.next-decided': 'Next: if that settles it, record how it ended. If it does not, take it on.',
  'ladder.next-decided-last': 'Next: carry out what was decided, and record how it ended.',
  'ladder.next-by-decision': 'Next: {way}.',
  'ladder.next-conference':
    'Next: whoever can call the conference answers. If it is refused, record that, and take it on.',
  'ladder.since.decided': (values, speaker) => `Decided here on ${day('on')(values, speaker)}: ${values.option}.`,
  'ladder.since.conference': (values, speaker) => `A conference was asked for on ${day('on')(values, speaker)}.`,
  'ladder.since.no-reply': ({ from }) =>
    `It came here because nobody replied${from === undefined ? '' : ` at ${from}`}.`,
  'ladder.since.silent-raising': ({ agency = 'The raising agency' }) => `${agency} has not replied.`,
  'ladder.since.silent-receiving': ({ agency = 'The other agency' }) => `${agency} has not replied.`,
  'ladder.since.silent-partnership': 'The partnership has not replied.',
  'ladder.way-open': 'Also open now: {way}.',
  'ladder.next-way': 'Next: go straight to {to} now.',
  'ladder.next-now':
    'Next: call {number} if anybody is in immediate danger. Go on to {to} now. You do not have to wait for a date.',
  'ladder.ended.resolved': 'Resolved at: {stage}.',
  'ladder.ended.closed': 'Closed at: {stage}.',
  'ladder.ended.withdrawn': 'Withdrawn at: {stage}.',
  'ladder.onward': 'You do not have to wait. You can go on now to: {to}.',
  'ladder.onward-after': 'You can go on as soon as this is done. You do not have to wait for a date.',
  'ladder.before': 'First, before {to}:',
  'ladder.before-action': (_, { say }, [what]) => `First, ${what ? say(what) : ''}:`,
  'before.step': 'before another step',
  'before.change': 'before a change is recorded',
  'before.consult': 'before a consultation is recorded',
  'before.discuss': 'before a discussion is recorded',
  'before.progress': 'before it goes to another tier',
  'before.set-timescale': 'before a date is set',
  'before.extend': 'before it is given more time',
  'before.decide': 'before a decision is recorded',
  'before.update': 'before the partnership is given an update',
  'before.dissent': 'before dissent is put on record',
  'before.request-conference': 'before a conference is asked for',
  'before.resolve': 'before it can be resolved',
  'before.withdraw': 'before it can be withdrawn',
  'before.close': 'before it can be closed',
  'ladder.consult-first': 'Consult: {role}',

  'ladder.state.done': 'Done',
  'ladder.state.current': 'You are here',
  'ladder.state.resolved': 'Resolved here',
  'ladder.state.closed': 'Closed here',
  'ladder.state.withdrawn': 'Withdrawn here',
  'ladder.state.bypassed': 'Bypassed',
  'ladder.state.not-used': 'Not used: the case was opened later',
  'ladder.state.ahead': 'Ahead',
  'ladder.state.not-reached': 'Not reached',
  'ladder.state.not-for-case': 'Not for a case like this one',
  'ladder.state.not-on-route': 'Not part of this route',

  'ladder.formality.informal': 'Informal',
  'ladder.formality.formal': 'Formal',
  'ladder.optional': 'Optional',
  'ladder.mediates': 'Brings both sides together. The agencies decide.',

  'ladder.meets': 'Who meets',
  'ladder.acts': 'Who acts',
  'ladder.side.raising': 'Raising agency',
  'ladder.side.receiving': 'Other agency',
  'ladder.side.both': 'Both sides',
  'ladder.side.partnership': 'Partnership',
  'ladder.brought-by': 'Brought by',
  'ladder.role.variant': '{sector}: {name}',
  'ladder.role.in-place-of': '{name}, in place of: {role}',
  'ladder.role.stand-in': 'stand-in: {name}',

  'ladder.tiers': 'Tiers',
  'ladder.meets-in-tiers': 'Who meets, tier by tier',
  'ladder.tier.reached': 'done',
  'ladder.tier.current': 'reached now',

  'ladder.time': 'Time',
  'ladder.time.whole': 'Time for the whole process',
  'ladder.time.none': 'The policy gives no time',
  'ladder.time.sooner': 'whichever is sooner',
  'ladder.time.guidance': 'guidance',
  'ladder.time.conditional': 'in some cases',
  'ladder.time.agreed': 'a date can be agreed',
  'ladder.time.from-opened': 'from when the case is opened',
  'ladder.time.from-stage': 'from the start of: {stage}',
  'ladder.due': (values, speaker) => `by ${day('due')(values, speaker)}`,
  'ladder.due-at': (values, speaker) => `by ${day('due')(values, speaker)} at ${values.time}`,
  'ladder.deadline.on-track': 'on track',
  'ladder.deadline.due-soon': 'due soon',
  'ladder.deadline.due-today': 'due today',
  'ladder.deadline.overdue': 'overdue',
  'ladder.deadline.met': 'met',
  'ladder.deadline.met-late': 'met late',
  'ladder.deadline.ended': 'ended without it',
  'ladder.deadline.ended-late': 'ended late, without it',

  'ladder.needs': 'Needed first',
  'ladder.needs.should': 'Should come first',
  'ladder.needs.met': 'done',

  'ladder.ways': 'Other ways up',
  'ladder.way.from-any': 'From any stage to: {to}',
  'ladder.way.from': 'From: {from}. To: {to}',
  'ladder.way.open': 'Open to you now',
  'ladder.way.not-open': 'Not open now',
  'ladder.way.approver': 'Needs approval: {role}',
  'ladder.way.consult': 'Consult first: {role}',

  'ladder.joins': 'Here this route goes on in another: {route}.',
  'ladder.other-routes': 'Other routes in this policy',
  'ladder.source': 'Where this comes from',
  'ladder.contact.as-of': (values, speaker) => `as of ${partialDate(String(values.asOf), speaker)}`,
  'ladder.contact.no-date': 'the source gives no date',

  'ladder.callout.immediate-danger': 'Immediate danger',
  'ladder.callout.paramount': 'The child comes first',
  'ladder.callout.urgent': 'Urgent',
  'ladder.callout.support': 'Support',
  'ladder.callout.advice': 'Advice',
  'ladder.callout.prompt': 'To think about',
  'ladder.callout.role': 'Who acts',
  'ladder.callout.contact': 'Who to ask',
  'ladder.callout.silence': 'The policy does not say',
} as const satisfies Messages;
