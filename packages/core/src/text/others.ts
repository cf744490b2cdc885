import type { Messages } from './catalogue.ts';

/** Words of others alone, which no language changes. */
export const others = {
  policy: '{text}',
  typed: '{text}',
} as const satisfies Messages;
