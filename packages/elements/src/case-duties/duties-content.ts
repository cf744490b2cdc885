/*
 * What the list of duties needs once a case or a policy is there: its first load is the element alone.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Case } from '@escalation-kit/core/case';
import type { Side } from '@escalation-kit/core/policy';
import type { Messages } from '@escalation-kit/core/text';
import { conditions } from '@escalation-kit/core/text/en/conditions';
import { deadline } from '@escalation-kit/core/text/en/deadline';
import { duties } from '@escalation-kit/core/text/en/duties';
import { engine } from '@escalation-kit/core/text/en/engine';
import { kit } from '@escalation-kit/core/text/en/kit';
import { ladder } from '@escalation-kit/core/text/en/ladder';
import { sending } from '@escalation-kit/core/text/en/sending';
import {
  dutiesView,
  type AwaitedItem,
  type DutiesView,
  type DutiesWanted,
  type DutyItem,
} from '@escalation-kit/core/views';
import { heading } from '../kit/heading.ts';
import { dutyKey } from '../kit/said-once.ts';
import { awaitedTarget, renderAwaited, renderDuty, targetOf, type ListFrame } from './render-duty.ts';

export { SIDES } from '@escalation-kit/core/policy';
export { plannedDuties, SHOWN_DUTIES } from '@escalation-kit/core/views';
export { HEADING_LEVELS } from '../kit/heading.ts';
export { SaidOnce } from '../kit/said-once.ts';
export { withPolicyLanguage } from '../kit/policy-words.ts';
export { dutiesStyles as styles } from './case-duties-styles.ts';
export { DutiesDesk } from './duties-desk.ts';
export { renderPlanned } from './render-planned.ts';

// A duty's contact and its clauses are shown as the ladder shows them.
export const messages: Messages = { ...kit, ...deadline, ...engine, ...ladder, ...conditions, ...duties, ...sending };

/** What is owed, the most pressing first; what is met or lapsed folded away. */
export function renderDuties(given: Case, wanted: DutiesWanted, lent: Omit<ListFrame, 'keys'>): TemplateResult {
  const { say, level, desk, language, claim } = lent;
  const { owner } = wanted;
  desk.follow(given);
  const view = dutiesView(given, wanted);
  const frame: ListFrame = { ...lent, keys: keysOf(view) };
  claim(
    [...view.overdue, ...view.due].map(({ id }) => dutyKey(id)),
    'insists',
  );
  const isNothing = view.overdue.length + view.due.length + view.awaited.length === 0;
  return html`<div class="duties" part="base" lang=${language}>
    ${heading(level, html`<span class="title" tabindex="-1">${say('duties.title')}</span>`, 'heading')}
    ${owner ? html`<p>${say('duties.owner-only', { owner: ownerOf(given, owner, frame) })}</p>` : nothing}
    <div class="said" aria-live="polite">
      ${desk.said ? html`<p class="sent" part="sent">${desk.said}</p>` : nothing}
    </div>
    ${isNothing ? html`<p class="nothing">${say('duties.nothing')}</p>` : nothing}
    ${renderGroup('overdue', view.overdue, frame)} ${renderGroup('due', view.due, frame)}
    ${renderAwaitedGroup(view.awaited, frame)} ${renderFolded('done', view.done, frame)}
    ${renderFolded('lapsed', view.lapsed, frame)}
  </div>`;
}

function keysOf({ overdue, due, awaited }: DutiesView): string[] {
  const targets = [...[...overdue, ...due].map(targetOf), ...awaited.map(awaitedTarget)];
  return targets.flatMap((target) => (target ? [target.key] : []));
}

function ownerOf({ state }: Case, owner: Side, { say }: ListFrame): string {
  return (owner === 'partnership' ? undefined : state.parties?.[owner].agency) ?? say(`duties.side.${owner}`);
}

type Group = Exclude<keyof DutiesView, 'awaited'>;

function renderGroup(group: Group, items: readonly DutyItem[], frame: ListFrame): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section part="group group-${group}">
    ${heading(frame.level + 1, frame.say(`duties.group.${group}`, { count: items.length }), 'group-title')}
    ${renderList(items, frame)}
  </section>`;
}

function renderAwaitedGroup(items: readonly AwaitedItem[], frame: ListFrame): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section part="group group-awaited">
    ${heading(frame.level + 1, frame.say('duties.group.awaited', { count: items.length }), 'group-title')}
    <ul class="list">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => renderAwaited(item, frame),
      )}
    </ul>
  </section>`;
}

function renderFolded(group: Group, items: readonly DutyItem[], frame: ListFrame): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<details class="folded" part="group group-${group}">
    <summary>${frame.say(`duties.group.${group}`, { count: items.length })}</summary>
    ${renderList(items, frame)}
  </details>`;
}

/** Each duty keeps its own nodes while others come and go: the focus stays where it is. */
function renderList(items: readonly DutyItem[], frame: ListFrame): TemplateResult {
  return html`<ul class="list">
    ${repeat(
      items,
      ({ id }) => id,
      (item) => renderDuty(item, frame),
    )}
  </ul>`;
}
