import { html, nothing, type TemplateResult } from 'lit';
import type { CalloutView, ContactView, SourceView } from '@escalation-kit/core/views';
import { own, show, type Say } from '../kit/policy-words.ts';

/**
 * What stands on screen unasked, in one box that looks as its most pressing part. There is nothing to close it with.
 *
 * @param id of its words, for whoever is described by them
 */
export function renderCallouts(
  callouts: readonly CalloutView[],
  say: Say,
  id: string | typeof nothing = nothing,
): TemplateResult | typeof nothing {
  const [first] = callouts;
  if (!first) return nothing;
  return html`<div class="callout callout--${first.kind}" part="callout callout-${first.kind}">
    <div id=${id}>${callouts.map((callout) => renderWords(callout, say))}</div>
    ${callouts.map(({ contact }) => (contact ? renderContact(contact, say) : nothing))}
    ${renderSources(
      callouts.flatMap(({ sources }) => sources),
      say,
    )}
  </div>`;
}

function renderWords({ kind, words, emergency }: CalloutView, say: Say): TemplateResult {
  return html`<p>
      <strong class="callout-title">${say(`ladder.callout.${kind}`)}:</strong> ${show(emergency ?? words, say)}
    </p>
    ${emergency ? html`<p>${show(words, say)}</p>` : nothing}`;
}

/** Whom to reach and how: the view has let through links to telephones, e-mail and web pages only. */
export function renderContact({ name, links, address, asOf }: ContactView, say: Say): TemplateResult {
  const date = asOf === null ? say('ladder.contact.no-date') : say('ladder.contact.as-of', { asOf });
  return html`<p class="contact">
    ${own(name, say)}:
    ${links.map(
      ({ text, href, label }, number) =>
        html`${number > 0 ? ', ' : ''}<a href=${href}>${text}</a>${label ? ` (${label})` : ''}`,
    )}${address ? ` ${address}` : ''} <small>(${date})</small>
  </p>`;
}

/** The clauses behind something, out of the way until they are asked for. */
export function renderSources(sources: readonly SourceView[], say: Say): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  const once = new Map(sources.map((source) => [source.clause, source]));
  return html`<details class="source" part="source">
    <summary>${say('ladder.source')}</summary>
    <ul>
      ${[...once.values()].map(({ place, says }) => html`<li lang=${say.policyLanguage ?? nothing}><strong>${place}.</strong> ${says}</li>`)}
    </ul>
  </details>`;
}
