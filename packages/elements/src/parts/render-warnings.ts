import { html, nothing, type TemplateResult } from 'lit';
import type { WarningView } from '@escalation-kit/core/views';
import type { SaidOnce } from '../kit/said-once.ts';
import { show, type Say } from '../kit/policy-words.ts';
import { renderSources } from './render-callout.ts';

/** What is to be known of the record and its dates, where no other element of the case says it. */
export function renderWarnings(
  warnings: readonly WarningView[],
  say: Say,
  claim: SaidOnce['claim'],
): TemplateResult | typeof nothing {
  const own = claim(warnings.map(({ words }) => say(words)));
  const shown = warnings.filter(({ words }) => own.has(say(words)));
  if (shown.length === 0) return nothing;
  return html`${shown.map(
    ({ words, sources }) =>
      html`<div class="warning callout callout--urgent" part="callout">
        <p>${show(words, say)}</p>
        ${renderSources(sources, say)}
      </div>`,
  )}`;
}
