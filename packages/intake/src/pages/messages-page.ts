import type { Queries } from '../database/database.ts';
import type { Services } from '../services.ts';
import type { OwnKeyAfter } from '../text/say.ts';
import { html, type Html } from './html.ts';

/** What was to be sent, as the partnership sees it: without its text. */
export interface Posted {
  readonly id: string;
  readonly reference: string | null;
  readonly addressee: string;
  readonly email: string | null;
  readonly subject: string;
  readonly state: string;
  readonly tries: number;
  readonly made: string;
}

type Key = OwnKeyAfter<'intake.messages.'>;

/** Those that did not arrive come first. */
export function postedIn(queries: Queries): Promise<Posted[]> {
  return queries.rows<Posted>(
    `select m.id, s.reference, m.addressee, m.email, m.subject, m.state, m.tries, m.made_at as made
     from intake.messages m left join intake.standing s on s.case_id = m.case_id
     order by array_position(array['given-up', 'no-address', 'waiting', 'sent'], m.state), m.made_at desc, m.id limit 200`,
  );
}

export function messagesPage(posted: readonly Posted[], { say }: Pick<Services, 'say'>): Html {
  const word = (key: Key) => say({ key: `intake.messages.${key}` });
  return html`<h1>${say({ key: 'intake.page.messages' })}</h1>
    ${
      posted.length === 0
        ? html`<p>${word('none')}</p>`
        : html`<ul class="cards">
            ${posted.map((each) => card(each, word))}
          </ul>`
    }`;
}

function card({ id, reference, addressee, email, subject, state, made }: Posted, word: (key: Key) => string): Html {
  return html`<li class="card">
    <h2>${subject}</h2>
    <p>${email ?? html`${addressee} <strong class="late">${word('no-address')}</strong>`}</p>
    <p><small>${made.slice(0, 10)}</small> <span class="tag">${word(`state.${state}` as Key)}</span></p>
    ${reference !== null && html`<p><a href="/cases/${reference}">${reference}</a></p>`}
    ${
      state !== 'sent' &&
      state !== 'waiting' &&
      html`<form method="post" action="/messages/${id}/send">
        <label for="to-${id}">${word('to')}</label>
        <input id="to-${id}" name="email" type="email" autocomplete="off" value="${email}" />
        <button class="button button--plain">${word('again')}</button>
      </form>`
    }
  </li>`;
}
