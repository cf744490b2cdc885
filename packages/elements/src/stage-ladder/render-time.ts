import { html, nothing, type TemplateResult } from 'lit';
import type { TimeView } from '@escalation-kit/core/views';
import { own, show, type Say } from '../kit/policy-words.ts';
import { renderFact } from '../parts/render-fact.ts';

/** The clocks of a stage; that it has none is said. What each is for, where not all are for agreeing, and whose it is. */
export function renderTimes(times: readonly TimeView[], say: Say): ReturnType<typeof renderFact> {
  if (times.length === 0) return renderFact(say('ladder.time'), say('ladder.time.none'));
  const differ = times.some(({ owner }) => owner !== times[0]?.owner);
  const isSaid = times.some(({ purpose }) => purpose.key !== 'for.agree');
  const what = ({ purpose }: TimeView) => (isSaid ? html`${show(purpose, say)}: ` : nothing);
  const owner = (time: TimeView) =>
    differ ? html`<span class="side-name">${say(`ladder.side.${time.owner}`)}:</span> ` : nothing;
  return renderFact(
    say('ladder.time'),
    times.map((time) => html`<div>${owner(time)}${what(time)}${renderTime(time, say)}</div>`),
  );
}

/** A timescale in words, and the date that it comes to with its status. */
export function renderTime(time: TimeView, say: Say): TemplateResult {
  const { date, status, byPriority } = time;
  const isTold = status !== null && status !== 'none' && status !== 'unknown';
  return html`${inWords(time, say)}${byPriority.map(
    ({ label, text }) => html`<br />${own(label, say)}: ${say(text)}`,
  )}${date ? html`<br /><strong>${say(date)}</strong>` : nothing}${
    isTold ? html` <span class="tag tag--${status}">${say(`ladder.deadline.${status}`)}</span>` : nothing
  }`;
}

function inWords({ words, within, notes, isGuidance, isConditional }: TimeView, say: Say): TemplateResult {
  const numbers = within.map((text) => say(text)).join('; ');
  const sooner = within.length > 1 ? [say('ladder.time.sooner')] : [];
  const main = words ? show(words, say) : numbers;
  const rest = [
    ...(words && numbers ? [numbers] : []),
    ...sooner,
    ...(isGuidance ? [say('ladder.time.guidance')] : []),
    ...(isConditional ? [say('ladder.time.conditional')] : []),
    ...notes.map((note) => show(note, say)),
  ];
  return rest.length > 0
    ? html`${main} (${rest.map((part, number) => html`${number > 0 ? '; ' : ''}${part}`)})`
    : html`${main}`;
}
