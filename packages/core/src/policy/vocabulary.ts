/** The closed sets of the policy format. Types, schema, stories and test tables all come from these. */

export const SECTORS = ['education', 'health', 'police', 'social-care', 'voluntary', 'other'] as const;
export type Sector = (typeof SECTORS)[number];

export const CHILD_STATUSES = ['child-in-need', 'child-protection-plan', 'looked-after', 'unborn'] as const;
export type ChildStatus = (typeof CHILD_STATUSES)[number];

/** Who a case can be about. A policy that names none is about one child. */
export const SUBJECTS = ['child', 'unborn-child', 'adult', 'no-single-case'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const SIDES = ['raising', 'receiving', 'partnership'] as const;
export type Side = (typeof SIDES)[number];

/** Who can stand as the author of an entry: a side, or a service that does by itself what a policy lets it do. */
export const AUTHOR_SIDES = [...SIDES, 'service'] as const;
export type AuthorSide = (typeof AUTHOR_SIDES)[number];

/** Why a case goes up. `urgent`, `conference-refused` and `decided` need a way that the policy gives. */
export const REASONS = ['unresolved', 'early', 'no-reply', 'urgent', 'conference-refused', 'decided'] as const;
export type Reason = (typeof REASONS)[number];

/** The reasons that lead to the next stage in every policy. */
export const ORDINARY_REASONS = ['unresolved', 'early', 'no-reply'] as const satisfies readonly Reason[];

/** Why a date was set for this case. `raiser`: the raising agency sets it alone, where the policy leaves it to them. */
export const TIMESCALE_REASONS = ['agreed', 'protects-child', 'priority', 'raiser'] as const;
export type TimescaleReason = (typeof TIMESCALE_REASONS)[number];

/** The reasons for which a policy lets a date be chosen in place of its own time. */
export const CHOICES = ['agreed', 'priority', 'raiser'] as const satisfies readonly TimescaleReason[];

/** What a clock's time is for. A policy can also say it in words of its own. */
export const PURPOSES = ['agree', 'reply', 'meet', 'raise', 'confirm', 'decide', 'act'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The verb of the source, by the passage that a part rests on. `none`: the source only states. */
export const VERBS = ['must', 'should', 'may', 'none'] as const;
export type Verb = (typeof VERBS)[number];

/** What a 'yes' to a question means for what comes next. */
export const MEANINGS = ['danger', 'urgent'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** Results that every policy can have; `policy-gap` is read, and counts as any result with `gap: true`. */
export const RESULTS = ['agreed', 'decision-upheld', 'dissent-recorded', 'policy-gap'] as const;
export type Result = (typeof RESULTS)[number];

/** Rather than an outcome of a policy's own. */
export function isResult(id: string): id is Result {
  return (RESULTS as readonly string[]).includes(id);
}

export const EVENT_TYPES = [
  'opened',
  'changed',
  'consulted',
  'discussed',
  'progressed',
  'timescale-set',
  'extended',
  'escalated',
  'decided',
  'done',
  'updated',
  'dissented',
  'conference-requested',
  'resolved',
  'learned',
  'adopted',
  'reopened',
  'withdrawn',
  'closed',
  'corrected',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const ACTIONS = [
  'open',
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
  'reopen',
  'withdraw',
  'close',
  'correct',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What a guard can stand before. Not what meets a guard or puts the record right, and not what is possible once a case
 * is over.
 */
export const GUARDED_ACTIONS = ACTIONS.filter(
  (action): action is Exclude<Action, 'done' | 'correct' | 'adopt' | 'reopen' | 'learn'> =>
    !['done', 'correct', 'adopt', 'reopen', 'learn'].includes(action),
);

/** How binding a timescale is, by the source's own word. */
export const FIRMNESS = ['firm', 'guidance'] as const;
export type Firmness = (typeof FIRMNESS)[number];

/** The verb of the source decides: a `must` is refused until met, a `should` is warned about. */
export const GUARD_VERBS = ['must', 'should'] as const;

/** What the source leaves open, and what we made of it. */
export const NOTE_KINDS = [
  'silent',
  'contradiction',
  'illegible',
  'only-in-diagram',
  'ambiguous',
  'our-reading',
  'out-of-date',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const CALLOUT_KINDS = [
  'immediate-danger',
  'paramount',
  'urgent',
  'support',
  'advice',
  'prompt',
  'role',
  'contact',
  'silence',
] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

/** What a duty asks for. `notify` duties are those that the confirmation of a form offers to copy or e-mail. */
export const DUTY_KINDS = ['notify', 'record', 'confirm', 'inform', 'consult', 'update', 'act', 'consider'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/**
 * When an unmet duty stops being asked for: never; when its stage is left for another; when the case is resolved; or
 * when its stage ends in either way.
 */
export const LAPSES = ['never', 'stage-left', 'resolved', 'stage-ended'] as const;

/**
 * What kind of answer an `ask` takes. A `person` is a name with a way to reach them; a clock can run from a `date`, and
 * from a `date-time` where hours count.
 */
export const ASK_KINDS = ['text', 'long-text', 'person', 'date', 'date-time'] as const;
export type AskKind = (typeof ASK_KINDS)[number];

/** What the linter looks for. */
export const FINDING_KINDS = [
  'stage-unreachable',
  'stage-without-exit',
  'stage-without-parties',
  'final-stage-without-outcome',
  'duty-without-owner',
  'duty-never-triggered',
  'guard-without-step',
  'guard-never-met',
  'guard-without-effect',
  'way-leads-nowhere',
  'condition-never-holds',
  'clause-unused',
  'part-without-clause',
  'role-unused',
  'contact-unused',
  'fact-unused',
  'priority-unused',
  'calendar-misspelt',
  'calendar-unknown',
  'contact-in-doubt',
  'verb-missing',
  'purpose-missing',
  'firmer-than-source',
  'acknowledged-in-vain',
  'review-overdue',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
