import type { Calendar } from '@escalation-kit/core/calendar';
import { movesOf, type Assessment, type CaseEvent, type Terms } from '@escalation-kit/core/case';
import { policyHash } from '@escalation-kit/core/record';
import type { NewerTerms } from '@escalation-kit/core/form';

/** The case by what it was opened under. */
export interface KeptCase extends Terms {
  readonly log: readonly CaseEvent[];
  readonly assessment: Assessment;
}

/** How the form's own policy and calendar are newer than those that the case keeps; null where they are the same. */
export function newerTerms(kept: KeptCase, newer: Terms, now: string): NewerTerms | null {
  const known = told.get(kept.assessment);
  if (known?.policy === newer.policy && known.calendar === newer.calendar) return known.terms;
  const terms = compared(kept, newer, now);
  told.set(kept.assessment, { ...newer, terms });
  return terms;
}

/** The case is assessed anew when anything in it changes, and not at every key that is pressed. */
const told = new WeakMap<Assessment, Terms & { readonly terms: NewerTerms | null }>();

function compared(kept: KeptCase, newer: Terms, now: string): NewerTerms | null {
  const { id, version } = newer.policy;
  const hash = policyHash(newer.policy);
  const policy = hash === policyHash(kept.policy) ? null : { id, version, hash };
  const calendar = isSame(kept.calendar, newer.calendar) ? null : newer.calendar;
  if (!policy && !calendar) return null;
  return {
    ...(policy && { policy }),
    ...(calendar && { calendar: { id: calendar.id, published: calendar.published } }),
    moves: movesOf(kept.log, kept, newer, now),
  };
}

function isSame({ data: one }: Calendar, { data: other }: Calendar): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
