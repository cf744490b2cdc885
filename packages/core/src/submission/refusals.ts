import type { Refusal } from '../case/index.ts';
import type { KeyAfter } from '../text/message-key.ts';
import type { Text } from '../text/text.ts';

/** A refusal that rests on no clause: something is wrong with what was sent. */
export function because(key: KeyAfter<'refusal.sent.'>, field: string, values?: Text['values']): Refusal {
  return { clauses: [], field, text: { key: `refusal.sent.${key}`, ...(values && { values }) } };
}

/** A field that is not what it must be; `allowed` says in words for a developer what would be right. */
export function notAsAllowed(field: string, allowed: string): Refusal {
  return { clauses: [], field, text: { key: 'refusal.field', values: { allowed } } };
}
