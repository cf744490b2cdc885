import type { Case, Deadline } from '@escalation-kit/core/case';
import { chronologyOf } from '@escalation-kit/core/export/chronology';
import { linksOf, type ChronologyEntry } from '@escalation-kit/core/export/entries';
import { momentText, recordedText } from '@escalation-kit/core/export/moments';
import { indexOf } from '@escalation-kit/core/policy';
import { badgeOf, dutiesView, isOver, ladderView, type DutyItem } from '@escalation-kit/core/views';
import { VIEWS } from '../show/one-case.ts';
import { html, type Html } from './html.ts';
import { callout, sources } from './parts.ts';
import type { Text } from '../text/say.ts';
import type { Words } from './words.ts';

export interface CaseView {
  readonly reference: string;
  readonly kase: Case;
  /** It has just been sent. */
  readonly isSent: boolean;
  readonly mayWrite: boolean;
  readonly now?: string | undefined;
  readonly hasElements: boolean;
  /** Which agencies stand on its sides, for those who say so. */
  readonly sides: Html | null;
}

/** One case: where it stands and what comes next, what is owed, and all that happened. */
export function casePage({ reference, kase, isSent, mayWrite, now, hasElements, sides }: CaseView, words: Words): Html {
  const { say, show, own } = words;
  const { policy, assessment } = kase;
  const { standing, next } = ladderView(kase);
  const stage = indexOf(policy).stages.get(assessment.stage ?? '')?.label;
  const open = assessment.deadlines.filter((deadline) => !isOver(deadline));
  const { overdue, due } = dutiesView(kase, { show: 'open' });
  const owed = [...overdue, ...due];
  return html`<h1>${say('intake.page.case', { reference })}</h1>
${
  isSent &&
  html`<div class="outcome outcome--sent" role="status">
    <p><strong>${say('intake.page.sent', { reference })}</strong></p>
  </div>`
}
<p>${own(policy.title)} · ${stage && own(stage)} · <strong>${say(`case-status.${assessment.status}`)}</strong></p>
<div${mayWrite && hasElements && html` data-elements data-policy="${policy.id}" data-reference="${reference}" data-now="${now}"`}>
${callout(
  standing.filter(({ kind }) => kind === 'immediate-danger'),
  words,
)}
${
  next &&
  html`<p class="lead">${show(next.sentence)}</p>
    ${next.onward && html`<p>${show(next.onward)}</p>`}`
}
${mayWrite && html`<p class="actions"><a class="button" href="/cases/${reference}/record">${say('intake.page.case.record')}</a></p>`}
${
  open.length > 0 &&
  html`<h2>${say('intake.page.case.dates')}</h2>
    <ul>
      ${open.map((deadline) => html`<li>${dateOf(deadline, kase, words)}</li>`)}
    </ul>`
}
<h2>${say('intake.page.case.owed')}</h2>
${
  owed.length === 0
    ? html`<p>${say('intake.page.case.nothing-owed')}</p>`
    : html`<ul>
        ${owed.map((duty) => html`<li>${dutyOf(duty, words)}</li>`)}
      </ul>`
}
</div>
<h2>${say('intake.page.case.entries')}</h2>
<ol class="entries">${[...chronologyOf(kase).entries].map((entry) => html`<li>${entryOf(entry, words)}</li> `)}</ol>
${sides}
    <h2>${say('intake.page.case.copies')}</h2>
<ul>${Object.keys(VIEWS).map((view) => html`<li><a href="/cases/${reference}/${view}">${say(`intake.page.case.${view}` as Text['key'])}</a></li>`)}</ul>`;
}

function dateOf(deadline: Deadline, kase: Case, { say, show }: Words): Html {
  const { headline, left, label, isGuidance, status } = badgeOf(deadline, kase);
  return html`${say(`side.${deadline.owner}`)}: <strong${status === 'overdue' && html` class="late"`}>${show(headline)}</strong>${left && html` · ${show(left)}`} · ${show(label)}${isGuidance && html` · ${say('badge.guidance')}`}`;
}

function dutyOf({ text, owner, agency, who, due, status, sources: from }: DutyItem, words: Words): Html {
  const { say, show } = words;
  const name = agency ?? say(`duties.side.${owner}`);
  return html`${show(text)} <small>${who === null ? name : say('duties.owner', { owner: name, role: who })} · <span${status === 'overdue' && html` class="late"`}>${show(due)}</span></small>${sources(from, words)}`;
}

function entryOf(entry: ChronologyEntry, { say, show }: Words): Html {
  const { title, happened, recorded, isLate, by, stage, details, faults, warnings } = entry;
  const when = happened && html`<time datetime="${happened.instant}">${say(momentText(happened))}</time>`;
  const isAnotherTime = recorded && (recorded.date !== happened?.date || recorded.time !== happened.time);
  const late = recorded && isLate && isAnotherTime && html` <small>${say(recordedText(recorded, isLate))}</small>`;
  const person = by && [by.name, by.role].filter(Boolean).map((part) => html`, <bdi>${part}</bdi>`);
  return html`<p>
      <strong>${show(title)}</strong>${stage && html` <span class="tag">${show(stage)}</span>`}<br /><small
        >${when}${late}${by && html` · ${show(by.side)}${person}`}</small
      >
    </p>
    ${[...faults, ...warnings].map((text) => html`<p class="error">${show(text)}</p>`)}${linksOf(entry).map((text) => html`<p>${show(text)}</p>`)}${
      details.length > 0 &&
      html`<dl class="facts">
        ${details.map(
          ({ label, says }) =>
            html`<dt>${show(label)}</dt>
              <dd>${says.map((text, i) => html`${i > 0 && '; '}${show(text)}`)}</dd>`,
        )}
      </dl>`
    }`;
}
