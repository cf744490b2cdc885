import type { Messages } from '@escalation-kit/core/text';

/** What intake says in messages: nothing of a child, an agency or a person. */
export const en = {
  'intake.told.subject': '{reference}: {policy}, {stage}',
  'intake.told.next': 'Next: {what}, by {day}.',
  'intake.told.reference': 'Reference: {reference}',
  'intake.told.link': 'Sign in to read it: {link}',
  'intake.arrived.subject': '{reference}: raised with your agency',
  'intake.arrived.body': 'A case under “{policy}” has been raised with your agency. It stands at {stage}.',
  'intake.arrived.nobody': 'The agency that it is raised with',
  'intake.received.subject': '{reference}: received',
  'intake.received.body':
    'What you recorded under “{policy}” has arrived. It stands at {stage}. Please give its reference when you speak about it.',

  'intake.reminder.subject': ({ count }, { plural }) =>
    plural(Number(count), { one: 'Escalation: a reminder', other: 'Escalation: # reminders' }),
  'intake.reminder.due-soon': 'Due on {day}: {what}',
  'intake.reminder.due-today': 'Due today: {what}',
  'intake.reminder.overdue': 'Overdue since {day}: {what}',
  'intake.reminder.at-once': 'To be done at once, and not done yet: {what}',
  'intake.reminder.no-reply': 'No answer came by {day}. The case can go to the next stage.',
  'intake.reminder.case': '{reference}, {policy}, {stage}',

  'intake.for.agree': 'an agreement',
  'intake.for.reply': 'an answer',
  'intake.for.meet': 'a meeting',
  'intake.for.raise': 'raising the disagreement',
  'intake.for.confirm': 'a confirmation',
  'intake.for.decide': 'a decision',
  'intake.for.act': 'what was agreed is to be done',
} as const satisfies Messages;
