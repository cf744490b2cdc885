export { say, speakerOf } from './say.ts';
export {
  badge,
  caseTexts,
  deadline,
  duties,
  en,
  engine,
  form,
  kit,
  ladder,
  summary,
  type MessageKey,
} from './en/index.ts';
export { LANGUAGES, loadCatalogue, type Language } from './load.ts';
export type * from './catalogue.ts';
export type { Text } from './text.ts';
