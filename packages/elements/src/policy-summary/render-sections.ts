import { html, nothing, type TemplateResult } from 'lit';
import type { KeyAfter } from '@escalation-kit/core/text';
import type { SummarySection, SummaryView } from '@escalation-kit/core/views/summary';
import { heading } from '../kit/heading.ts';
import { own, show } from '../kit/policy-words.ts';
import {
  clauseIds,
  renderParagraph,
  renderSources,
  renderStatements,
  type SummaryRendering,
} from './render-statement.ts';

type Content = TemplateResult | typeof nothing;

/** What stands under the heading of a section. */
export function renderSection(section: SummarySection, view: SummaryView, rendering: SummaryRendering): Content {
  switch (section) {
    case 'document':
      return renderDocument(view, rendering);
    case 'causes':
      return html`${view.causes.length > 0 ? renderStatements(view.causes, rendering) : nothing}
      ${view.causesMissing ? renderParagraph(view.causesMissing, rendering) : nothing}`;
    case 'principles':
    case 'reminders':
    case 'elsewhere':
      return renderStatements(view[section], rendering);
    case 'contacts':
      return renderContacts(view, rendering);
    case 'form':
      return renderForm(view, rendering);
    case 'learning':
      return view.learning ? renderParagraph(view.learning, rendering) : nothing;
    case 'provenance':
      return html`<ul>
        ${view.provenance.map(
          ({ text, sources }) =>
            html`<li data-clause=${clauseIds(sources)}>
              ${rendering.say(text)} ${renderSources(sources, rendering)}
            </li>`,
        )}
      </ul>`;
    case 'notes':
      return renderNotes(view, rendering);
  }
}

function renderDocument({ document: { partnership, ...document } }: SummaryView, rendering: SummaryRendering): Content {
  const { say } = rendering;
  const missing = html`<span class="muted">${say('summary.not-given')}</span>`;
  const entry = (term: KeyAfter<'summary.'>, content: unknown) =>
    html`<div>
      <dt>${say(`summary.${term}`)}</dt>
      <dd>${content}</dd>
    </div>`;
  const { partnershipUrl, title, version, dated, url } = document;
  return html`<dl>
    ${entry('partnership', link(partnershipUrl, own(partnership, rendering.say)))}
    ${entry('document', link(url, own(title, rendering.say)))}
    ${entry('version', version === null ? missing : own(version, rendering.say))}
    ${entry('dated', dated === null ? missing : say('summary.dated-on', { dated }))}
  </dl>`;
}

function renderContacts({ contacts }: SummaryView, rendering: SummaryRendering): Content {
  const { say } = rendering;
  return html`<ul class="contacts">
    ${contacts.map(
      ({ name, address, links, asOf, sources }) =>
        html`<li data-clause=${clauseIds(sources)}>
          <strong>${own(name, rendering.say)}</strong>
          ${links.map(
            ({ href, text, label }) =>
              html`<div>${link(href, text)}${label ? html` (${own(label, rendering.say)})` : nothing}</div>`,
          )}
          ${address ? html`<div>${own(address, rendering.say)}</div>` : nothing}
          <div class="muted">${asOf === null ? say('summary.no-date') : say('summary.as-of', { asOf })}</div>
          ${renderSources(sources, rendering)}
        </li>`,
    )}
  </ul>`;
}

function renderForm({ form }: SummaryView, rendering: SummaryRendering): Content {
  return html`${form.map(
      ({ title, url, sources }) =>
        html`<p data-clause=${clauseIds(sources)}>
          ${link(url, own(title, rendering.say))} ${renderSources(sources, rendering)}
        </p>`,
    )}
    <p>${rendering.say('summary.form-note')}</p>`;
}

/** There can be dozens of notes: each kind opens by itself. */
function renderNotes({ notes }: SummaryView, rendering: SummaryRendering): Content {
  const { say, level } = rendering;
  return html`${notes.map(({ kind, notes: ofKind }) => {
    const title = `${say(`summary.kind.${kind}`)} ${say('summary.count', { count: ofKind.length })}`;
    return html`<details>
      <summary>${heading(level + 2, title, 'kind-title')}</summary>
      <ul>
        ${ofKind.map(
          ({ text, asked, sources }) =>
            html`<li data-clause=${clauseIds(sources)}>
              ${sources.map(({ place }) => html`<strong>${own(place, rendering.say)}:</strong> `)}${own(text, rendering.say)}
              ${asked.map((each) => html`<div class="muted">${show(each, say)}</div>`)}
              ${renderSources(sources, rendering)}
            </li>`,
        )}
      </ul>
    </details>`;
  })}`;
}

function link(url: string | null, content: unknown): unknown {
  return url === null ? content : html`<a href=${url}>${content}</a>`;
}
