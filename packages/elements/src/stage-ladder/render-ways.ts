import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@escalation-kit/core/text';
import type { WayView } from '@escalation-kit/core/views';
import { heading } from '../kit/heading.ts';
import { own, show, type Say } from '../kit/policy-words.ts';
import { renderSources } from '../parts/render-callout.ts';
import type { LanePart } from './render-rung.ts';

/** The ways past the rungs, in words; the lanes beside the rungs draw them. */
export function renderWays(ways: readonly WayView[], level: number, say: Say): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  return html`<div class="ways" part="ways">
    ${heading(level, say('ladder.ways'), 'ways-title')}
    <ul>
      ${ways.map((way) => renderWay(way, say))}
    </ul>
  </div>`;
}

function renderWay(way: WayView, say: Say): TemplateResult {
  const { label, from, to, isUrgent, isOpen, approver, consultFirst, sources } = way;
  return html`<li class="way ${isUrgent ? 'way--urgent' : ''}" part="way ${isUrgent ? 'way-urgent' : ''}">
    <p class="way-label"><strong>${own(label, say)}</strong></p>
    <p class="hint">${show(fromTo(from, to), say)}</p>
    ${
      isOpen === null
        ? nothing
        : html`<p class="way-state">${say(isOpen ? 'ladder.way.open' : 'ladder.way.not-open')}</p>`
    }
    ${approver ? html`<p class="hint">${show(asking('approver', approver), say)}</p>` : nothing}
    ${consultFirst ? html`<p class="hint">${show(asking('consult', consultFirst), say)}</p>` : nothing}
    ${renderSources(sources, say)}
  </li>`;
}

function fromTo(from: WayView['from'], to: string): Text {
  if (from === null) return { key: 'ladder.way.from-any', values: { to }, own: ['to'] };
  return { key: 'ladder.way.from', values: { from: from.join(', '), to }, own: ['from', 'to'] };
}

function asking(what: 'approver' | 'consult', role: string): Text {
  return { key: `ladder.way.${what}`, values: { role }, own: ['role'] };
}

/** One lane for all ways that pass the same stages; urgent where one of them is. */
export function lanesOf(ways: readonly WayView[]): readonly Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { spans, entries, isUrgent } of ways) {
    const key = spans.join(' ');
    const known = lanes.get(key);
    lanes.set(key, {
      spans,
      entries: [...entries, ...(known?.entries ?? [])],
      isUrgent: isUrgent || (known?.isUrgent ?? false),
    });
  }
  return [...lanes.values()];
}

type Lane = Pick<WayView, 'spans' | 'entries' | 'isUrgent'>;

/** How a lane passes each of the rungs. One in between that is none of the route's is passed by too. */
export function laneParts({ spans, entries, isUrgent }: Lane, rungs: readonly string[]): LanePart[] {
  const start = rungs.indexOf(spans[0] ?? '');
  const end = rungs.indexOf(spans.at(-1) ?? '');
  return rungs.map((id, at) => {
    const part = at < start || at > end ? 'none' : at === start ? 'start' : at === end ? 'end' : 'through';
    return { part, isUrgent, isEntry: entries.includes(id) };
  });
}
