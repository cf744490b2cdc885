import type { Speaker, Values } from './catalogue.ts';

/**
 * 'Saturday 19 and Sunday 20 December 2026' from `from`, `to` and the number of `days`: what the two dates have in
 * common at their end is said once.
 */
export function spanOfDays({ from, to, days }: Values, { day }: Speaker, joins: { and: string; to: string }): string {
  const first = day(String(from)).split(' ');
  const last = day(String(to)).split(' ');
  if (days === 1) return first.join(' ');
  let common = 0;
  while (common < first.length && first.at(-1 - common) === last.at(-1 - common)) common++;
  const start = first.slice(0, first.length - common).join(' ');
  return `${start} ${Number(days) > 2 ? joins.to : joins.and} ${last.join(' ')}`;
}
