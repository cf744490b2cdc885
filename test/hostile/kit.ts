/** What a page of an old kind is given: the engine and the exports, in one script. */
export { compileCalendar } from '@escalation-kit/core/calendar';
export { assess, Case, decide, replay } from '@escalation-kit/core/case';
export { chronologyHtml, chronologyText, deadlinesCalendar, eventsCsv } from '@escalation-kit/core/export';
export { policyHash, seal } from '@escalation-kit/core/record';
