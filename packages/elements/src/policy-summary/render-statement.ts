import { html, nothing, type TemplateResult } from 'lit';
import type { SourceView } from '@escalation-kit/core/views/sources';
import type { StatementView } from '@escalation-kit/core/views/summary';
import { own as ownWords, show, type Say } from '../kit/policy-words.ts';

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

/** Words of the policy. */
export function own(text: string, { say }: Pick<SummaryRendering, 'say'>): TemplateResult | string {
  return ownWords(text, say);
}

/** The ids of the clauses, for `data-clause`; no attribute where there is none. */
export function clauseIds(sources: readonly SourceView[]): string | typeof nothing {
  return sources.length === 0 ? nothing : sources.map(({ clause }) => clause).join(' ');
}

/** Where it stands in the source, small. */
export function renderSources(
  sources: readonly SourceView[],
  rendering: SummaryRendering,
): TemplateResult | typeof nothing {
  if (!rendering.showsClauses || sources.length === 0) return nothing;
  return html`<small class="clause" part="clause"
    >${sources.map(({ clause, place }) => html`<span>${own(place, rendering)} <code>${clause}</code></span> `)}</small
  >`;
}

function renderStatement({ text, remark, sources }: Said, rendering: SummaryRendering): TemplateResult {
  return html`${own(text, rendering)}${remark ? html` <span class="muted">${show(remark, rendering.say)}</span>` : nothing}
  ${renderSources(sources, rendering)}`;
}
