import { html, nothing, type TemplateResult } from 'lit';
import type { BadgeView } from '@escalation-kit/core/views/badge';
import { capital, showSentence, withPolicyLanguage } from '../kit/policy-words.ts';
import { BADGE_ICONS } from './badge-icons.ts';
import type { BadgeRendering } from './badge-rendering.ts';
import { renderWhy } from './render-why.ts';

/** The badge, and below it why the date is what it is. */
export function renderBadge(view: BadgeView, given: BadgeRendering): TemplateResult {
  const { isOpen, isCompact, toggle, language } = given;
  const say = withPolicyLanguage(given.say, language, view.language ?? language);
  const rendering = { ...given, say };
  const { left, label, isGuidance, isUrgent, why } = view;
  const status = isUrgent ? 'due-today' : view.status;
  return html`<div class="badge is-${status}" part="badge">
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d=${BADGE_ICONS[status]}></path>
      </svg>
      <p id="line" class="line">
        <span class="headline">${headline(view, rendering)}</span>${left ? html` · ${say(left)}` : nothing} ·
        <strong class="status" part="status">${say(label)}</strong>${
          isGuidance ? html` · ${say({ key: 'badge.guidance' })}` : nothing
        }
      </p>
    </div>
    ${
      why && !isCompact
        ? html`<button
              type="button"
              class="toggle ek-link"
              part="toggle"
              aria-expanded=${isOpen ? 'true' : 'false'}
              aria-controls="why"
              aria-describedby="line"
              @click=${toggle}
            >
              ${say({ key: view.due === null ? 'badge.why-no-date' : 'badge.why' })}
            </button>
            <div id="why" class=${isOpen ? 'why is-open' : 'why'} part="why">${renderWhy(why, say)}</div>`
        : nothing
    }`;
}

/** The day stands in a `<time>`: every language writes it as the speaker does. */
function headline({ headline, due, dueAt }: BadgeView, { say, day }: BadgeRendering): unknown {
  if (due === null) return showSentence(headline, say);
  const said = capital(say(headline));
  const date = day(due);
  // Some languages write the weekday small inside a sentence.
  const at = said.toLowerCase().indexOf(date.toLowerCase());
  const end = at + date.length;
  if (at < 0) return said;
  return html`${said.slice(0, at)}<time datetime=${dueAt ?? due}>${said.slice(at, end)}</time>${said.slice(end)}`;
}
