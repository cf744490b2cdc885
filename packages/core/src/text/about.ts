import type { Catalogue } from './catalogue.ts';

/**
 * The catalogue for speaking of somebody: of an adult, where it can be nobody else.
 *
 * @param subjects who it can be: the case's subject where that is known, else all whom the policy is for
 */
export function speakingOf(subjects: readonly string[], catalogue: Catalogue): Catalogue {
  const isAdult = subjects.length > 0 && subjects.every((subject) => subject === 'adult');
  if (!isAdult || !catalogue.aboutAdults) return catalogue;
  let variant = variants.get(catalogue);
  if (!variant) variants.set(catalogue, (variant = { ...catalogue, reword: catalogue.aboutAdults }));
  return variant;
}

/** A catalogue's speaker is costly: one variant for each. */
const variants = new WeakMap<Catalogue, Catalogue>();
