import type { Messages } from '../catalogue.ts';

/** What every element says while it has nothing else to show. */
export const kit = {
  'kit.emergency': ({ number, label }) => `In an emergency, call ${number}${label === undefined ? '' : ` (${label})`}.`,
  'kit.loading': 'Loading…',
  'kit.failed': 'This part of the page could not be loaded.',
  'kit.again': 'Try again',
  'kit.reload': 'Reload the page',
  'kit.empty': 'There is nothing to show here yet.',
} as const satisfies Messages;
