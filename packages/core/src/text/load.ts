import type { Catalogue } from './catalogue.ts';

/** The languages that the kit speaks. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The messages of a language other than English, for a tag such as `cy-GB`; null where the kit has none. They are
 * fetched from beside the kit's own files when first asked for.
 */
export async function loadCatalogue(tag: string): Promise<Catalogue | null> {
  const language = tag.toLowerCase().split('-')[0];
  return language === 'cy' ? (await import('./cy/index.ts')).cy : null;
}
