import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

const PAGES = globSync('docs/demo/**/*.html').map((file) => file.replace('docs/demo/', ''));

/** Journeys go there. */
const OF_INTAKE = ['/', '/mailbox'];

let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

test.each(PAGES)('%s is sent under the strict policy', async (page) => {
  const response = await fetch(server.url + page);
  expect(response.status).toBe(200);
  const directives = response.headers.get('content-security-policy')?.split('; ');
  expect(directives).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test.each(PAGES)('every address in %s is served from here', async (page) => {
  const html = readFileSync(`docs/demo/${page}`, 'utf8');
  const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address);
  const here = new URL(page, server.url);
  for (const address of new Set(addresses)) {
    const url = new URL(address, here);
    expect(url.origin, address).toBe(here.origin);
    // The bundle need not be built yet, and intake serves its own pages itself.
    if (url.pathname.startsWith('/escalation-kit/') || OF_INTAKE.includes(url.pathname)) continue;
    expect((await fetch(url)).status, address).toBe(200);
  }
});

test.each([
  '/../package.json',
  '/..%2f..%2fpackage.json',
  '/escalation-kit/../../package.json',
  '/escalation-kit/..%2f..%2fpackage.json',
  '/council/index.html%00.css',
  '/%ff',
  '/host',
  '/README.md',
])('%s gives away nothing', async (path) => {
  expect([301, 404]).toContain(await statusOf(path));
});

test('what is no address is refused', async () => {
  expect(await statusOf('//')).toBe(400);
  expect(await statusOf('/', 'POST')).toBe(405);
});

test('a folder without its slash leads to the folder, with the query', async () => {
  const response = await fetch(`${server.url}council?policy=bromley`, { redirect: 'manual' });
  expect(response.headers.get('location')).toBe('/council/?policy=bromley');
});

test('another port is taken where the one asked for is taken', async () => {
  const other = await serve({ port: server.port });
  expect(other.port).not.toBe(server.port);
  expect((await fetch(`${other.url}alone/`)).status).toBe(200);
  await other.close();
});

/** As it is sent: fetch would tidy the path first. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
