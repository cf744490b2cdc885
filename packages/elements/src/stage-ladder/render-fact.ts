import { html, type TemplateResult } from 'lit';

/** One thing to know of a stage, in its list of them. */
export function renderFact(term: string, description: unknown): TemplateResult {
  return html`<div class="fact">
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>`;
}
