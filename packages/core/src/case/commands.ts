import type { Action, EventType } from '../policy/vocabulary.ts';
import type { Author } from './events.ts';

/** What somebody wants to do: an action with the fields of the event that it makes. */
export interface Command {
  readonly action: Action;
  /** When it happened, an instant. */
  readonly at: string;
  /** When it was written down, if later. */
  readonly recorded?: string;
  readonly by: Author;
  /** The event's id; without it one is made from the number of events. */
  readonly id?: string;
  readonly [field: string]: unknown;
}

/** The event that each action makes. */
export const EVENT_OF: Readonly<Record<Action, EventType>> = {
  open: 'opened',
  change: 'changed',
  consult: 'consulted',
  discuss: 'discussed',
  progress: 'progressed',
  'set-timescale': 'timescale-set',
  extend: 'extended',
  escalate: 'escalated',
  decide: 'decided',
  done: 'done',
  update: 'updated',
  dissent: 'dissented',
  'request-conference': 'conference-requested',
  resolve: 'resolved',
  learn: 'learned',
  adopt: 'adopted',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  close: 'closed',
  correct: 'corrected',
};

const WHILE_OPEN: readonly Action[] = [
  'change',
  'consult',
  'discuss',
  'progress',
  'set-timescale',
  'extend',
  'escalate',
  'decide',
  'done',
  'update',
  'dissent',
  'request-conference',
  'resolve',
  'learn',
  'adopt',
  'withdraw',
  'correct',
];

/** What can be done at all in a case of each status; the policy narrows it. */
export const ACTIONS_WHILE = {
  none: ['open'],
  open: WHILE_OPEN,
  resolved: ['done', 'learn', 'correct', 'reopen', 'close'],
  // What the end itself gives rise to is recorded as done; where that is nothing, `done` is not offered.
  closed: ['done', 'learn', 'correct', 'reopen'],
  withdrawn: ['done', 'learn', 'correct', 'reopen'],
} as const satisfies Record<string, readonly Action[]>;

/**
 * Actions that no guard is kept before: what meets guards, what puts the record right or under newer terms, what was
 * learned, and going on with a case. A policy with a guard before one of them is refused when it is checked.
 */
export const UNGUARDED: readonly Action[] = ['done', 'correct', 'adopt', 'reopen', 'learn'];
