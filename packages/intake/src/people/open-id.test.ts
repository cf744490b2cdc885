import { createServer } from 'node:http';
// @ts-expect-error It brings no types.
import Provider from 'oidc-provider';
import { expect, onTestFinished, test } from 'vitest';
import { directory } from '../testing/directory.ts';
import { newIntake } from '../testing/new-intake.ts';
import { settingsOf } from '../settings/read-settings.ts';
import { byOpenId } from './open-id.ts';

const ORIGIN = 'https://intake.example';
const SESSION_SECRET = 'a secret for sessions of no fewer than thirty-two characters';

/** A real provider, at which anybody signs in under the name that they type. */
async function newProvider() {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'intake', client_secret: 'client secret', redirect_uris: [`${ORIGIN}/sign-in/back`] }],
    claims: { openid: ['sub', 'groups'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, name: `N. ${sub}`, groups: sub === 'stranger' ? ['social-workers'] : [] }),
    }),
    cookies: { keys: ['a key of the tests'] },
  });
  server.on('request', provider.callback());
  onTestFinished(() => void server.close());
  return issuer;
}

async function withOpenId(issuer?: string) {
  const given = issuer ?? (await newProvider());
  const { signIn } = settingsOf({
    signIn: {
      openId: { issuer: given, clientId: 'intake', clientSecret: 'client secret', sessionSecret: SESSION_SECRET },
    },
  });
  const intake = await newIntake();
  const openId = byOpenId(signIn.openId!, { ...intake.services, now: () => intake.clock.now, origin: ORIGIN });
  const jar = new Map<string, string>();
  const handler = intake.another({}, openId);
  const visit = async (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await handler(new Request(new URL(address, ORIGIN), { ...init, headers }));
    keep(jar, answer);
    return answer;
  };
  return { intake, jar, visit };
}

/** Goes through the provider's own pages as a browser would. @returns where it leads back to */
async function throughProvider(begin: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let [address, init]: [string, RequestInit] = [begin, {}];
  for (let turn = 0; turn < 12; turn++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...init, redirect: 'manual', headers: { cookie, ...init.headers } });
    keep(jar, answer);
    const location = answer.headers.get('location');
    if (location) {
      [address, init] = [new URL(location, address).href, {}];
      if (address.startsWith(ORIGIN)) return address;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`${answer.status} ${page.slice(0, 500)}`);
    address = new URL(action, address).href;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    init = { method: 'POST', headers, body: new URLSearchParams({ prompt, login, password: 'any' }).toString() };
  }
  throw new Error('The provider leads nowhere.');
}

function keep(jar: Map<string, string>, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}

test('who signs in at the provider is whom the directory knows, until they sign out or the day is over', async () => {
  const { intake, jar, visit } = await withOpenId();
  expect((await visit('/cases')).status).toBe(401);
  const begun = await visit('/sign-in?to=/cases/111-111-111');
  const back = await throughProvider(begun.headers.get('location')!, 'teacher');
  const signedIn = await visit(back);
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/cases/111-111-111']);
  for (const cookie of signedIn.headers.getSetCookie()) {
    expect(cookie).toMatch(/^__Host-[\w-]+=[^;]*; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Lax$/);
  }
  expect((await visit('/cases')).status).toBe(200);
  const stolen = jar.get('__Host-intake')!;
  expect((await visit('/sign-out', { method: 'POST' })).status).toBe(303);
  expect((await visit('/cases')).status).toBe(401);
  jar.set('__Host-intake', stolen);
  intake.clock.now = '2026-11-24T18:00:03Z';
  expect((await visit('/cases')).status).toBe(401);
  expect(intake.lines.join()).not.toContain('code=');
});

test('groups that the provider names let in, and whom nobody knows stays out', async () => {
  const known = await withOpenId();
  const first = await known.visit('/sign-in');
  await known.visit(await throughProvider(first.headers.get('location')!, 'stranger'));
  expect((await known.visit('/directory')).status).toBe(200);
  const unknown = await withOpenId();
  const second = await unknown.visit('/sign-in');
  await unknown.visit(await throughProvider(second.headers.get('location')!, 'nobody'));
  expect((await unknown.visit('/directory')).status).toBe(401);
});

test('a way back is good once, in the browser that set out, and leads to no other site', async () => {
  const { jar, visit } = await withOpenId();
  const begun = await visit('/sign-in?to=//evil.example');
  const back = await throughProvider(begun.headers.get('location')!, 'teacher');
  const way = jar.get('__Host-intake-way')!;
  jar.delete('__Host-intake-way');
  expect((await visit(back)).status, 'another browser').toBe(401);
  jar.set('__Host-intake-way', `${way.slice(0, -2)}xx`);
  expect((await visit(back)).status, 'a forged way').toBe(401);
  jar.set('__Host-intake-way', way);
  expect((await visit(back.replace(/state=[^&]+/, 'state=other'))).status, 'another state').toBe(401);
  const signedIn = await visit(back);
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
  jar.set('__Host-intake-way', way);
  expect((await visit(back)).status, 'the same again').toBe(401);
});

test('a session that was made up, or sealed for something else, is nobody’s', async () => {
  const { jar, visit } = await withOpenId('http://127.0.0.1:1');
  const made = Buffer.from(JSON.stringify({ id: 'officer', groups: [], until: 9e15 })).toString('base64url');
  for (const value of ['', 'x', `${made}.`, `${made}.${made}`, `${made}.${'A'.repeat(43)}`, `${made}.a.b`]) {
    jar.set('__Host-intake', value);
    expect((await visit('/cases')).status, value).toBe(401);
  }
  const { sealer } = await import('./session.ts');
  jar.set('__Host-intake', sealer(SESSION_SECRET, 'way').seal({ id: 'officer', groups: [] }, 9e15));
  expect((await visit('/cases')).status).toBe(401);
  expect((await visit('/sign-in')).status, 'a provider that is not there').toBe(401);
  expect(directory.person('officer')).not.toBeNull();
});
