import { civilDateAt, clockTimeAt } from '@escalation-kit/core/calendar';
import type { Directory } from '../people/directory.ts';
import { html, type Content, type Html } from '../pages/html.ts';
import { pageOf } from '../pages/layout.ts';

/*
 * The demonstration's own pages: who one is, and what was sent to whom. They are in English, as the portals are; the
 * pages of cases are intake's, in its language.
 */

/** Somebody whom one can be. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  /** Where they begin. */
  readonly home: string;
  /** What that is, in words. */
  readonly place: string;
}

/** A message as the mailbox shows it. */
export interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly addressee: string;
  readonly email: string | null;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly made: string;
}

const TIME_ZONE = 'Europe/London';

const WHAT_IT_IS =
  'Demonstration: anybody can be anybody here, and no message leaves this machine. Use made-up details only.';

/** What stands above every page: what this is, what day it is here, and how to put its clock on. */
export function bannerOf(now: string, then: string): Html {
  return html`<section class="demo" aria-label="About this demonstration">
    <p><strong>${WHAT_IT_IS}</strong> <a href="/">Who you are</a> · <a href="/mailbox">Mailbox</a></p>
    ${clockForm(now, then)}
  </section>`;
}

/** @param then where to go afterwards */
function clockForm(now: string, then: string): Html {
  return html`<form method="post" action="/demo/clock">
    <input type="hidden" name="then" value="${then}" />
    <span>It is ${moment(now)} here.</span>
    <button name="step" value="working-day">Next working day, 9 am</button>
    <button name="step" value="week">A week on</button>
  </form>`;
}

/** Without a place to keep anything: the portals open all the same. */
export function bannerWithout(why: string): Html {
  return html`<section class="demo" aria-label="About this demonstration">
    <p>
      <strong>Demonstration in which nothing is kept.</strong> ${why} None of the organisations exists. Use made-up
      details only.
    </p>
  </section>`;
}

export function choosePage(
  parts: readonly Part[],
  banner: Html,
  { isKept, hasPortals }: { isKept: boolean; hasPortals: boolean },
): Response {
  const title = 'Escalation Kit: the demonstration';
  return pageOf(
    { title, language: 'en', banner, skip: 'Skip to main content' },
    html`<h1>${title}</h1>
      <p class="lead">
        A disagreement about how safe a child is, from both sides: raise a case on one page, find it in the other
        agency’s mailbox and answer it there, and see it in the partnership’s tracker. Then put the clock on, and see
        reminders arrive.
      </p>
      <h2 id="who">Who do you want to be?</h2>
      <ul class="cards">
        ${parts.map((part) => partCard(part, isKept))}
      </ul>
      ${isKept && html`<p><a class="button button--plain" href="/mailbox">The mailbox: what was sent to whom</a></p>`}
      <h2>What to know</h2>
      <ul>
        <li>
          The policies were taken from what the partnerships have published; none of them has confirmed what is shown
          here. Do not use it for a real child.
        </li>
        ${
          isKept &&
          html`<li>
            What you enter is kept in a PostgreSQL on this machine until you remove it:
            <form class="inline" method="post" action="/demo/empty">
              <button class="link" type="submit">remove all cases and messages, and set the clock back</button>
            </form>
          </li>`
        }
        ${
          isKept &&
          html`<li>
            Intake’s own pages work without scripts too:
            <form class="inline" method="post" action="/demo/who">
              <input type="hidden" name="then" value="/raise" /><button
                class="link"
                name="person"
                value="${parts[0]?.id}"
              >
                raise a case on a plain page
              </button>
            </form>
            .
          </li>`
        }
        ${hasPortals && html`<li>A page that has no server at all: <a href="/alone/">the elements alone</a>.</li>`}
        <li>
          No page asks anything of any other address than this one, and all are sent under the strictest content
          security policy that the elements promise to work under.
        </li>
      </ul>`,
  );
}

function partCard({ id, name, role, agency, home, place }: Part, isKept: boolean): Html {
  return html`<li class="card">
    <h3>${role}</h3>
    <p>${name}, ${agency}</p>
    ${
      isKept
        ? html`<form method="post" action="/demo/who">
            <input type="hidden" name="then" value="${home}" /><button class="button" name="person" value="${id}">
              Go to ${place}
            </button>
          </form>`
        : html`<p><a class="button" href="${home}">Go to ${place}</a></p>`
    }
  </li>`;
}

/** Everything that was sent, the newest first, by mailbox. */
export function mailboxPage(
  mail: readonly Mail[],
  readers: (email: string) => Part | null,
  banner: Html,
  directory: Directory,
  chosen: string | null,
): Response {
  const addresses = [...new Set(mail.flatMap(({ email }) => email ?? []))].sort();
  const shown = mail.filter(({ email }) => chosen === null || email === chosen);
  return pageOf(
    { title: 'Mailbox (demonstration)', language: 'en', banner, skip: 'Skip to main content' },
    html`<h1>Mailbox</h1>
      <p>What intake has sent, and to whom. No message says anything of the child: it leads to where one signs in.</p>
      <nav aria-label="Mailboxes">
        <ul class="mailboxes">
          <li>${link('/mailbox', `All (${mail.length})`, chosen === null)}</li>
          ${addresses.map((email) => {
            const count = mail.filter((each) => each.email === email).length;
            return html`<li>
              ${link(`/mailbox?of=${encodeURIComponent(email)}`, `${nameOf(email, directory)} (${count})`, chosen === email)}
            </li>`;
          })}
        </ul>
      </nav>
      ${
        shown.length === 0
          ? html`<p>Nothing has been sent yet. Raise a case first.</p>`
          : shown.map((each) => mailCard(each, each.email === null ? null : readers(each.email), directory))
      }`,
  );
}

function link(href: string, text: string, isHere: boolean): Html {
  return isHere ? html`<strong aria-current="page">${text}</strong>` : html`<a href="${href}">${text}</a>`;
}

function mailCard(
  { id, kind, addressee, email, subject, body, state, made }: Mail,
  reader: Part | null,
  directory: Directory,
): Html {
  const references = [...new Set(body.match(/\b[1-8]{3}-[1-8]{3}-[1-8]{3}\b/g) ?? [])];
  return html`<article class="card mail" aria-labelledby="mail-${id}">
    <h2 id="mail-${id}">${subject}</h2>
    <p>
      To
      <strong>${email === null ? `${addressee}: nobody knows an address` : nameOf(email, directory)}</strong
      >${email !== null && html` <small>${email}</small>`}
    </p>
    <p>
      <small>${moment(made)}</small> <span class="tag">${STATES[state] ?? state}</span>
      <span class="tag">${kind === 'reminder' ? 'reminder' : 'notice'}</span>
    </p>
    <pre class="pre">${body}</pre>
    ${
      reader &&
      references.map(
        (reference) =>
          html`<form method="post" action="/demo/who">
            <input
              type="hidden"
              name="then"
              value="${reader.home.startsWith('/cases') ? `/cases/${reference}` : `${reader.home}?case=${reference}`}"
            />
            <button class="button" name="person" value="${reader.id}">
              Open ${reference} as ${reader.role.toLowerCase()}
            </button>
          </form>`,
      )
    }
  </article>`;
}

const STATES: Readonly<Record<string, string>> = {
  waiting: 'on its way',
  sent: 'sent',
  'given-up': 'given up',
  'no-address': 'not sent',
};

/** Who has an address, by the directory. */
function nameOf(email: string, { data }: Directory): string {
  for (const group of [...data.agencies, data.partnership]) {
    const person = group.people.find((each) => each.email === email);
    if (person) return `${person.role ?? person.name}, ${group.name}`;
    if (group.address === email) return group.name;
  }
  return email;
}

export function sayPage(title: string, words: Content, banner: Html, status: number): Response {
  return pageOf(
    { title, language: 'en', banner, skip: 'Skip to main content', status },
    html`<h1>${title}</h1>
      <p>${words}</p>`,
  );
}

/** 'Tuesday 24 November 2026, 09:00' */
function moment(instant: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat('en-GB', parts).format(new Date(`${civilDateAt(instant, TIME_ZONE)}T12:00:00Z`));
  return `${day.replace(',', '')}, ${clockTimeAt(instant, TIME_ZONE)}`;
}
