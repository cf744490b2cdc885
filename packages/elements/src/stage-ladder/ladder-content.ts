/*
 * What the ladder needs once a policy is there: its first load is the element alone.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages, Text } from '@escalation-kit/core/text';
import { deadline } from '@escalation-kit/core/text/en/deadline';
import { engine } from '@escalation-kit/core/text/en/engine';
import { kit } from '@escalation-kit/core/text/en/kit';
import { ladder } from '@escalation-kit/core/text/en/ladder';
import {
  ladderView,
  type CalloutView,
  type KnownCase,
  type LadderView,
  type NextStep,
  type RouteView,
  type RungView,
} from '@escalation-kit/core/views';
import { heading } from '../kit/heading.ts';
import { own, show, withPolicyLanguage, type Say } from '../kit/policy-words.ts';
import { renderCallouts, renderSources } from '../parts/render-callout.ts';
import { renderWarnings } from '../parts/render-warnings.ts';
import { renderRung } from './render-rung.ts';
import { renderTime } from './render-time.ts';
import { laneParts, lanesOf, renderWays } from './render-ways.ts';

export { HEADING_LEVELS } from '../kit/heading.ts';
export { SaidOnce } from '../kit/said-once.ts';
export { readPosition } from './given-position.ts';
export { ladderStyles as styles } from './stage-ladder-styles.ts';

export const messages: Messages = { ...kit, ...deadline, ...engine, ...ladder };

export interface Frame {
  readonly say: Say;
  /** The level at which headings start. */
  readonly level: number;
  /** Whether each route has its label over it: a policy's only route needs none. */
  readonly isNamed: boolean;
}

export const SHOWN_STAGES = ['all', 'next'] as const;
/** What is shown: with the stages, or where the case stands alone. */
export type ShownStages = (typeof SHOWN_STAGES)[number];

/** What is drawn: a case, or where one would stand, and the routes to show first. */
export interface Drawn {
  readonly known: KnownCase;
  readonly routes?: readonly string[];
}

export interface LadderOptions extends Pick<Frame, 'say' | 'level'> {
  /** What the element speaks. */
  readonly language: string;
  readonly show: ShownStages;
  /** Of texts that other elements of the case show too, those that are left to this one. */
  readonly claim: (texts: readonly string[]) => ReadonlySet<string>;
}

/** Danger, the next step, what else comes before everything, the stages. */
export function renderLadder({ known, routes }: Drawn, options: LadderOptions): TemplateResult {
  const { level, language, show, claim } = options;
  const { policy } = known;
  const say = withPolicyLanguage(options.say, language, policy.language);
  const view = ladderView(known, routes);
  const frame: Frame = { say, level, isNamed: policy.routes.length > 1 };
  const texts = claim([...view.standing, ...nextOf(view)].map(({ words }) => say(words)));
  const standing = view.standing.filter(({ words }) => texts.has(say(words)));
  return html`<div class="ladder" part="base" lang=${language}>
    ${renderCallouts(standing.filter(isDanger), say)}
    ${nextOf(view).map(({ next, words }) => (texts.has(say(words)) ? renderNext(next, say) : nothing))}
    ${renderCallouts(
      standing.filter((callout) => !isDanger(callout)),
      say,
    )}
    ${renderWarnings(view.warnings, options.say, claim)} ${show === 'all' ? renderStages(view, frame) : nothing}
  </div>`;
}

function nextOf({ next }: LadderView): { readonly next: NextStep; readonly words: Text }[] {
  return next ? [{ next, words: next.sentence }] : [];
}

function renderStages(view: LadderView, frame: Frame): TemplateResult {
  const { say, level } = frame;
  return html`${view.next ? nothing : renderCallouts(view.here, say)} ${heading(level, say('ladder.title'), 'title')}
  ${view.routes.map((route) => renderRoute(route, view.here, frame))} ${renderOthers(view, frame)}`;
}

function renderNext(
  { since, sentence, isOverdue, isUrgent, onward, ways, needed }: NextStep,
  say: Say,
): TemplateResult {
  return html`<div class="next ${isOverdue || isUrgent ? 'next--overdue' : ''}" part="next">
    ${since ? html`<p>${show(since, say)}</p>` : nothing}
    <p class="next-sentence"><strong>${show(sentence, say)}</strong></p>
    ${needed.map(
      ({ before, items }) =>
        html`<p>${show(before, say)}</p>
          <ul>
            ${items.map(({ text, sources }) => html`<li>${show(text, say)} ${renderSources(sources, say)}</li>`)}
          </ul>`,
    )}
    ${onward ? html`<p>${show(onward, say)}</p>` : nothing} ${ways.map((way) => html`<p>${show(way, say)}</p>`)}
  </div>`;
}

function renderRoute(route: RouteView, here: readonly CalloutView[], frame: Frame): TemplateResult {
  const { say, isNamed } = frame;
  const level = frame.level + (isNamed ? 2 : 1);
  const ids = route.rungs.map(({ id }) => id);
  const lanes = lanesOf(route.ways).map((lane) => laneParts(lane, ids));
  return html`<section class="route" part="route">
    ${isNamed ? heading(frame.level + 1, own(route.label, say), 'route-title') : nothing}
    ${isNamed && route.hint ? html`<p class="hint">${own(route.hint, say)}</p>` : nothing}
    ${route.caps.map((cap) => html`<p class="cap">${say('ladder.time.whole')}: ${renderTime(cap, say)}</p>`)}
    <div class="beside">
      ${renderWays(route.ways, level, say)}
      <ol class="rungs">
        ${route.rungs.map((rung, number) =>
          renderRung(rung, {
            say,
            level,
            lanes: lanes.flatMap((parts) => parts[number] ?? []),
            inside: renderInside(rung, route, here, say),
          }),
        )}
      </ol>
    </div>
  </section>`;
}

/** What is said of one stage alone: that another route begins there, and what is to be known where the case is. */
function renderInside(rung: RungView, { joins }: RouteView, here: readonly CalloutView[], say: Say): TemplateResult {
  return html`${joins?.at === rung.id ? html`<p class="hint">${show({ key: 'ladder.joins', values: { route: joins.route }, own: ['route'] }, say)}</p>` : nothing}
  ${isHere(rung) ? renderCallouts(here, say) : nothing}`;
}

function renderOthers({ others }: LadderView, frame: Frame): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  return html`<details class="others">
    <summary>${frame.say('ladder.other-routes')}</summary>
    ${others.map((route) => renderRoute(route, [], frame))}
  </details>`;
}

function isDanger({ kind }: CalloutView): boolean {
  return kind === 'immediate-danger';
}

function isHere({ state }: RungView): boolean {
  return state === 'current' || state === 'resolved' || state === 'closed' || state === 'withdrawn';
}
