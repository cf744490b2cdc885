import { CASE_STATUSES } from '@escalation-kit/core/case';
import { civilDateAt } from '@escalation-kit/core/calendar';
import type { Listed, Page } from '../show/list.ts';
import type { Services } from '../services.ts';
import type { OwnKeyAfter } from '../text/say.ts';
import { html, type Html } from './html.ts';
import { statusText } from './words.ts';

export interface ListView {
  readonly title: string;
  readonly page: Page;
  readonly counts: readonly {
    readonly policy: string;
    readonly status: string;
    readonly stage: string;
    readonly cases: number;
  }[];
  /** What was asked for, as the address says it. */
  readonly query: Readonly<Record<string, string>>;
}

/** Cases, what is due next first, and how many there are. */
export function listPage({ title, page, counts, query }: ListView, { say, now }: Services): Html {
  const word = (key: OwnKeyAfter<'intake.page.'>) => say({ key: `intake.page.${key}` });
  const { status, after } = query;
  const addressWith = (change: Record<string, string | undefined>) => {
    const kept = Object.entries({ ...query, ...change }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return `/cases?${new URLSearchParams(kept).toString()}`;
  };
  const filter = (value: string | undefined, text: string) =>
    value === status
      ? html`<li><strong aria-current="page">${text}</strong></li>`
      : html`<li><a href="${addressWith({ status: value, after: undefined })}">${text}</a></li>`;
  return html`<h1>${title}</h1>
    <nav aria-label="${word('status')}">
      <ul class="filters">
        ${filter(undefined, word('list.all'))}${CASE_STATUSES.filter((each) => each !== 'none').map((each) => filter(each, say({ key: `case-status.${each}` })))}
      </ul>
    </nav>
    ${counts.length > 0 && countsOf(counts, word('list.counts'), say)}
    ${page.cases.length === 0 ? html`<p>${word('list.none')}</p>` : table(page.cases, say, now())}
    <p>
      ${after !== undefined && html`<a href="${addressWith({ after: undefined })}">${word('list.first')}</a> `}${page.after !== null && html`<a href="${addressWith({ after: page.after })}">${word('list.more')}</a>`}
    </p>`;
}

function countsOf(counts: ListView['counts'], title: string, say: Services['say']): Html {
  const byStatus = new Map<string, number>();
  for (const { status, cases } of counts) byStatus.set(status, (byStatus.get(status) ?? 0) + cases);
  return html`<h2>${title}</h2>
    <ul class="counts">
      ${[...byStatus].map(([status, cases]) => html`<li><strong>${cases}</strong> ${say(statusText(status))}</li>`)}
    </ul>`;
}

function table(cases: readonly Listed[], say: Services['say'], now: string): Html {
  const word = (key: OwnKeyAfter<'intake.page.'>) => say({ key: `intake.page.${key}` });
  const heads = ['reference', 'policy', 'stage', 'status', 'raising', 'receiving', 'next'] as const;
  return html`<div class="wide" role="region" aria-labelledby="cases" tabindex="0">
    <table>
      <caption id="cases">
        ${word('list.caption')}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${word(head)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${cases.map(
          ({ reference, policy, stage, status, raising, receiving, next }) =>
            html`<tr>
              <th scope="row"><a class="reference" href="/cases/${reference}">${reference}</a></th>
              <td>${policy}</td>
              <td>${stage}</td>
              <td>${say(statusText(status))}</td>
              <td><bdi>${raising?.agency}</bdi></td>
              <td><bdi>${receiving?.agency}</bdi></td>
              <td>${due(next, say, now)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function due(next: Listed['next'], say: Services['say'], now: string): Html {
  if (!next) return html`${say({ key: 'intake.page.next.none' })}`;
  const isLate = next.due < civilDateAt(now, 'Europe/London');
  const values = { what: say(next.what), day: say.day(next.due) };
  const words = say({ key: isLate ? 'intake.page.overdue' : 'intake.page.due', values });
  return isLate ? html`<span class="late">${words}</span>` : html`${words}`;
}
