import type { SkippedDay } from '../calendar/index.ts';
import type { Addressee } from '../policy/schema.ts';
import type {
  Action,
  CalloutKind,
  DutyKind,
  Firmness,
  Purpose,
  Reason,
  Side,
  TimescaleReason,
  Verb,
} from '../policy/vocabulary.ts';
import type { Text } from '../text/text.ts';

export const CASE_STATUSES = ['none', 'open', 'resolved', 'closed', 'withdrawn'] as const;
/** `none`: nothing is opened yet. */
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const DEADLINE_STATUSES = [
  'none',
  'unknown',
  'on-track',
  'due-soon',
  'due-today',
  'overdue',
  'met',
  'met-late',
  'ended',
  'ended-late',
] as const;
/**
 * `none`: words only, or a clock that has not started. `unknown`: past the calendar's last covered day.
 * `due-soon`: due by the next working day after today. `met`: what it waits for happened. `ended`: its stage was left,
 * or the case withdrawn, without that.
 */
export type DeadlineStatus = (typeof DEADLINE_STATUSES)[number];

export const DUTY_STATUSES = ['due', 'overdue', 'done', 'lapsed'] as const;
export type DutyStatus = (typeof DUTY_STATUSES)[number];

export const WARNING_KINDS = [
  'policy-review-overdue',
  'policy-not-confirmed',
  'guard-unmet',
  'departure',
  'malformed-event',
  'calendar-ended',
  'ask-unanswered',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** One of the dates or words that competed to be the deadline. */
export interface Candidate {
  readonly kind: 'timescale' | 'extension' | 'agreed' | 'priority' | 'raiser' | 'protects-child' | 'words';
  readonly text: Text;
  /** The civil date it gives; null for words, and where the calendar ends before it. */
  readonly due: string | null;
  readonly clauses: readonly string[];
  readonly wins: boolean;
}

/** How a date came about: what a person can check by hand. */
export interface Explanation {
  /** Day 0, a civil date; null while the clock has not started. */
  readonly start: string | null;
  readonly candidates: readonly Candidate[];
  /** Days between the start and the due date that do not count, and why. */
  readonly skipped: readonly SkippedDay[];
  readonly clauses: readonly string[];
  /** What the policy's data notes about these clauses: contradictions, our readings. */
  readonly notes: readonly string[];
}

export interface Deadline {
  readonly id: string;
  /** The clock of the policy that sets it; null for a date that the case gives. */
  readonly clock: string | null;
  /** `stage`: one stay at a stage. `case`: the whole case, or the stages that the clock lists together. */
  readonly scope: 'stage' | 'case';
  /** What its time is for: what is to have happened by then. */
  readonly for: Purpose | { readonly words: string };
  readonly clauses: readonly string[];
  readonly stage: string;
  readonly owner: Side;
  /** Day 0 as a civil date in the policy's zone; null while the clock has not started. */
  readonly start: string | null;
  /** Civil date; the end of that day is meant. */
  readonly due: string | null;
  /** For timescales in hours: the instant. */
  readonly dueAt: string | null;
  readonly words: Text;
  readonly firmness: Firmness;
  readonly status: DeadlineStatus;
  readonly explanation: Explanation;
}

export interface DutyView {
  readonly id: string;
  /** The id of the duty in the policy. */
  readonly duty: string;
  readonly kind: DutyKind;
  /** The verb of the source; null where the policy's data does not say it. */
  readonly verb: Verb | null;
  readonly clauses: readonly string[];
  readonly owner: Side;
  /** The role on the owner's side that does it. */
  readonly who: string | null;
  /** Who it is owed to, in words and as data: what stands instead where its condition held when the duty arose. */
  readonly to: string | null;
  readonly addressees: readonly Addressee[];
  readonly copiedTo: string | null;
  readonly copies: readonly Addressee[];
  /** A service may do it by itself. */
  readonly byService: boolean;
  readonly stage: string;
  /** When it arose, an instant. */
  readonly arose: string;
  /** Civil date; `at-once`; null where the policy sets no time. */
  readonly due: string | null;
  /** The instant, where hours are counted; else null: the end of the day is meant. */
  readonly dueAt: string | null;
  readonly status: DutyStatus;
  readonly recurring: boolean;
  readonly words: Text;
}

export interface OfferedAction {
  readonly action: Action;
  readonly to?: string;
  readonly because?: Reason | TimescaleReason;
  readonly option?: string;
  readonly clauses: readonly string[];
}

export interface BlockedAction {
  readonly action: Action;
  readonly to?: string;
  readonly missing: readonly string[];
}

export interface ShownCallout {
  readonly kind: CalloutKind;
  readonly clauses: readonly string[];
  readonly words: Text;
  readonly id: string;
}

export interface Warning {
  readonly kind: WarningKind;
  readonly clauses: readonly string[];
  readonly words: Text;
  /** The event that gave rise to it. */
  readonly event?: string;
}

export interface Assessment {
  readonly status: CaseStatus;
  readonly route: string | null;
  readonly stage: string | null;
  readonly tier: string | null;
  readonly bypassed: readonly string[];
  readonly deadlines: readonly Deadline[];
  readonly duties: readonly DutyView[];
  readonly actions: readonly OfferedAction[];
  readonly blocked: readonly BlockedAction[];
  readonly callouts: readonly ShownCallout[];
  readonly warnings: readonly Warning[];
}
