import type { Messages } from '../catalogue.ts';

/** What became of something that was sent, where it was not taken or nobody knows. */
export const sending = {
  'sending.mismatch': 'The answer is for another record than the one that was sent.',
  'sending.no-answer': 'The server answered without a receipt.',
  'sending.cut': 'The connection broke, or the server did not answer in time.',
  'sending.offline': 'This device is offline. Connect it, then try again.',
  'sending.session':
    'You are not signed in any more. Sign in again in another tab, come back to this one, then try again.',
  'sending.wait': ({ minutes }, { plural }) =>
    `The server asks to be left alone for ${plural(Number(minutes), { one: '# minute', other: '# minutes' })}. Try again then.`,
  'sending.conflict': 'Somebody else has written in this case since. Nothing of yours was kept yet.',
  'sending.unknown': 'Not known whether it was kept',
  'sending.unknown.why': 'It is not known whether this was kept. {reason}',
  'sending.unknown.again': 'Trying again does no harm: if it was kept after all, it is not kept twice.',
  'sending.since': 'What was written since',
  'sending.entry': ({ name, on }, { day, say }, [what]) =>
    `${day(String(on))}: ${what ? say(what) : ''}${name ? ` (${name})` : ''}`,
  'sending.on-top': 'Put mine on top',
} as const satisfies Messages;
