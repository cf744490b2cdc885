import type { Text } from '../text/text.ts';
import type { FieldFault } from './fields.ts';

/** Why a command was not taken: the clause it rests on, or the field that is wrong, or both. */
export interface Refusal {
  /** The clause that the refusal rests on first; none where only a field is wrong. */
  readonly clause?: string;
  readonly clauses: readonly string[];
  readonly field?: string;
  readonly text: Text;
}

/** What is wrong with a field, as a refusal. */
export function fieldRefusal({ field, allowed, missing }: FieldFault, clauses: readonly string[]): Refusal {
  return refusal({ key: missing ? 'refusal.missing' : 'refusal.field', values: { allowed } }, clauses, field);
}

export function refusal(text: Text, clauses: readonly string[], field?: string): Refusal {
  const clause = clauses[0];
  return { ...(clause && { clause }), clauses, ...(field && { field }), text };
}
