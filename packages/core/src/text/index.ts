export { runsOf, otherThan, type Run, type Voice } from './runs.ts';
export { say, speakerOf } from './say.ts';
export { en } from './en/index.ts';
export type { KeyAfter, MessageKey } from './message-key.ts';
// Each area from its own file: a page that speaks of one does not load them all.
export { badge } from './en/badge.ts';
export { conditions } from './en/conditions.ts';
export { deadline } from './en/deadline.ts';
export { duties } from './en/duties.ts';
export { engine } from './en/engine.ts';
export { exportTexts } from './en/export.ts';
export { form } from './en/form.ts';
export { kit } from './en/kit.ts';
export { ladder } from './en/ladder.ts';
export { submission } from './en/submission.ts';
export { summary } from './en/summary.ts';
export { LANGUAGES, loadCatalogue, type Language } from './load.ts';
export type * from './catalogue.ts';
export { ofPolicy, typed, type Keyed, type Text } from './text.ts';
