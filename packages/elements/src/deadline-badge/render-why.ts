import { html, nothing, type TemplateResult } from 'lit';
import type { BadgeView } from '@escalation-kit/core/views/badge';
import type { SourceView } from '@escalation-kit/core/views/sources';
import type { WhyView } from '@escalation-kit/core/views/why';
import { capital, type BadgeRendering } from './render-badge.ts';

type Content = string | TemplateResult;

/** How the date came about, as terms and what is said of them. */
export function renderWhy(view: BadgeView, why: WhyView, { say }: BadgeRendering): TemplateResult {
  const said = (texts: WhyView['remarks']) => texts.map((text) => capital(say(text)));
  const entry = (term: string, contents: readonly Content[]) =>
    contents.length === 0
      ? nothing
      : html`<div>
          <dt>${say({ key: `why.term.${term}` })}</dt>
          ${contents.map((content) => html`<dd>${content}</dd>`)}
        </div>`;
  return html`<dl>
    ${entry('start', said(why.start ? [why.start] : []))} ${entry('time', said(why.decides ? [why.decides] : []))}
    ${entry('skipped', said(why.skipped.map(({ text }) => text)))} ${entry('end', said(why.end ? [why.end] : []))}
    ${entry('others', said(why.others))} ${entry('remarks', said(why.remarks))}
    ${entry('sources', why.sources.map(source))} ${entry('notes', why.notes)}
  </dl>`;
}

function source({ clause, place, says }: SourceView): TemplateResult {
  return html`<span data-clause=${clause}>${place}: ${says} <code class="clause">${clause}</code></span>`;
}
