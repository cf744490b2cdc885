import type { Text } from './text.ts';

/** Why a date that counts from `start` is not known: the calendar ends too soon, or begins too late. */
export function unknownDate(covers: { readonly from: string; readonly to: string }, start: string): Text {
  if (start < covers.from) return { key: 'deadline.unknown-before', values: { from: covers.from } };
  return { key: 'deadline.unknown', values: { to: covers.to } };
}
