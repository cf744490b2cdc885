import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';

/** The languages that the kit speaks. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The catalogue for a language tag such as `cy-GB`: the nearest the kit has, English where it has none. English is at
 * hand; others are fetched from beside the kit's own files when first asked for.
 */
export async function loadCatalogue(tag: string): Promise<Catalogue> {
  const language = tag.toLowerCase().split('-')[0];
  return language === 'cy' ? (await import('./cy/index.ts')).cy : en;
}
