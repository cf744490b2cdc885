import { html, nothing, type TemplateResult } from 'lit';
import type { PlannedDuty, PlannedStage } from '@escalation-kit/core/views';
import { heading } from '../kit/heading.ts';
import { own, show, type Say } from '../kit/policy-words.ts';
import { renderSources } from '../parts/render-callout.ts';
import { renderFact } from '../parts/render-fact.ts';
import { ownerName, renderContactFact, type ListFrame } from './render-duty.ts';

/** What a policy asks for at its stages, where there is no case: nothing to tick off. */
export function renderPlanned(
  stages: readonly PlannedStage[],
  { say, level, language }: Pick<ListFrame, 'say' | 'level' | 'language'>,
): TemplateResult {
  const isEmpty = stages.every(({ groups }) => groups.length === 0);
  return html`<div class="duties" part="base" lang=${language}>
    ${heading(level, say('duties.title-planned'), 'heading')}
    ${isEmpty ? html`<p>${say('duties.nothing-planned')}</p>` : nothing}
    ${stages.map(
      ({ label, name, groups }) =>
        html`<section part="group">
          ${heading(level + 1, own(`${label}: ${name}`, say), 'group-title')}
          ${groups.map(
            ({ trigger, duties }) =>
              html`${heading(level + 2, say(trigger), 'trigger')}
                <ul class="list">
                  ${duties.map((duty) => renderDuty(duty, say))}
                </ul>`,
          )}
        </section>`,
    )}
  </div>`;
}

function renderDuty(duty: PlannedDuty, say: Say): TemplateResult {
  const { text, owners, who, to, copiedTo, due, recurring, condition, contact, sources } = duty;
  const tags = [recurring, condition].filter((tag) => tag !== null);
  return html`<li class="duty" part="duty">
    <p class="what"><strong>${show(text, say)}</strong></p>
    ${tags.length > 0 ? html`<p class="tags">${tags.map((tag) => html`<span class="tag">${show(tag, say)}</span> `)}</p>` : nothing}
    <dl>
      ${renderFact(say('duties.who'), owners.map((owner) => ownerName(owner, null, who, say)).join('; '))}
      ${renderFact(say('duties.to'), to && own(to, say))}
      ${renderFact(say('duties.copied-to'), copiedTo && own(copiedTo, say))} ${renderFact(say('duties.by'), say(due))}
      ${renderContactFact(contact, say)}
    </dl>
    ${renderSources(sources, say)}
  </li>`;
}
