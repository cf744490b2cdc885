import { html, nothing, type TemplateResult } from 'lit';
import type { BadgeView } from '@escalation-kit/core/views/badge';
import type { SourceView } from '@escalation-kit/core/views/sources';
import type { WhyView } from '@escalation-kit/core/views/why';
import { inLanguage } from '../kit/in-language.ts';
import { capital, otherLanguage, type BadgeRendering } from './badge-rendering.ts';

type Content = string | TemplateResult;

/** How the date came about, as terms and what is said of them. */
export function renderWhy(view: BadgeView, why: WhyView, rendering: BadgeRendering): TemplateResult {
  const { say } = rendering;
  const ofPolicy = (text: string) => inLanguage(text, otherLanguage(view, rendering));
  const said = (texts: WhyView['remarks']) => texts.map((text) => capital(say(text)));
  const entry = (term: string, contents: readonly Content[]) =>
    contents.length === 0
      ? nothing
      : html`<div>
          <dt>${say({ key: `why.term.${term}` })}</dt>
          ${contents.map((content) => html`<dd>${content}</dd>`)}
        </div>`;
  return html`<dl>
    ${entry('for', why.purpose ? [inLanguage(capital(say(why.purpose)), why.purpose.own ? otherLanguage(view, rendering) : null)] : [])}
    ${entry('start', said(why.start ? [why.start] : []))} ${entry('time', said(why.decides ? [why.decides] : []))}
    ${entry('skipped', said(why.skipped.map(({ text }) => text)))} ${entry('end', said(why.end ? [why.end] : []))}
    ${entry('others', said(why.others))} ${entry('remarks', said(why.remarks))}
    ${entry(
      'sources',
      why.sources.map((source) => cited(source, ofPolicy)),
    )}
    ${entry('notes', why.notes.map(ofPolicy))}
  </dl>`;
}

function cited({ clause, place, says }: SourceView, ofPolicy: (text: string) => Content): TemplateResult {
  return html`<span data-clause=${clause}
    >${ofPolicy(`${place}: ${says}`)} <code class="clause">${clause}</code></span
  >`;
}
