import { html, nothing, type TemplateResult } from 'lit';
import type { SourceView } from '@escalation-kit/core/views/sources';
import type { StatementView } from '@escalation-kit/core/views/summary';
import { own, show, type Say } from '../kit/policy-words.ts';

export interface SummaryRendering {
  readonly say: Say;
  /** The level of the title. */
  readonly level: number;
  readonly isFolded: boolean;
  readonly showsClauses: boolean;
}

type Said = Pick<StatementView, 'text' | 'sources'> & Partial<StatementView>;

/** Statements as a list. */
export function renderStatements(statements: readonly Said[], rendering: SummaryRendering): TemplateResult {
  return html`<ul>
    ${statements.map(
      (statement) =>
        html`<li data-clause=${clauseIds(statement.sources)}>${renderStatement(statement, rendering)}</li>`,
    )}
  </ul>`;
}

/** One statement alone. */
export function renderParagraph(statement: Said, rendering: SummaryRendering): TemplateResult {
  return html`<p data-clause=${clauseIds(statement.sources)}>${renderStatement(statement, rendering)}</p>`;
}

/** The ids of the clauses, for `data-clause`; no attribute where there is none. */
export function clauseIds(sources: readonly SourceView[]): string | typeof nothing {
  return sources.length === 0 ? nothing : sources.map(({ clause }) => clause).join(' ');
}

/** Where it stands in the source, small. */
export function renderSources(
  sources: readonly SourceView[],
  { say, showsClauses }: SummaryRendering,
): TemplateResult | typeof nothing {
  if (!showsClauses || sources.length === 0) return nothing;
  return html`<small class="clause" part="clause"
    >${sources.map(({ clause, place }) => html`<span>${own(place, say)} <code>${clause}</code></span> `)}</small
  >`;
}

function renderStatement({ text, remark, sources }: Said, rendering: SummaryRendering): TemplateResult {
  return html`${own(text, rendering.say)}${remark ? html` <span class="muted">${show(remark, rendering.say)}</span>` : nothing}
  ${renderSources(sources, rendering)}`;
}
