import type { Messages, Speaker, Values } from '../catalogue.ts';

const day = (key: string) => (values: Values, speaker: Speaker) => speaker.day(String(values[key]));

/** The day, and the time of day where hours are counted. */
const by = (values: Values, speaker: Speaker) =>
  `${day('due')(values, speaker)}${values.time === undefined ? '' : ` at ${values.time}`}`;

/** What the list of duties says. Duties come in the policy's own words. */
export const duties = {
  'duties.title': 'What is owed now',
  'duties.title-planned': 'What the policy asks for',
  'duties.owner-only': 'Owed by: {owner}',
  'duties.nothing': 'Nothing is owed now.',
  'duties.nothing-planned': 'The policy asks for nothing here.',
  'duties.not-opened': 'No case has been opened yet. Nothing is owed.',
  'duties.empty':
    'This list shows what is owed in a case. Put it inside an <escalation-case>, or name a policy and a stage to see what the policy asks for there.',

  'duties.group.overdue': 'Overdue ({count})',
  'duties.group.due': 'To do ({count})',
  'duties.group.awaited': 'Needed before a next step ({count})',
  'duties.group.done': 'Done ({count})',
  'duties.group.lapsed': 'Not asked for any more ({count})',

  'duties.status.overdue': 'Overdue',
  'duties.status.due': 'To do',
  'duties.status.done': 'Done',
  'duties.status.lapsed': 'Not asked for any more',
  'duties.status.awaited': 'Needed first',

  'duties.who': 'Who',
  'duties.to': 'To',
  'duties.copied-to': 'Copy to',
  'duties.by': 'By when',
  'duties.contact': 'Contact',
  'duties.stage': 'Stage',
  'duties.note': 'Note',
  'duties.side.raising': 'The agency raising the concern',
  'duties.side.receiving': 'The other agency',
  'duties.side.partnership': 'The partnership',
  'duties.owner': '{owner} ({role})',

  'duties.due.by': (values, speaker) => `by ${by(values, speaker)}`,
  'duties.due.was': (values, speaker) => `was due by ${by(values, speaker)}`,
  'duties.due.at-once': 'at once',
  'duties.due.at-once-since': (values, speaker) => `at once, since ${day('since')(values, speaker)}`,
  'duties.due.none': 'no time is given',
  'duties.due.after': 'at once, if the stage’s own time runs out and it is not settled',
  'duties.due.after-date': (values, speaker) => `at once, if it is not settled by ${day('due')(values, speaker)}`,
  'duties.due.after-by': (values, speaker) => `by ${by(values, speaker)}, if it is not settled before`,
  'duties.recurring': ({ amount, unit }, speaker) =>
    `Recurring: every ${speaker.say({ key: 'duration', values: { amount: amount ?? 0, unit: unit ?? '' } })}`,
  'duties.done-on': (values, speaker) => `Done on ${day('on')(values, speaker)}`,
  'duties.lapsed.stage-left': 'The case has left the stage.',
  'duties.lapsed.resolved': 'The case was resolved.',
  'duties.lapsed.closed': 'The case was closed. The record does not say whether this was done.',
  'duties.lapsed.not-done': 'Not done when the case was closed.',
  'duties.lapsed.settled': 'It was settled in time.',
  'duties.lapsed.withdrawn': 'The case was withdrawn.',
  'duties.lapsed.reopened': 'The case was opened again.',
  'duties.lapsed.condition': 'What it depended on no longer holds.',

  'duties.before-action': (_, { say }, [what]) => {
    const said = what ? say(what) : '';
    return said.charAt(0).toUpperCase() + said.slice(1);
  },
  'duties.before': 'Before {stage}',
  'duties.met-elsewhere': 'This is met by another entry in the case.',

  'duties.on.enters': 'When the stage starts',
  'duties.on.opened': 'When a case is opened at this stage',
  'duties.on.escalated': 'When it goes on from this stage',
  'duties.on.decided': 'When there is a decision',
  'duties.on.resolved': 'When it is resolved at this stage',
  'duties.on.closed': 'When the case is closed',
  'duties.on.dissented': 'When somebody dissents',
  'duties.on.conference-requested': 'When a conference is asked for',
  'duties.on.changed': 'When something has changed',
  'duties.on.consulted': 'After a consultation',
  'duties.on.discussed': 'After a discussion',
  'duties.on.progressed': 'When it goes to the next tier',
  'duties.on.timescale-set': 'When a date is set',
  'duties.on.extended': 'When a date is put off',
  'duties.on.done': 'When something was done',
  'duties.on.updated': 'After an update',
  'duties.on.learned': 'When learning is recorded',
  'duties.on.adopted': 'When a newer policy is taken over',
  'duties.on.reopened': 'When the case is opened again',
  'duties.on.withdrawn': 'When the case is withdrawn',
  'duties.on.corrected': 'When an entry is corrected',
  'duties.when': 'Only in some cases',
  'duties.when.if': (_, { say }, texts) => `Only if ${texts.map(say).join('')}`,

  'duties.mark': 'Mark as done',
  'duties.mark-what': 'Mark as done: {what}',
  'duties.form.note': 'Note (optional)',
  'duties.form.hint': 'It goes into the record of the case. Do not write more about the child than is needed.',
  'duties.form.send': 'Record as done',
  'duties.form.again': 'Try again',
  'duties.form.cancel': 'Cancel',
  'duties.form.sending': 'Sending…',
  'duties.refused': 'This was not recorded. {reason}',
  'duties.not-sent': 'Not sent, and not recorded. {reason}',
  'duties.not-sent.nobody': 'This page is not set up to send it.',
  'duties.not-sent.kept': 'What you wrote is still here. Save the record file if you have to leave this page.',
  'duties.aside':
    'Another case is shown now. What you had typed belongs to the one before: it was not sent, and is there again when that case is.',
  'duties.save': 'Save the record file',
  'duties.sent': 'Recorded as done: {what} Reference: {reference}',
} as const satisfies Messages;
