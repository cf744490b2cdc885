export { say, speakerOf } from './say.ts';
export { en } from './en/index.ts';
export { LANGUAGES, loadCatalogue, type Language } from './load.ts';
export type * from './catalogue.ts';
export type { Text } from './text.ts';
