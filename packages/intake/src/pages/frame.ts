import type { Context } from 'hono';
import type { Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import type { OwnKeyAfter } from '../text/say.ts';
import { html, type Content, type Html } from './html.ts';
import { pageOf, type Layout } from './layout.ts';

export interface PageEnv {
  Variables: { person: Person };
}

/** What differs from one intake to another in its pages. */
export interface PageSettings {
  /** The folder of the elements' built files; without it pages are plain. */
  readonly elements?: string | undefined;
  /** What stands above every page. @param path of the page */
  readonly banner?: (path: string) => Html;
  /** Where somebody is sent who is not signed in. */
  readonly signIn?: string;
  /** Names under which it is reached beside its own. */
  readonly origins?: readonly string[];
  /** The instant that pages are to show, where it is not the present. */
  readonly clock?: () => string;
}

export interface PagesOptions extends PageSettings {
  readonly services: Services;
  /** How many seconds a person has to wait before they may send again. */
  readonly waits: (person: string, now: number) => number;
}

/** A page of intake, for whoever is signed in. */
export function frameOf(
  c: Context<PageEnv>,
  { services: { say }, banner }: PagesOptions,
  { scripts = false, ...given }: { title: string; status?: number; scripts?: boolean },
  content: Content,
): Response {
  const { office, name, agencies } = c.var.person;
  const word = (key: OwnKeyAfter<'intake.page.'>) => say({ key: `intake.page.${key}` });
  const { pathname, search } = new URL(c.req.url);
  const layout: Layout = {
    ...given,
    language: say.language,
    skip: word('skip'),
    banner: banner?.(pathname + search) ?? null,
    who: say({ key: 'intake.page.signed-in', values: { name } }),
    links: [
      ['/cases', word(office === 'officer' ? 'tracker' : 'cases')],
      ...(office === 'officer' || agencies.length > 0 ? [['/raise', word('raise')] as const] : []),
      ...(office === 'officer' ? [['/messages', word('messages')] as const] : []),
      ...(office ? [['/report', word('report')] as const] : []),
    ],
    scripts: scripts ? ['/escalation-kit/escalation-kit.js', '/intake.js'] : [],
  };
  const response = pageOf(layout, content);
  // What was set on the way, such as a cookie.
  for (const cookie of c.res.headers.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

export function sayPage(
  c: Context<PageEnv>,
  options: PagesOptions,
  title: string,
  words: Content,
  status: number,
): Response {
  return frameOf(
    c,
    options,
    { title, status },
    html`<h1>${title}</h1>
      <p>${words}</p>`,
  );
}

export function notFound(c: Context<PageEnv>, options: PagesOptions): Response {
  const title = options.services.say({ key: 'intake.page.not-there' });
  return frameOf(c, options, { title, status: 404 }, html`<h1>${title}</h1>`);
}
