import type { CivilDate } from '../calendar/civil-date.ts';
import { calendarFindings } from './lint/calendar.ts';
import { dutyFindings } from './lint/duties.ts';
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
  readonly now?: CivilDate;
}

/**
 * What a sound policy says that cannot be meant: stages nobody gets to, duties nobody owes, clauses nothing carries.
 *
 * @param policy one that `parsePolicy` took.
 * @param now a civil date in the policy's zone; without it the review date is not looked at.
 */
export function lintPolicy(policy: Policy, { now }: { now?: CivilDate } = {}): Finding[] {
  const linted: Linted = {
    policy,
    steps: stepsOf(policy),
    references: referencesIn(policy),
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
  provenanceFindings,
  unusedFindings,
];
