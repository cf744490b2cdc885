import { html, type TemplateResult } from 'lit';
import { filledSections, type SummarySection, type SummaryView } from '@escalation-kit/core/views/summary';
import { heading } from '../kit/heading.ts';
import { own } from '../kit/policy-words.ts';
import { renderSection } from './render-sections.ts';
import { clauseIds, renderSources, type SummaryRendering } from './render-statement.ts';

/** The title, what must be known first, and the sections chosen, as far as the policy has something for them. */
export function renderSummary(
  view: SummaryView,
  chosen: readonly SummarySection[],
  rendering: SummaryRendering,
): TemplateResult {
  const filled = filledSections(view).filter((section) => chosen.includes(section));
  const { say, level } = rendering;
  return html`<article class="base" part="base">
    <div part="title">${heading(level, own(view.title, say), 'title')}</div>
    ${view.notices.map(
      ({ text, sources }) =>
        html`<p class="notice" part="notice" data-clause=${clauseIds(sources)}>
          <strong>${say('summary.notice')}:</strong> ${say(text)} ${renderSources(sources, rendering)}
        </p>`,
    )}
    ${filled.map((section) => framed(section, view, rendering))}
  </article>`;
}

function framed(section: SummarySection, view: SummaryView, rendering: SummaryRendering): TemplateResult {
  const { say, level, isFolded } = rendering;
  const title = heading(level + 1, say(`summary.section.${section}`), 'section-title');
  const content = renderSection(section, view, rendering);
  const part = `section section-${section}`;
  return isFolded
    ? html`<details class="section" part=${part}>
        <summary>${title}</summary>
        ${content}
      </details>`
    : html`<section class="section" part=${part}>${title}${content}</section>`;
}
