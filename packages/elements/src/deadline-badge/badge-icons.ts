import type { DeadlineStatus } from '@escalation-kit/core/case';

const RING = 'M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16z';

/** A shape for each status, drawn as lines in a square of 20: shapes are told apart where colours are not. */
export const BADGE_ICONS: Readonly<Record<DeadlineStatus, string>> = {
  // Lines of words.
  none: 'M3 5h14M3 10h14M3 15h8',
  // A question mark.
  unknown: `${RING}M7.5 8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14v1`,
  // A clock.
  'on-track': `${RING}M10 5v5l3 2`,
  // An hourglass.
  'due-soon': 'M5 2h10M5 18h10M6 2c0 6 8 10 8 16M14 2c0 6-8 10-8 16',
  // A diamond.
  'due-today': 'M10 1l9 9-9 9-9-9zM10 6v5M10 13v1',
  // A triangle.
  overdue: 'M10 2l9 16H1zM10 8v5M10 15v1',
  // A tick in a ring, and in a square.
  met: `${RING}M6 10l3 3 5-6`,
  'met-late': 'M2 2h16v16H2zM6 10l3 3 5-6',
  // A bar in a ring, and in a square.
  ended: `${RING}M6 10h8`,
  'ended-late': 'M2 2h16v16H2zM6 10h8',
};
