import type { Catalogue } from './catalogue.ts';

/**
 * Whether it is adults alone that are spoken of: by the case's subject where that is known, else by all whom the policy
 * is for.
 */
export function areAdults(
  policy: { readonly subjects?: readonly string[] | undefined } | null,
  state?: { readonly child?: { readonly subject?: string } } | null,
): boolean {
  return String(state?.child?.subject ?? policy?.subjects) === 'adult';
}

/** The catalogue for speaking of a case under a policy. */
export function speakingOf(catalogue: Catalogue, ...about: Parameters<typeof areAdults>): Catalogue {
  return areAdults(...about) ? { ...catalogue, ofAdults: true } : catalogue;
}
