import type { Catalogue } from '../catalogue.ts';

/** Welsh. What is not here yet is said in English. */
export const cy: Catalogue = { language: 'cy', direction: 'ltr', messages: {} };
