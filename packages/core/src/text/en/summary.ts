import type { Messages, Speaker, Values } from '../catalogue.ts';
import { partialDate } from '../partial-date.ts';

/** What the summary of a policy says around the policy's own words. */
export const summary = {
  'summary.empty': 'Name a policy to see its summary.',

  'summary.section.document': 'About this policy',
  'summary.section.principles': 'Principles',
  'summary.section.reminders': 'Keep in mind',
  'summary.section.causes': 'Typical causes of disagreement',
  'summary.section.elsewhere': 'What goes elsewhere',
  'summary.section.contacts': 'Contacts',
  'summary.section.form': 'The partnership’s own form',
  'summary.section.learning': 'Learning from disagreements',
  'summary.section.provenance': 'Where this comes from',
  'summary.section.notes': 'What the source leaves open',

  'summary.notice': 'Note',
  'summary.not-confirmed': 'The partnership has not confirmed what is shown here. The published document counts.',
  'summary.review-overdue': (values, speaker) =>
    `This policy is past its review date: ${due(values, speaker)}. Check that it is still the one in use.`,

  'summary.partnership': 'Partnership',
  'summary.document': 'Document',
  'summary.version': 'Version',
  'summary.dated': 'Date',
  'summary.dated-on': (values, speaker) => partialDate(String(values.dated), speaker),
  'summary.not-given': 'Not given in the source',

  'summary.cause-routes': 'On the way up for: {routes}',
  'summary.learning-to': 'Goes to: {to}',
  'summary.form-note': 'Nothing on this page fills in or sends that form.',

  'summary.as-of': (values, speaker) => `As given in the source: ${partialDate(String(values.asOf), speaker)}`,
  'summary.no-date': 'Date not given in the source',

  'summary.taken': (values, { date }) => `Taken from the published document on ${date(String(values.taken))}.`,
  'summary.confirmed': (values, { date }) => `Confirmed by ${values.by} on ${date(String(values.on))}.`,
  'summary.not-confirmed-yet': 'Not confirmed by the partnership.',
  'summary.review-due': (values, speaker) => `Review due: ${due(values, speaker)}.`,
  'summary.review-was-due': (values, speaker) => `Review was due: ${due(values, speaker)}.`,
  'summary.no-review': 'No date for a review is given.',

  'summary.kind.silent': 'Not said',
  'summary.kind.contradiction': 'Contradictions',
  'summary.kind.illegible': 'Cannot be read',
  'summary.kind.only-in-diagram': 'Only in a diagram',
  'summary.kind.ambiguous': 'Not clear',
  'summary.kind.our-reading': 'How we read it',
  'summary.kind.out-of-date': 'Out of date',
  'summary.count': '({count})',
  'summary.question': 'Asked of the partnership: {question}',
  'summary.answer': (values, { date }) => `Answered: ${values.answer} (${values.by}, ${date(String(values.on))})`,
  'summary.not-answered': 'Not answered yet.',
} as const satisfies Messages;

function due(values: Values, speaker: Speaker): string {
  return partialDate(String(values.due), speaker);
}
