import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parseInstant } from '@escalation-kit/core/calendar';
import { concernedIn, loadCase } from '../case/store.ts';
import { mayRead } from '../people/person.ts';
import { take as keep } from '../submit/take.ts';
import { readReference } from '../case/reference.ts';
import type { Text } from '../text/say.ts';
import { draftSent, keepDraft, newDraftId, newKey, openDraft, type DraftOf } from './drafts.ts';
import {
  givenIn,
  inputOf,
  isAction,
  baseOf,
  newDraft,
  startingWith,
  take,
  viewOf,
  type About,
  type Draft,
} from './form-flow.ts';
import { formPage } from './form-page.ts';
import { html, type Html } from './html.ts';
import { wordsFor } from './words.ts';
import { frameOf, notFound, sayPage, type PageEnv, type PagesOptions } from './frame.ts';

/*
 * The form without scripts: every step is a post that is answered with where to look next. Its answers are in a draft;
 * an address says which draft and which page by their ids, and nothing of what was answered.
 */
export function addForm(app: Hono<PageEnv>, options: PagesOptions): void {
  app.get('/raise', async (c) => {
    const about = raising(c, options);
    return about ? show(c, options, about) : whichPolicy(c, options);
  });
  app.post('/raise', async (c) => {
    const about = raising(c, options);
    return about ? answer(c, options, about) : notFound(c, options);
  });
  app.get('/cases/:reference/record', async (c) => {
    const about = await recording(c, options);
    return about ? show(c, options, about) : notFound(c, options);
  });
  app.post('/cases/:reference/record', async (c) => {
    const about = await recording(c, options);
    return about ? answer(c, options, about) : notFound(c, options);
  });
}

function raising(c: Context<PageEnv>, { services: { offer } }: PagesOptions): About | null {
  const policy = offer.policies.get(c.req.query('policy') ?? '');
  return policy ? { policy } : null;
}

async function recording(c: Context<PageEnv>, { services: { database } }: PagesOptions): Promise<About | null> {
  const kept = await loadCase(database, { reference: readReference(c.req.param('reference') ?? '') ?? '' });
  if (!kept || !mayRead(c.var.person, await concernedIn(database, kept.id))) return null;
  const action = c.req.query('action') ?? '';
  return { kept, action: isAction(action) ? action : null };
}

function whichPolicy(c: Context<PageEnv>, options: PagesOptions): Response {
  const { say, offer } = options.services;
  const title = say({ key: 'intake.page.which-policy' });
  return frameOf(
    c,
    options,
    { title },
    html`<h1>${title}</h1>
      <ul>
        ${[...offer.policies.values()].map(({ id, title: name, partnership }) => html`<li><a href="/raise?policy=${id}">${name}</a> <small>${partnership.name}</small></li>`)}
      </ul>`,
  );
}

async function show(c: Context<PageEnv>, options: PagesOptions, about: About): Promise<Response> {
  const { services } = options;
  const id = c.req.query('draft');
  const found = id === undefined ? null : await draftOf(c, options, id);
  if (found && 'sent' in found) return toCase(c, found.sent);
  if (id !== undefined && !found) return gone(c, options, about);
  const draft = found?.draft ?? newDraft(about, services);
  const place = /^\d{1,3}$/.test(c.req.query('at') ?? '') ? Number(c.req.query('at')) : null;
  return written(
    c,
    options,
    about,
    id === undefined ? { ...draft, answers: startingWith(about, services, c.var.person) } : draft,
    place,
    id ?? null,
  );
}

async function answer(c: Context<PageEnv>, options: PagesOptions, about: About): Promise<Response> {
  const { services } = options;
  const { person } = c.var;
  const id = c.req.query('draft') ?? newDraftId();
  const found = c.req.query('draft') === undefined ? null : await draftOf(c, options, id);
  if (found && 'sent' in found) return toCase(c, found.sent);
  if (c.req.query('draft') !== undefined && !found) return gone(c, options, about);
  const begun = found?.draft ?? { ...newDraft(about, services), answers: startingWith(about, services, person) };
  const given = givenIn(new URLSearchParams(await c.req.text()));
  const isSending = given.did === 'next' && found !== null;
  const input = await inputOf(about, services, person, isSending ? begun.at : services.now());
  const words = wordsFor(services.say, input.case.policy, input.case.state);
  const { draft, submission } = take(begun, given, input, words.say);
  const whose = { id, person: person.id, key: keyOf(c, options) };
  if (!submission) return goOn(c, options, about, whose, draft);
  const notSent = baseOf(about) === begun.base ? await send(c, options, submission, whose) : OVERTAKEN;
  if (notSent instanceof Response) return notSent;
  // Another process may have sent the same while this one looked.
  const again = await draftOf(c, options, id);
  if (again && 'sent' in again) return toCase(c, again.sent);
  return goOn(c, options, about, whose, { ...draft, base: baseOf(about), notSent });
}

const OVERTAKEN: Text = { key: 'intake.page.overtaken' };

/** @returns where to look now; or the key of a text that says why it was not taken */
async function send(
  c: Context<PageEnv>,
  options: PagesOptions,
  submission: unknown,
  whose: DraftOf,
): Promise<Response | Text> {
  const { services, waits } = options;
  const { person } = c.var;
  if (waits(person.id, parseInstant(services.now())) > 0) return { key: 'intake.page.too-many' };
  if (person.office === 'auditor') return { key: 'intake.page.not-yours' };
  const outcome = await keep(services, person, submission);
  if (outcome.status === 200 || outcome.status === 201) {
    const { reference } = outcome.body.receipt;
    await draftSent(services.database, whose, reference);
    return toCase(c, reference);
  }
  if (outcome.status === 409) return OVERTAKEN;
  if (outcome.status === 422) return outcome.body.refusal.text;
  return { key: 'intake.page.not-yours' };
}

async function goOn(
  c: Context<PageEnv>,
  options: PagesOptions,
  about: About,
  whose: DraftOf,
  draft: Draft,
): Promise<Response> {
  const { services } = options;
  const kept = { ...draft, at: services.now() };
  await keepDraft(services.database, whose, kept, services.now());
  const { form, page } = viewOf(kept, await inputOf(about, services, c.var.person, services.now()), null);
  return c.redirect(`${addressOf(about, whose.id)}&at=${form.pages.indexOf(page)}`, 303);
}

async function written(
  c: Context<PageEnv>,
  options: PagesOptions,
  about: About,
  draft: Draft,
  place: number | null,
  id: string | null,
): Promise<Response> {
  const { services } = options;
  const input = await inputOf(about, services, c.var.person, services.now());
  const words = wordsFor(services.say, input.case.policy, input.case.state);
  const view = viewOf(draft, input, place);
  const agencies = services.directory.data.agencies.map(({ name }) => name);
  const notSent = draft.notSent === undefined ? null : notSentBox(draft.notSent, about, words);
  const content = formPage(view, { ...words, address: addressOf(about, id), agencies, notSent });
  const title = words.say(view.page.title ?? view.page.fields[0]?.label ?? { key: 'intake.page.raise' });
  const { policy } = input.case;
  const isFresh = id === null && options.elements !== undefined;
  return frameOf(
    c,
    options,
    { title, scripts: isFresh },
    html`${about.kept && html`<p><a href="/cases/${about.kept.reference}">${words.say('intake.page.case', { reference: about.kept.reference })}</a></p>`}
<p data-sent hidden role="status">${words.say('intake.page.open-sent')} <a href="/cases">${words.say('intake.page.open-sent.link')}</a></p>
<div${isFresh && !about.kept && html` data-elements data-policy="${policy.id}" data-now="${options.clock?.() ?? ''}" data-heading="1"`}>${content}</div>`,
  );
}

function notSentBox(why: Text, about: About, { say, show }: ReturnType<typeof wordsFor>): Html {
  const reason = show(why);
  const link =
    about.kept && why.key === OVERTAKEN.key
      ? html` <a href="/cases/${about.kept.reference}" target="_blank" rel="noopener"
          >${say('intake.page.overtaken.link')}</a
        >`
      : null;
  return html`<div class="outcome outcome--not-sent" role="alert">
    <p><strong>${say('form.not-sent')}</strong></p>
    <p>${reason}${link}</p>
  </div>`;
}

function gone(c: Context<PageEnv>, options: PagesOptions, about: About): Response {
  const { say } = options.services;
  return sayPage(
    c,
    options,
    say({ key: 'intake.page.draft.gone' }),
    html`${say({ key: 'intake.page.draft.gone.why' })}
      <a href="${addressOf(about, null)}">${say({ key: 'intake.page.draft.again' })}</a>`,
    410,
  );
}

function addressOf({ policy, kept, action }: About, draft: string | null): string {
  const path = kept ? `/cases/${kept.reference}/record` : '/raise';
  const query = new URLSearchParams({
    ...(policy && { policy: policy.id }),
    ...(action && { action }),
    ...(draft !== null && { draft }),
  });
  return `${path}?${query.toString()}`;
}

function toCase(c: Context<PageEnv>, reference: string): Response {
  return c.redirect(`/cases/${reference}?sent`, 303);
}

async function draftOf(
  c: Context<PageEnv>,
  { services: { database, now } }: PagesOptions,
  id: string,
): Promise<{ readonly sent: string } | { readonly draft: Draft } | null> {
  const key = getCookie(c, COOKIE);
  const found = key === undefined ? null : await openDraft(database, { id, person: c.var.person.id, key }, now());
  if (!found || 'sent' in found) return found;
  return { draft: found.content as Draft };
}

const COOKIE = 'intake-drafts';

/** One for all of a person's drafts in this browser, until it is closed. */
function keyOf(c: Context<PageEnv>, { services: { origin } }: PagesOptions): string {
  const known = getCookie(c, COOKIE);
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known;
  const key = newKey();
  setCookie(c, COOKIE, key, { path: '/', httpOnly: true, sameSite: 'Strict', secure: origin.startsWith('https:') });
  return key;
}
