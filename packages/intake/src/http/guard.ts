import type { Context, MiddlewareHandler } from 'hono';

/** What every answer says: nothing of a case is cached, framed, guessed at or told to another site. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export const withHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

/** A page of another site can make a browser send a form or a text, with its cookies, but neither JSON nor our origin. */
export function refuseFromElsewhere(c: Context, origins: readonly string[]): Response | null {
  const from = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const isElsewhere =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (from !== undefined && !origins.includes(from));
  if (isElsewhere) return c.json({ error: 'Only pages of this site can send this.' }, 403);
  // A form of a page of ours: without a word of the browser on where it comes from it is nobody's.
  if (isForm(c) && (site === 'same-origin' || from !== undefined)) return null;
  const isJson = /^application\/json(;|$)/i.test(c.req.header('content-type') ?? '');
  return isJson ? null : c.json({ error: 'Send JSON, as application/json.' }, 415);
}

export function isForm(c: Context): boolean {
  return /^application\/x-www-form-urlencoded(;|$)/i.test(c.req.header('content-type') ?? '');
}
