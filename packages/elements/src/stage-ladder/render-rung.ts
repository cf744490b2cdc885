import { html, nothing, type TemplateResult } from 'lit';
import type { Sector } from '@escalation-kit/core/policy';
import type { NeedView, RoleView, RungView, SideView, TierView } from '@escalation-kit/core/views';
import { heading } from '../kit/heading.ts';
import { own, show, type Say } from '../kit/policy-words.ts';
import { renderSources } from '../parts/render-callout.ts';
import { renderFact } from '../parts/render-fact.ts';
import { renderTimes } from './render-time.ts';

export interface RungOptions {
  readonly say: Say;
  readonly level: number;
  /** How the ways beside the ladder pass this rung, one for each. */
  readonly lanes: readonly LanePart[];
  /** What is said of the stage where the case is. */
  readonly inside: unknown;
}

export interface LanePart {
  readonly part: 'none' | 'start' | 'through' | 'end';
  readonly isUrgent: boolean;
  /** The way can be taken from here. */
  readonly isEntry: boolean;
}

/** One stage of the route, its state in words beside its look. */
export function renderRung(rung: RungView, options: RungOptions): TemplateResult {
  const { say, level, lanes, inside } = options;
  const { state, label, name } = rung;
  const isCurrent = state === 'current';
  return html`<li
    class="rung rung--${state ?? 'plain'}"
    part="rung ${state ? `rung-${state}` : ''}"
    aria-current=${isCurrent ? 'step' : nothing}
  >
    <span class="marker" aria-hidden="true"></span>
    <div class="body">
      ${heading(level, html`<span class="label">${own(label, say)}</span> <span class="name">${own(name, say)}</span>`, 'rung-title')}
      ${renderTags(rung, say)} ${state === 'not-on-route' ? nothing : renderFacts(rung, say)} ${inside}
      ${renderSources(rung.sources, say)}
    </div>
    ${lanes.map(renderLane)}
  </li>`;
}

function renderLane({ part, isUrgent, isEntry }: LanePart): TemplateResult {
  const classes = `lane lane--${part}${isUrgent ? ' lane--urgent' : ''}${isEntry ? ' lane--entry' : ''}`;
  return html`<span class=${classes} aria-hidden="true"></span>`;
}

function renderTags({ state, formality, isOptional }: RungView, say: Say): TemplateResult | typeof nothing {
  if (state === null && formality === 'unsaid' && !isOptional) return nothing;
  return html`<p class="tags">
    ${state ? html`<strong class="tag tag--${state}" part="state">${say(`ladder.state.${state}`)}</strong> ` : nothing}
    ${formality === 'unsaid' ? nothing : html`<span class="tag">${say(`ladder.formality.${formality}`)}</span> `}
    ${isOptional ? html`<span class="tag">${say('ladder.optional')}</span>` : nothing}
  </p>`;
}

function renderFacts(rung: RungView, say: Say): TemplateResult {
  const { meets, isSymmetric, meetsInTiers, broughtBy, tiers, needs, mediates } = rung;
  const sides = meets.filter(({ side }) => !(isSymmetric && side === 'receiving'));
  return html`<dl class="facts">
      ${needs.map((need) => renderNeed(need, say))}
      ${broughtBy.length > 0 ? renderFact(say('ladder.brought-by'), renderRoles(broughtBy, say)) : nothing}
      ${
        meetsInTiers
          ? nothing
          : renderFact(
              say(meets.length > 1 ? 'ladder.meets' : 'ladder.acts'),
              sides.map((side) => renderSide(side, isSymmetric, say)),
            )
      }
      ${
        tiers.length > 0
          ? renderFact(say(meetsInTiers ? 'ladder.meets-in-tiers' : 'ladder.tiers'), renderTiers(tiers, say))
          : nothing
      }
      ${renderTimes(rung.times, say)}
    </dl>
    ${mediates ? html`<p class="hint">${say('ladder.mediates')}</p>` : nothing}`;
}

function renderSide({ side, agency, roles }: SideView, isSymmetric: boolean, say: Say): TemplateResult {
  const key = isSymmetric && side === 'raising' ? 'both' : side;
  return html`<div class="side">
    <span class="side-name">${agency ?? say(`ladder.side.${key}`)}:</span> ${renderRoles(roles, say)}
  </div>`;
}

function renderRoles(roles: readonly RoleView[], say: Say): TemplateResult[] {
  return roles.map((role, number) => html`${number > 0 ? '; ' : ''}${roleName(role, say)}${roleHints(role, say)}`);
}

function roleName({ name, inPlaceOf }: RoleView, say: Say): unknown {
  if (inPlaceOf === null) return own(name, say);
  return show({ key: 'ladder.role.in-place-of', values: { name, role: inPlaceOf }, own: ['name', 'role'] }, say);
}

function roleHints({ variants, standIns }: RoleView, say: Say): TemplateResult | typeof nothing {
  const sectorName = (sector: Sector) => say(`sector.${sector}`);
  const hints = [
    ...variants.map(({ sector, name }) =>
      show({ key: 'ladder.role.variant', values: { sector: sectorName(sector), name }, own: ['name'] }, say),
    ),
    ...standIns.map(({ sectors, name }, number) => {
      const sector = sectors.map(sectorName).join(', ');
      const text = sector === '' ? name : say('ladder.role.variant', { sector, name });
      return number === 0 ? say('ladder.role.stand-in', { name: text }) : text;
    }),
  ];
  return hints.length > 0
    ? html` <span class="hint">(${hints.map((hint, number) => html`${number > 0 ? '; ' : ''}${hint}`)})</span>`
    : nothing;
}

function renderTiers(tiers: readonly TierView[], say: Say): TemplateResult {
  return html`<ol class="tiers">
    ${tiers.map(
      (tier) =>
        html`<li class=${tier.state === 'current' ? 'tier--current' : ''}>
          ${own(tier.name, say)}${tier.state ? html` <span class="hint">(${tierState(tier, say)})</span>` : nothing}
        </li>`,
    )}
  </ol>`;
}

/** How far, and whose tier it is where a side went there by itself. */
function tierState({ state, sides = [] }: TierView, say: Say): string {
  return [...(state ? [say(`ladder.tier.${state}`)] : []), ...sides.map((side) => say(`ladder.side.${side}`))].join(
    ': ',
  );
}

function renderNeed({ verb, text, isMet }: NeedView, say: Say): ReturnType<typeof renderFact> {
  const met = isMet ? html` <strong>(${say('ladder.needs.met')})</strong>` : nothing;
  return renderFact(say(verb === 'must' ? 'ladder.needs' : 'ladder.needs.should'), html`${own(text, say)}${met}`);
}
