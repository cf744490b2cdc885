import type { Refusal } from '@escalation-kit/core/case';
import type { Conflict, Kept, Refused } from '@escalation-kit/core/submission';

/** What comes of a submission, as it is answered. */
export type Outcome =
  | { readonly status: 200 | 201; readonly body: Kept }
  | { readonly status: 409; readonly body: Conflict }
  | { readonly status: 422; readonly body: Refused }
  | { readonly status: 403 | 404; readonly body: null };

/** Not there, or not for this person: the same answer, so that nobody learns which. */
export const NOT_THERE: Outcome = { status: 404, body: null };
export const NOT_YOURS: Outcome = { status: 403, body: null };

/** The form knows the words for this refusal. */
export function refused(field: string, allowed: string): Outcome {
  const refusal: Refusal = { clauses: [], field, text: { key: 'refusal.field', values: { allowed } } };
  return { status: 422, body: { refusal } };
}
