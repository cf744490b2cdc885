import type { FormNote } from '@escalation-kit/core/form';
import type { CalloutView, ContactView, SourceView } from '@escalation-kit/core/views';
import { attribute, html, type Html } from './html.ts';
import type { Words } from './words.ts';

/** What is to be read, with where it comes from: danger in a box of its own, the other callouts in another. */
export function notes(all: readonly FormNote[] | undefined, words: Words): Html {
  const isPlain = ({ kind }: FormNote) => kind === 'plain' || kind === 'blocked';
  const callouts = (all ?? []).filter((note): note is FormNote & CalloutView => !isPlain(note));
  const isDanger = ({ kind }: CalloutView) => kind === 'immediate-danger';
  return html`${callout(callouts.filter(isDanger), words)}${callout(
    callouts.filter((each) => !isDanger(each)),
    words,
  )}${(all ?? []).filter(isPlain).map(
    ({ kind, words: text, sources: from }) =>
      html`<div class="note note--${kind}">
        <p>${words.show(text)}</p>
        ${sources(from, words)}
      </div> `,
  )}`;
}

export function callout(callouts: readonly CalloutView[], words: Words): Html | null {
  const [first] = callouts;
  if (!first) return null;
  const { say, show } = words;
  return html`<div class="callout callout--${first.kind}">
    ${callouts.map(
      ({ kind, words: text, emergency }) =>
        html`<p><strong>${say(`ladder.callout.${kind}`)}:</strong> ${show(emergency ?? text)}</p>
          ${emergency && html`<p>${show(text)}</p>`}`,
    )}${callouts.map(({ contact: whom }) => whom && contact(whom, words))}${sources(
      callouts.flatMap(({ sources: from }) => from),
      words,
    )}
  </div> `;
}

/** Whom to reach and how: the view has let through links to telephones, e-mail and web pages only. */
function contact({ name, links, address, asOf }: ContactView, { say, own }: Words): Html {
  const date = asOf === null ? say('ladder.contact.no-date') : say('ladder.contact.as-of', { asOf });
  const ways = links.map(
    ({ text, href, label }, i) => html`${i > 0 && ', '}<a href="${href}">${text}</a>${label && ` (${label})`}`,
  );
  return html`<p class="contact">${own(name)}: ${ways}${address && ` ${address}`} <small>(${date})</small></p>`;
}

/** The clauses behind something, out of the way until they are asked for. */
export function sources(from: readonly SourceView[], { say, policyLanguage }: Words): Html | null {
  if (from.length === 0) return null;
  const once = new Map(from.map((source) => [source.clause, source]));
  return html`<details class="source">
    <summary>${say('ladder.source')}</summary>
    <ul>
      ${[...once.values()].map(
        ({ place, says }) => html`<li${attribute('lang', policyLanguage)}><strong>${place}.</strong> ${says}</li>`,
      )}
    </ul>
  </details>`;
}
