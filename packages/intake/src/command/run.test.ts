import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDatabase } from '../testing/new-database.ts';
import { newMailbox } from '../testing/mailbox.ts';
import { opening, submission } from '../testing/submissions.ts';
import { run } from './run.ts';

interface Running {
  readonly said: string[];
  readonly ended: Promise<number>;
  readonly stop: () => void;
  /** The first line that it says which matches. */
  readonly heard: (line: RegExp) => Promise<string>;
}

function start(args: string[], environment: Record<string, string> = {}, now = '2026-11-24T10:00:02Z'): Running {
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  const say = (line: string) => {
    said.push(line);
    for (const look of waiting) look();
  };
  const ended = run(args, {
    out: say,
    err: say,
    environment: { INTAKE_LOG: 'silent', ...environment },
    now: () => now,
    stopped,
  });
  const heard = (line: RegExp) =>
    new Promise<string>((done, fail) => {
      const look = () => {
        const found = said.find((each) => line.test(each));
        if (found) done(found);
      };
      waiting.push(look);
      look();
      void ended.then(() => fail(new Error(said.join('\n'))));
    });
  return { said, ended, stop, heard };
}

async function ran(args: string[], environment?: Record<string, string>, now?: string) {
  const { ended, said } = start(args, environment, now);
  return { code: await ended, said: said.join('\n') };
}

function settingsFile(settings: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'intake-command-')), 'intake.json');
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

const SECRET = 'a secret of no fewer than thirty-two characters';

test('check says that all is well, or every fault', async () => {
  expect(await ran(['check'])).toEqual({
    code: 0,
    said: 'The settings are in order. Cases are taken under: barnsley, bromley, coventry, greenwich, kent.',
  });
  const file = settingsFile({ policies: ['barnsley', './none.json'], port: 1 });
  const { code, said } = await ran(['check', '--settings', file], { PORT: 'x' });
  expect(code).toBe(1);
  expect(said).toContain('port: must be a whole number from 0 to 65535');
  expect((await ran(['check', '--settings', file])).said).toContain(
    'policies.1: must be the path of a JSON file that can be read',
  );
});

test('what nobody knows is said, with what there is', async () => {
  expect((await ran(['sevre'])).code).toBe(1);
  const { said } = await ran(['--help']);
  for (const name of ['check', 'migrate', 'serve', 'work', 'rebuild', 'purge', 'export', 'import'])
    expect(said).toContain(name);
});

test('without a way in it does not serve, and without a mail server it does not work', async () => {
  const { code, said } = await ran(['serve']);
  expect(code).toBe(1);
  expect(said).toContain('signIn: must be a way in');
  expect(said).toContain('url: must be the address');
  expect((await ran(['work'])).said).toContain('mail: must be an SMTP server');
});

test('a database that is not there, or not ready, is said to be so, and its address is not', async () => {
  const gone = await ran(['migrate'], { DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/none' });
  expect(gone).toEqual({ code: 1, said: 'The database cannot be reached. Is it running, and is its address right?' });
  const { url } = await newDatabase({ empty: true });
  expect((await ran(['rebuild'], { DATABASE_URL: url })).said).toMatch(/run escalation-intake migrate/);
  expect(await ran(['migrate'], { DATABASE_URL: url })).toEqual({
    code: 0,
    said: expect.stringMatching(/^The database is ready: \d migrations were run\.$/) as string,
  });
  expect(await ran(['migrate'], { DATABASE_URL: url })).toEqual({ code: 0, said: 'The database is ready.' });
  expect(await ran(['rebuild'], { DATABASE_URL: url })).toEqual({
    code: 0,
    said: '0 cases were made anew from their entries.',
  });
});

test('it serves and sends over real connections, and stops cleanly', async () => {
  const { url } = await newDatabase();
  const { received, port } = await newMailbox();
  const file = settingsFile({
    url: 'https://intake.example',
    port: 0,
    signIn: { proxy: { secret: SECRET } },
    mail: { host: '127.0.0.1', port, requireTls: false, from: 'no-reply@example.org' },
    directory: {
      agencies: [
        {
          id: 'school',
          name: 'Hill School',
          sector: 'education',
          people: [{ id: 't', name: 'T', email: 't@school.example', roles: ['lead'] }],
        },
      ],
    },
  });
  const serving = start(['serve', '--work', '--settings', file], { DATABASE_URL: url });
  const [address] = /http:\S+/.exec(await serving.heard(/Intake is at/))!;
  const headers = { 'content-type': 'application/json', 'x-intake-secret': SECRET, 'x-forwarded-user': 't' };
  const body = JSON.stringify(submission([], [opening()]));
  const answer = await fetch(`${address}/cases`, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
  expect(
    (await fetch(`${address}/cases`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
  ).toBe(401);
  await expect.poll(() => received.map(({ to }) => to[0]), { timeout: 10_000 }).toContain('t@school.example');
  serving.stop();
  expect(await serving.ended).toBe(0);
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});

test('what ended long ago is removed, once that is meant', async () => {
  const { url, open } = await newDatabase();
  const server = open('server');
  await server.rows(`insert into intake.cases values ('c', '111-111-111', '2020-01-01T10:00:00Z')`);
  await server.rows(
    `insert into intake.standing values ('c', '111-111-111', 'p', 'closed', 'r', 's', '9999-12-31', null, 0, '2020-01-01T10:00:00Z', '{}')`,
  );
  const purge = (...args: string[]) => ran(['purge', '--after-days', '365', ...args], { DATABASE_URL: url });
  expect((await purge()).said).toContain('111-111-111 would be removed');
  const settings = settingsFile({ keepDays: 365 });
  expect((await ran(['--settings', settings, 'purge'], { DATABASE_URL: url })).said).toContain('would be removed');
  expect((await ran(['purge', '--yes'], { DATABASE_URL: url })).said).toContain('keepDays: must be a number of days');
  expect(await server.rows('select 1 from intake.cases')).toHaveLength(1);
  expect((await purge('--yes')).said).toContain('111-111-111 was removed');
  expect(await server.rows('select 1 from intake.cases')).toEqual([]);
  expect((await ran(['purge', '--after-days', 'x'])).said).toContain('whole number of days');
});
