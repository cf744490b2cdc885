import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../command/run.ts';
import { newDatabase } from '../testing/new-database.ts';
import { opening, submission } from '../testing/submissions.ts';

/** The command as somebody starts it who only wants to look. */
async function start(environment: Record<string, string>, now = '2026-11-24T10:00:00Z') {
  const portals = mkdtempSync(join(tmpdir(), 'intake-portals-'));
  writeFileSync(join(portals, 'index.html'), 'never shown');
  writeFileSync(join(portals, 'page.html'), '<p>A portal</p>');
  const said: string[] = [];
  const begun = Date.now();
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  const started = await new Promise<{ url: string; ended: Promise<number> }>((found, fail) => {
    const ended: Promise<number> = run(['serve', '--demo', '--portals', portals], {
      out: (line) => {
        said.push(line);
        const [url] = /http:\/\/localhost:\d+/.exec(line) ?? [];
        if (url) found({ url, ended: endedOnce });
      },
      err: (line) => said.push(line),
      environment: { INTAKE_LOG: 'silent', PORT: '0', ...environment },
      now: () => new Date(Date.parse(now) + Date.now() - begun).toISOString(),
      stopped,
    });
    const endedOnce = ended;
    void ended.then(() => fail(new Error(said.join('\n'))));
  });
  const end = async () => {
    stop();
    return started.ended;
  };
  onTestFinished(async () => void (await end()));
  const ask = (path: string, init: RequestInit = {}) => fetch(started.url + path, { redirect: 'manual', ...init });
  const press = (path: string, fields: Record<string, string>, origin = started.url) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } });
  const mailbox = async () => (await (await ask('/mailbox')).text()).replace(/\s+/g, ' ');
  return { url: started.url, said, ask, press, mailbox, end };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const RAISED = opening({
  parties: {
    raising: { agency: 'Anytown School', sector: 'education' },
    receiving: { agency: 'Anytown Children’s Services', sector: 'social-care' },
  },
});

test('who one is is chosen, what is sent stands in the mailbox, and a clock that is put on brings reminders', async () => {
  const { url } = await newDatabase({ empty: true });
  const demo = await start({ DATABASE_URL: url });
  const chosen = await demo.press('/demo/who', { person: 'school-lead', then: '/page.html' });
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/page.html']);
  expect(chosen.headers.get('set-cookie')).toContain('intake-demo=school-lead; Path=/; HttpOnly; SameSite=Strict');
  const body = JSON.stringify(submission([], [RAISED]));
  const raised = await demo.ask('/as/school-lead/cases', { method: 'POST', body, headers: JSON_TYPE });
  expect(raised.status).toBe(201);
  const { reference } = ((await raised.json()) as { receipt: { reference: string } }).receipt;

  await expect.poll(demo.mailbox, { timeout: 15_000 }).toMatch(new RegExp(`Open ${reference} as team manager`));
  expect(await demo.mailbox()).not.toContain('reminder');
  for (let day = 0; day < 6; day++) await demo.press('/demo/clock', { step: 'working-day', then: '/mailbox' });
  expect(await demo.mailbox()).toMatch(/reminder.*Overdue since/);
  const { now } = (await (await demo.ask('/demo/state')).json()) as { now: string };
  expect(now.slice(0, 16)).toBe('2026-12-02T09:00');

  // Whoever starts it again does not find a day before what is kept.
  await demo.end();
  const again = await start({ DATABASE_URL: url });
  expect(((await (await again.ask('/demo/state')).json()) as { now: string }).now >= '2026-12-02T09:00').toBe(true);
  expect((await again.press('/demo/empty', {})).status).toBe(303);
  expect(await again.mailbox()).toContain('Nothing has been sent yet');
  expect(((await (await again.ask('/demo/state')).json()) as { now: string }).now < '2026-11-25').toBe(true);
}, 60_000);

test('every page says what it is, and nobody comes to it by another name or from another site', async () => {
  const { url } = await newDatabase();
  const demo = await start({ DATABASE_URL: url });
  const as = { cookie: 'intake-demo=partnership-manager', accept: 'text/html' };
  for (const path of ['/', '/mailbox', '/cases', '/raise', '/raise?policy=kent', '/cases/111-111-111', '/nothing']) {
    const text = await (await demo.ask(path, { headers: as })).text();
    expect(text, path).toContain('Demonstration: anybody can be anybody here');
  }
  expect((await demo.ask('/cases', { headers: { accept: 'text/html' } })).headers.get('location')).toBe('/');
  expect((await demo.press('/demo/who', { person: 'midwife' }, 'https://elsewhere.example')).status).toBe(403);
  const away = await demo.press('/demo/who', { person: 'midwife', then: '//elsewhere.example' });
  expect(away.headers.get('location')).toBe('/');
  for (const path of ['/..%2f..%2fpackage.json', '/page.html%00', '/%ff', '/escalation-kit/..%2fx.js'])
    expect((await demo.ask(path, { headers: as })).status, path).toBe(404);
  const portal = await demo.ask('/page.html');
  expect([portal.status, portal.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("default-src 'none'; script-src 'self'; style-src 'self'"),
  ]);
}, 60_000);

test('where no PostgreSQL fits the machine it is said, with the way to name one, and the portals open all the same', async () => {
  const demo = await start({ INTAKE_FOLDER: '/dev/null/nowhere' });
  expect(demo.said[0]).toMatch(/The PostgreSQL that comes with intake cannot run here: .*DATABASE_URL/);
  expect(await (await demo.ask('/page.html')).text()).toContain('A portal');
  const front = await (await demo.ask('/')).text();
  expect(front).toContain('Demonstration in which nothing is kept.');
  expect(front).toContain('DATABASE_URL');
  expect(await (await demo.ask('/demo/state')).json()).toMatchObject({ isKept: false, now: null });
  const body = JSON.stringify(submission([], [RAISED]));
  expect((await demo.ask('/as/school-lead/cases', { method: 'POST', body, headers: JSON_TYPE })).status).toBe(404);
}, 60_000);
