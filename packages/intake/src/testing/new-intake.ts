import { randomInt } from 'node:crypto';
import { POLICY_IDS, loadPolicy } from '@escalation-kit/policies';
import { offerOf } from '../case/offer.ts';
import { intake } from '../http/app.ts';
import { newLog } from '../log/log.ts';
import type { WayIn } from '../people/open-id.ts';
import type { Services } from '../services.ts';
import { sayIn } from '../text/say.ts';
import { directory } from './directory.ts';
import { newDatabase, type TestDatabase } from './new-database.ts';

const ORIGIN = 'https://intake.example';

export const offer = await offerOf(await Promise.all(POLICY_IDS.map(loadPolicy)));

const BY_HEADER: WayIn = {
  identify: ({ headers }) => directory.person(headers.get('x-test-person') ?? ''),
  answer: () => Promise.resolve(null),
};

/** An intake on a database of its own, with a clock that stands still until it is set. */
export async function newIntake(
  options: { now?: string; limits?: { body?: number; submissions?: number }; database?: TestDatabase } = {},
) {
  const { url, open } = options.database ?? (await newDatabase());
  const clock = { now: options.now ?? '2026-11-24T10:00:02Z' };
  const lines: string[] = [];
  const services: Services = {
    database: open('server'),
    offer,
    directory,
    log: newLog('debug', { write: (line) => lines.push(line) }),
    say: await sayIn('en'),
    now: () => clock.now,
    random: (below) => randomInt(below),
    morning: '08:00',
    origin: ORIGIN,
    tries: 3,
  };
  const limits = { body: 1_000_000, submissions: 1000, ...options.limits };
  /** Another process on the same database. */
  const another = (other: Partial<Services> = {}, wayIn: WayIn = BY_HEADER) =>
    intake({
      ...services,
      database: open('server'),
      ...other,
      limits,
      identify: wayIn.identify,
      signingIn: wayIn.answer,
    });
  const handler = another();
  return {
    url,
    open,
    clock,
    services,
    /** What was logged so far. */
    lines,
    another,
    handler,
    get: (person: string, path: string) => send(handler, person, path),
    post: (person: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(handler, person, path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}

export type TestIntake = Awaited<ReturnType<typeof newIntake>>;

export async function send(
  handler: (request: Request) => Promise<Response>,
  person: string,
  path: string,
  init: RequestInit = {},
) {
  const headers = { 'x-test-person': person, ...(init.headers as Record<string, string>) };
  const response = await handler(new Request(`${ORIGIN}${path}`, { ...init, headers }));
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  // Each test knows what is answered.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}
