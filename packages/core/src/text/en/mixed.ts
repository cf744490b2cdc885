import type { Messages } from '../catalogue.ts';

/** What is said on a page that mixes two builds of the kit. */
export const mixed = {
  'kit.mixed':
    'This page mixes two versions of Escalation Kit that cannot share a case. Whoever looks after the page has to load all of it from one version.',
} as const satisfies Messages;
