import type { Calendar } from '@escalation-kit/core/calendar';
import type { Directory } from '../people/directory.ts';
import { filesIn } from '../pages/files.ts';
import type { Html } from '../pages/html.ts';
import { fileOf, ownFiles } from '../pages/own-files.ts';
import { morningsAhead, STEPS, type DemoClock, type Step } from './clock.ts';
import { bannerOf, bannerWithout, choosePage, mailboxPage, sayPage, type Mail, type Part } from './pages.ts';

/** What keeps the cases of a demonstration. */
export interface DemoKeeper {
  /** Intake, for whoever the cookie names. */
  readonly handler: (request: Request) => Promise<Response>;
  readonly clock: DemoClock;
  readonly calendar: Calendar;
  readonly mail: () => Promise<readonly Mail[]>;
  /** Reminds as on that morning, and waits until what is to be sent has gone. */
  readonly remind: () => Promise<void>;
  readonly empty: () => Promise<void>;
}

export interface DemoOptions {
  readonly origins: readonly string[];
  readonly directory: Directory;
  /** Null: there is nowhere to keep anything. `why` says the reason. */
  readonly keeper: DemoKeeper | null;
  readonly why?: string;
  /** Folders of the portals and of the elements' built files, where there are such. */
  readonly portals?: string | undefined;
  readonly elements?: string | undefined;
}

/**
 * Intake with all that a demonstration has around it, as one handler: who one is, the mailbox, the clock, the portals.
 * It answers to its own names alone, so that no page of elsewhere can come to it under another.
 */
export function demonstration(options: DemoOptions): (request: Request) => Promise<Response> {
  const { origins, directory, keeper } = options;
  const portals = options.portals === undefined ? null : filesIn(options.portals);
  const own = ownFiles(options.elements);
  const parts = partsOf(directory, portals !== null);
  const banner = (then: string): Html =>
    keeper ? bannerOf(keeper.clock.now(), then) : bannerWithout(options.why ?? '');

  return async (request) => {
    const url = new URL(request.url);
    if (!origins.includes(url.origin)) return new Response('Not under this name.\n', { status: 421 });
    const { pathname } = url;
    if (request.method === 'POST' && pathname.startsWith('/demo/')) return post(request, pathname);
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (pathname === '/')
        return choosePage(parts, banner('/'), { isKept: keeper !== null, hasPortals: portals !== null });
      if (pathname === '/demo/state') return Response.json(state(), { headers: { 'cache-control': 'no-store' } });
      if (pathname === '/mailbox' && keeper) return mailbox(url);
      const file = (await own(pathname)) ?? fileOf((await portals?.(pathname.slice(1))) ?? null);
      if (file) return file;
    }
    if (!keeper) return notThere();
    return keeper.handler(asNamed(request, url));
  };

  async function post(request: Request, pathname: string): Promise<Response> {
    if (pathname === '/demo/down') return Response.json({ error: 'It is said to be down.' }, { status: 503 });
    if (!origins.includes(request.headers.get('origin') ?? '')) return new Response(null, { status: 403 });
    const given = new URLSearchParams(await request.text());
    const then = placeIn(given.get('then'));
    if (pathname === '/demo/who') return become(given.get('person') ?? '', then);
    if (!keeper) return notThere();
    if (pathname === '/demo/clock') await putOn(keeper, given.get('step'));
    else if (pathname === '/demo/empty') await keeper.empty();
    else return notThere();
    return goTo(then);
  }

  function become(id: string, then: string): Response {
    const person = directory.person(id);
    return person ? goTo(then, `intake-demo=${encodeURIComponent(id)}; Path=/; HttpOnly; SameSite=Strict`) : notThere();
  }

  async function mailbox({ searchParams }: URL): Promise<Response> {
    const of = searchParams.get('of');
    const then = of === null ? '/mailbox' : `/mailbox?of=${encodeURIComponent(of)}`;
    return mailboxPage(await keeper!.mail(), (email) => readerOf(email, parts, directory), banner(then), directory, of);
  }

  function state() {
    const { now, isAhead } = keeper
      ? { now: keeper.clock.now(), isAhead: keeper.clock.isAhead }
      : { now: null, isAhead: false };
    const agencies = directory.data.agencies.map(({ id, name, sector }) => ({ id, name, sector }));
    return { isKept: keeper !== null, why: options.why ?? null, now, isAhead, agencies };
  }

  function notThere(): Response {
    return sayPage('There is nothing here', 'It only stands in the menus, or it is not there.', banner('/'), 404);
  }
}

/** The clock goes from morning to morning, so that each day's reminders come on their day. */
async function putOn({ clock, calendar, remind }: DemoKeeper, step: string | null): Promise<void> {
  if (!(STEPS as readonly (string | null)[]).includes(step)) return;
  for (const morning of morningsAhead(calendar, clock.now(), 'Europe/London', step as Step)) {
    clock.moveTo(morning);
    await remind();
  }
}

/** Each portal is one person's, whoever the cookie names: two of them can be open side by side. */
function asNamed(request: Request, url: URL): Request {
  const [, person, path] = /^\/as\/([\w.%@-]+)(\/.*)$/.exec(url.pathname) ?? [];
  if (person === undefined || path === undefined) return request;
  const named = new Request(new URL(path + url.search, url.origin), request);
  named.headers.set('cookie', `intake-demo=${person}`);
  return named;
}

const PORTALS: Readonly<Record<string, readonly [home: string, place: string]>> = {
  school: ['/school/', 'the school’s portal'],
  hospital: ['/health/', 'the health trust’s intranet'],
  council: ['/council/', 'the council’s page'],
};

function partsOf({ data }: Directory, hasPortals: boolean): Part[] {
  const groups = [...data.agencies, { ...data.partnership, id: '' }];
  return groups.flatMap(({ id: agencyId, name: agency, people }) =>
    people.map(({ id, name, role }) => {
      const [home, place] = (hasPortals && PORTALS[agencyId]) || [
        '/cases',
        agencyId === '' ? 'the tracker' : 'your cases',
      ];
      return { id, name, role: role ?? name, agency, home, place };
    }),
  );
}

/** Whose mailbox it is: the person's, or that of the first of a group whose address it is. */
function readerOf(email: string, parts: readonly Part[], { data }: Directory): Part | null {
  const groups = [...data.agencies, data.partnership];
  const person =
    groups.flatMap(({ people }) => people).find((each) => each.email === email) ??
    groups.find(({ address }) => address === email)?.people[0];
  return parts.find(({ id }) => id === person?.id) ?? null;
}

/** A path of here, and no other site. */
function placeIn(given: string | null): string {
  return given !== null && /^\/(?![/\\])[\w\-./?=&%@+]*$/.test(given) ? given : '/';
}

function goTo(place: string, cookie?: string): Response {
  return new Response(null, { status: 303, headers: { location: place, ...(cookie && { 'set-cookie': cookie }) } });
}
