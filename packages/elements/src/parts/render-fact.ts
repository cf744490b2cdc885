import { html, nothing, type TemplateResult } from 'lit';

/** One thing to know, in a list of such; nothing where there is nothing to say of it. */
export function renderFact(term: string, description: unknown): TemplateResult | typeof nothing {
  if (description === null || description === nothing) return nothing;
  return html`<div class="fact">
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>`;
}
