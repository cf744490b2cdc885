import type { CivilDate } from '../calendar/civil-date.ts';
import { sorted, type Acknowledged } from './acknowledged.ts';
import { calendarFindings } from './lint/calendar.ts';
import { contactFindings } from './lint/contacts.ts';
import { dutyFindings } from './lint/duties.ts';
import { formatFindings } from './lint/format-2.ts';
import { guardFindings } from './lint/guards.ts';
import { conditionFindings } from './lint/conditions.ts';
import { provenanceFindings } from './lint/provenance.ts';
import { stageFindings } from './lint/stages.ts';
import { stepsOf, type Step } from './lint/steps.ts';
import { unusedFindings } from './lint/unused.ts';
import { referencesIn, type Reference } from './references.ts';
import type { Policy } from './schema.ts';
import type { FindingKind } from './vocabulary.ts';

/** Something in a sound policy that can hardly be meant. */
export interface Finding {
  readonly kind: FindingKind;
  /** Where: `$.stages[1]`. */
  readonly path: string;
  /** The clauses that the part names. */
  readonly clauses: readonly string[];
  readonly message: string;
  /** How the linter knows. */
  readonly how: string;
}

/** A policy with what the rules ask of it again and again. */
export interface Linted {
  readonly policy: Policy;
  readonly steps: readonly Step[];
  readonly references: readonly Reference[];
  readonly calendars: readonly string[];
  readonly now?: CivilDate;
}

export interface LintOptions {
  /** A civil date in the policy's zone; without it the review date is not looked at. */
  readonly now?: CivilDate;
  /** Calendars that the host gives, by id, besides the kit's own. */
  readonly calendars?: readonly string[];
}

/**
 * What a sound policy says that cannot be meant: stages nobody gets to, duties nobody owes, clauses nothing carries.
 * What the policy acknowledges is not among it: see `acknowledgedFindings`.
 *
 * @param policy one that `parsePolicy` took.
 */
export function lintPolicy(policy: Policy, options: LintOptions = {}): Finding[] {
  return sorted(policy, findingsIn(policy, options), options.now).open;
}

/** What is found and the policy acknowledges, each with the acknowledgement. */
export function acknowledgedFindings(policy: Policy, options: LintOptions = {}): Acknowledged[] {
  return sorted(policy, findingsIn(policy, options), options.now).acknowledged;
}

function findingsIn(policy: Policy, { now, calendars = [] }: LintOptions): Finding[] {
  const linted: Linted = {
    policy,
    steps: stepsOf(policy),
    references: referencesIn(policy),
    calendars,
    ...(now !== undefined && { now }),
  };
  return RULES.flatMap((rule) => rule(linted));
}

const RULES: readonly ((linted: Linted) => Finding[])[] = [
  stageFindings,
  dutyFindings,
  guardFindings,
  conditionFindings,
  calendarFindings,
  contactFindings,
  formatFindings,
  provenanceFindings,
  unusedFindings,
];
