import { html, nothing, type TemplateResult } from 'lit';
import type { Side } from '@escalation-kit/core/policy';
import type { AwaitedItem, ContactView, DutyItem } from '@escalation-kit/core/views';
import { own, show, type Say } from '../kit/policy-words.ts';
import { renderContact, renderSources } from '../parts/render-callout.ts';
import { renderFact } from '../parts/render-fact.ts';
import type { SaidOnce } from '../kit/said-once.ts';
import type { DutiesDesk, Target } from './duties-desk.ts';
import { renderMark } from './render-mark.ts';

export interface ListFrame {
  readonly say: Say;
  /** What the element speaks. */
  readonly language: string;
  readonly level: number;
  readonly desk: DutiesDesk;
  /** The keys of all that can be ticked off, in the order of the list. */
  readonly keys: readonly string[];
  /** Tells the other elements of the case what stands here. */
  readonly claim: SaidOnce['claim'];
}

/** A duty: what, by whom, to whom, by when, and a button to tick it off. */
export function renderDuty(duty: DutyItem, frame: ListFrame): TemplateResult {
  const { say } = frame;
  const { status, text, recurring, due, ended, note, to, copiedTo, stage, contact, sources } = duty;
  const target = targetOf(duty);
  return html`<li class="duty duty--${status}" part="duty duty-${status}">
    <p class="what"><strong>${show(text, say)}</strong></p>
    <p class="tags">
      <span class="tag tag--${status}" part="status">${say(`duties.status.${status}`)}</span>
      ${recurring ? html`<span class="tag">${say(recurring)}</span>` : nothing}
    </p>
    <dl>
      ${renderFact(say('duties.who'), ownerName(duty.owner, duty.agency, duty.who, say))}
      ${renderFact(say('duties.to'), to && own(to, say))}
      ${renderFact(say('duties.copied-to'), copiedTo && own(copiedTo, say))}
      ${renderFact(say('duties.by'), ended && status === 'done' ? null : say(due))}
      ${renderFact(say('duties.stage'), own(stage, say))}
      ${renderFact(say('duties.note'), note && html`<span class="typed">${note}</span>`)}
      ${renderContactFact(contact, say)}
    </dl>
    ${ended ? html`<p class="ended">${say(ended)}</p>` : nothing} ${target ? renderMark(target, frame) : nothing}
    ${renderSources(sources, say)}
  </li>`;
}

/** What a step waits for. */
export function renderAwaited(item: AwaitedItem, frame: ListFrame): TemplateResult {
  const { say } = frame;
  const target = awaitedTarget(item);
  return html`<li class="duty duty--awaited" part="duty duty-awaited">
    <p class="what"><strong>${show(item.text, say)}</strong></p>
    <p class="tags"><span class="tag" part="status">${say('duties.status.awaited')}</span></p>
    <p>${show(item.before, say)}. ${target ? nothing : say('duties.met-elsewhere')}</p>
    ${target ? renderMark(target, frame) : nothing} ${renderSources(item.sources, say)}
  </li>`;
}

export function renderContactFact(contact: ContactView | null, say: Say): ReturnType<typeof renderFact> {
  return renderFact(say('duties.contact'), contact && renderContact(contact, say));
}

export function ownerName(side: Side, agency: string | null, role: string | null, say: Say): string {
  const owner = agency ?? say(`duties.side.${side}`);
  return role === null ? owner : say('duties.owner', { owner, role });
}

export function targetOf({ id, text, clause, owner }: DutyItem): Target | null {
  return clause === null ? null : { key: id, what: text, clause, duty: id, side: owner };
}

/** What a step waits for is recorded by the side that wants to take it. */
export function awaitedTarget({ id, text, clause }: AwaitedItem): Target | null {
  return clause === null ? null : { key: `before ${id}`, what: text, clause, duty: null, side: 'raising' };
}
