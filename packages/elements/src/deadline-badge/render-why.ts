import { html, nothing, type TemplateResult } from 'lit';
import type { KeyAfter } from '@escalation-kit/core/text';
import type { SourceView } from '@escalation-kit/core/views/sources';
import type { WhyView } from '@escalation-kit/core/views/why';
import { own, showSentence, type Say } from '../kit/policy-words.ts';

/** How the date came about, as terms and what is said of them. */
export function renderWhy(why: WhyView, say: Say): TemplateResult {
  const said = (texts: WhyView['remarks']) => texts.map((text) => showSentence(text, say));
  const entry = (term: KeyAfter<'why.term.'>, contents: readonly unknown[]) =>
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
    ${entry(
      'sources',
      why.sources.map((source) => cited(source, say)),
    )}
    ${entry(
      'notes',
      why.notes.map((note) => own(note, say)),
    )}
  </dl>`;
}

function cited({ clause, place, says }: SourceView, say: Say): TemplateResult {
  return html`<span data-clause=${clause}
    >${own(`${place}: ${says}`, say)} <code class="clause">${clause}</code></span
  >`;
}
