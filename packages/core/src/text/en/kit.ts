import type { Messages } from '../catalogue.ts';

/** What every element says while it has nothing else to show. */
export const kit = {
  'kit.loading': 'Loading…',
  'kit.failed': 'This part of the page could not be loaded.',
  'kit.mixed':
    'This page mixes two versions of Escalation Kit that cannot share a case. Whoever looks after the page has to load all of it from one version.',
  'kit.empty': 'There is nothing to show here yet.',
} as const satisfies Messages;
