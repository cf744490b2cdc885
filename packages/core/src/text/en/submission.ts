import type { Messages } from '../catalogue.ts';

/** Why what was sent is not kept, where that rests on no clause of the policy. */
export const submission = {
  'refusal.sent.broken': 'The record that was sent is not whole: entry {entry} does not follow.',
  'refusal.sent.head': 'The record that was sent does not end where it says.',
  'refusal.sent.base': 'What was sent does not follow the record that it was made from.',
  'refusal.sent.events': 'The entries that were sent are not those at the end of the record.',
  'refusal.sent.other-case': 'This belongs to another case.',
  'refusal.sent.not-begun': 'No case is kept here that this could be added to.',
  'refusal.sent.other-policy':
    'The case is opened under another policy, or another edition of it, than the one kept here.',
  'refusal.sent.other-calendar': 'The case is opened under another calendar than the one kept here.',
  'refusal.sent.id-used': 'The record has an entry with this id already.',
  'refusal.sent.key-used': 'Something else was sent under this key before.',
  'refusal.sent.ahead': 'This time has not come yet. Check the clock of your computer.',
  'refusal.sent.service': 'Only a service can write as a service.',
} as const satisfies Messages;
