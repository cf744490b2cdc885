import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseInstant } from '@escalation-kit/core/calendar';
import { isObject } from '@escalation-kit/core/case';
import { readReference } from '../case/reference.ts';
import { loadCase } from '../case/store.ts';
import { isMigrated } from '../database/migrate.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { namesOf } from '../log/log.ts';
import type { Identify } from '../people/identify.ts';
import { notFound as pageNotFound, type PageEnv, type PageSettings } from '../pages/frame.ts';
import { ownFiles } from '../pages/own-files.ts';
import { addPages, wantsPage } from '../pages/pages.ts';
import type { Services } from '../services.ts';
import { isEmail } from '../settings/settings.ts';
import { feed, makeFeed, revokeFeeds } from '../show/feed.ts';
import { countCases, filterFault, listCases } from '../show/list.ts';
import { readCase, VIEWS } from '../show/one-case.ts';
import { assignSide } from '../submit/assign-side.ts';
import { take } from '../submit/take.ts';
import { isMessageId, isState, sendAgain, STATES } from '../tell/outbox.ts';
import { refuseFromElsewhere, withHeaders } from './guard.ts';
import { rateLimit } from './rate-limit.ts';

export interface IntakeOptions extends Services {
  readonly identify: Identify;
  /** Answers the addresses that signing in has of its own; null for any other. */
  readonly signingIn?: (request: Request) => Promise<Response | null>;
  /** Bytes of a body, and submissions of one person in a minute. */
  readonly limits: { readonly body: number; readonly submissions: number };
  readonly pages?: PageSettings;
}

type Env = PageEnv;

/** Intake as a web-standard handler: a request goes in, its answer comes out. */
export function intake(options: IntakeOptions): (request: Request) => Promise<Response> {
  const { database, log, identify, limits, origin, now, tries, pages = {} } = options;
  const origins = [origin, ...(pages.origins ?? [])];
  const files = ownFiles(pages.elements);
  const waits = rateLimit(limits.submissions);
  const app = new Hono<Env>();

  app.use(withHeaders);
  app.use(async (c, next) => {
    const begun = performance.now();
    await next();
    // The pattern and not the address: that may hold a reference or a token.
    log.info('answered', {
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - begun),
    });
  });
  app.use(
    bodyLimit({
      maxSize: limits.body,
      onError: (c) => c.json({ error: `A body can have ${limits.body} bytes at most.` }, 413),
    }),
  );

  app.get('/health', (c) => c.json({ alive: true }));
  app.get('/ready', async (c) => {
    const ready = await isMigrated(database).catch(() => false);
    return c.json({ ready }, ready ? 200 : 503);
  });
  app.get('/feeds/:token', async (c) => {
    const calendar = await feed(options, c.req.param('token'));
    return calendar === null ? notThere(c) : c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });

  for (const path of ['/intake.css', '/intake.js', '/intake.svg', '/escalation-kit/*'])
    app.get(path, async (c) => (await files(c.req.path)) ?? notThere(c));
  for (const path of ['/sign-in', '/sign-in/back', '/sign-out'])
    app.all(path, async (c) => (await options.signingIn?.(c.req.raw)) ?? notThere(c));

  app.use(async (c, next) => {
    const person = await identify(c.req.raw);
    if (!person && pages.signIn !== undefined && wantsPage(c)) return c.redirect(pages.signIn, 303);
    if (!person) return c.json({ error: 'Sign in first.' }, 401);
    c.set('person', person);
    return (c.req.method === 'GET' || c.req.method === 'HEAD' ? null : refuseFromElsewhere(c, origins)) ?? next();
  });

  const pageOptions = { ...pages, services: options, waits };
  addPages(app, pageOptions);

  app.post('/cases', async (c) => {
    const { person } = c.var;
    const seconds = waits(person.id, parseInstant(now()));
    if (seconds > 0) return later(c, 429, seconds, 'This is more than one person can send in a minute.');
    const given = await jsonOf(c);
    if (given === BROKEN) return c.json({ error: 'The body is not JSON.' }, 400);
    if (person.office === 'auditor') return notYours(c);
    const { status, body } = await take(options, person, given);
    if (status === 403) return notYours(c);
    return body === null ? notThere(c) : c.json(body, status as 200);
  });

  app.get('/cases', async (c) => {
    const { limit = '50', ...given } = c.req.query();
    const filters = { ...given, limit: Number(limit) };
    const fault = filterFault(filters);
    if (fault) return c.json({ error: fault }, 400);
    return c.var.person.office === 'auditor' ? notYours(c) : c.json(await listCases(database, c.var.person, filters));
  });
  app.get('/counts', async (c) => c.json({ counts: await countCases(database, c.var.person) }));

  app.get('/cases/:reference', async (c) => {
    const read = await readCase(options, c.var.person, referenceIn(c), 'case');
    if (!read) return notThere(c);
    const { kept, kase } = read;
    const { id, version } = kase.policy;
    return c.json({
      reference: kept.reference,
      taken: kept.takenAt,
      policy: { id, version },
      entries: kept.record,
      assessment: kase.assessment,
    });
  });
  app.get('/cases/:reference/:view', async (c, next) => {
    const name = c.req.param('view');
    const view = Object.hasOwn(VIEWS, name) ? VIEWS[name] : undefined;
    if (!view) return next();
    const read = await readCase(options, c.var.person, referenceIn(c), name);
    if (!read) return notThere(c);
    const text = view.write(read.kase);
    return c.body(text, 200, {
      'content-type': `${view.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${read.kept.reference}-${name}"`,
      ...(view.type === 'text/html' && { 'content-security-policy': policyFor(text) }),
    });
  });

  app.get('/cases/:reference/readings', officers, async (c) => {
    const kept = await loadCase(database, { reference: referenceIn(c) });
    if (!kept) return notThere(c);
    const sql = 'select person, what, at from intake.readings where case_id = $1 order by id';
    return c.json({ readings: await database.rows(sql, [kept.id]) });
  });
  app.post('/cases/:reference/sides', officers, async (c) => {
    const { side, agency } = objectIn(await jsonOf(c));
    if (
      (side !== 'raising' && side !== 'receiving') ||
      typeof agency !== 'string' ||
      !options.directory.agency(agency)
    ) {
      return c.json({ error: 'Give a side, raising or receiving, and the id of an agency in the directory.' }, 422);
    }
    const kept = await loadCase(database, { reference: referenceIn(c) });
    if (!kept) return notThere(c);
    await assignSide(options, kept, side, agency, c.var.person);
    return c.json({ side, agency });
  });

  app.get('/messages', officers, async (c) => {
    const sql = `select m.id, s.reference, m.kind, m.addressee, m.email, m.subject, m.state, m.tries, m.error, m.made_at as made, m.sent_at as sent
      from intake.messages m left join intake.standing s on s.case_id = m.case_id
      where $1::text is null or m.state = $1 order by m.made_at desc, m.id limit 200`;
    const state = c.req.query('state') ?? null;
    if (state !== null && !isState(state)) return c.json({ error: `state: one of ${STATES.join(', ')}` }, 400);
    return c.json({ messages: await database.rows(sql, [state]) });
  });
  app.post('/messages/:id/send', officers, async (c) => {
    const { email = null } = objectIn(await jsonOf(c));
    if (email !== null && (typeof email !== 'string' || !isEmail(email)))
      return c.json({ error: 'Give an e-mail address, or none.' }, 422);
    const id = c.req.param('id') ?? '';
    const isSent = isMessageId(id) && (await database.transaction((queries) => sendAgain(queries, id, email, tries)));
    return isSent ? c.json({ state: 'waiting' }) : notThere(c);
  });

  app.post('/feeds', async (c) => c.json({ address: `${origin}/feeds/${await makeFeed(options, c.var.person)}` }, 201));
  app.post('/feeds/revoke', async (c) => (await revokeFeeds(options, c.var.person), c.json({ revoked: true })));

  /** For the form: who can be named by id. */
  app.get('/directory', (c) =>
    c.json({ agencies: options.directory.data.agencies.map(({ id, name, sector }) => ({ id, name, sector })) }),
  );

  app.notFound((c) => (wantsPage(c) && c.var.person ? pageNotFound(c, pageOptions) : notThere(c)));
  app.onError((error, c) => {
    if (isUnavailable(error)) {
      log.warn('the database cannot be reached', namesOf(error));
      return later(c, 503, 5, 'This cannot be kept at the moment.');
    }
    log.error('an answer failed', { route: routeOf(c), ...namesOf(error) });
    return c.json({ error: 'Something here failed. Nothing was kept.' }, 500);
  });

  return async (request) => app.fetch(request);
}

const BROKEN = Symbol('not JSON');

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text()) as unknown;
  } catch (error) {
    // What the limit of the body throws is for its own handler.
    if (!(error instanceof SyntaxError)) throw error;
    return BROKEN;
  }
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

const officers = async (c: Context<Env>, next: () => Promise<void>) =>
  c.var.person.office === 'officer' ? next() : notThere(c);

function referenceIn(c: Context): string {
  return readReference(c.req.param('reference') ?? '') ?? '';
}

function notThere(c: Context): Response {
  return c.json({ error: 'There is nothing here, or nothing for you.' }, 404);
}

function notYours(c: Context): Response {
  return c.json({ error: 'You cannot write here for this agency.' }, 403);
}

function later(c: Context, status: 429 | 503, seconds: number, error: string): Response {
  return c.json({ error }, status, { 'retry-after': `${seconds}` });
}

function routeOf(c: Context): string {
  return c.req.matchedRoutes.findLast(({ path }) => path !== '/*' && path !== '*')?.path ?? 'none';
}

/** The page's own styles, and nothing else of anybody's. */
function policyFor(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
}
