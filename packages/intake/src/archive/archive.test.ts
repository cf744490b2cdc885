import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../command/run.ts';
import { newDatabase } from '../testing/new-database.ts';
import { newMailbox } from '../testing/mailbox.ts';
import { newIntake } from '../testing/new-intake.ts';
import { event, opening, submission } from '../testing/submissions.ts';
import { workerOf } from '../testing/work.ts';

async function command(url: string, ...args: string[]) {
  const said: string[] = [];
  const code = await run(args, {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    environment: { INTAKE_LOG: 'silent', DATABASE_URL: url },
    now: () => '2026-12-01T10:00:00Z',
    stopped: new Promise(() => {}),
  });
  return { code, said: said.join('\n') };
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'intake-archive-')), 'all.jsonl');

/** Two cases that were written in, told of, read, and one side of which was assigned. */
async function filled() {
  const intake = await newIntake();
  const { courier } = await newMailbox();
  const odd = opening({ description: 'a\u0000b\ud800 “quoted”\u2028' });
  const { body } = await intake.post('teacher', '/cases', submission([], [odd]));
  await intake.post('teacher', '/cases', submission([], [opening()]));
  await workerOf(intake, courier).work();
  const { reference } = body.receipt;
  const read = await intake.get('manager', `/cases/${reference}`);
  await intake.post(
    'manager',
    '/cases',
    submission(read.body.entries, [event('e2', 'updated', { summary: 'So far' })]),
  );
  await intake.post('officer', `/cases/${reference}/sides`, { side: 'receiving', agency: 'hospital' });
  await intake.post('teacher', '/feeds', {});
  return { intake, reference };
}

/** All that there is in the tables, but for what a database numbers by itself. */
async function contentOf({ open }: { open: Awaited<ReturnType<typeof newDatabase>>['open'] }) {
  const owner = open();
  const all: Record<string, unknown> = {};
  const tables = [
    ...['cases', 'submissions', 'editions', 'sides', 'recorders', 'standing'],
    ...['messages', 'reminders', 'feeds', 'stones', 'entries'],
  ];
  for (const table of tables) {
    // When an entry came in is known of a case alone, once it has moved; when to look again goes by the day.
    const omitted = table === 'entries' ? `- 'taken_at'` : table === 'standing' ? `- 'look_at'` : '';
    const sql = `select (to_jsonb(t) ${omitted})::text as row from intake.${table} t order by 1`;
    all[table] = (await owner.rows<{ row: string }>(sql)).map(({ row }) => row);
  }
  all.readings = await owner.rows('select case_id, person, what, at from intake.readings order by 1, 2, 3, 4');
  return all;
}

test('all that is kept goes to a file, and comes back from it as it was', async () => {
  const { intake, reference } = await filled();
  const file = newFile();
  expect(await command(intake.url, 'export', file)).toMatchObject({ code: 0 });
  expect(statSync(file).mode & 0o077).toBe(0);
  expect((await command(intake.url, 'export', file)).said).toBe('The file is there already: name another.');
  expect(await command('postgres://nobody@127.0.0.1:1/none', 'import', '--check', file)).toEqual({
    code: 0,
    said: 'The file is whole: 2 cases.',
  });
  const other = await newDatabase();
  expect(await command(other.url, 'import', file)).toEqual({ code: 0, said: '2 cases were taken in.' });
  expect(await contentOf(other)).toEqual(await contentOf(intake));
  expect(await command(other.url, 'import', file)).toEqual({ code: 0, said: '0 cases were taken in.' });
  expect(await contentOf(other)).toEqual(await contentOf(intake));
  const moved = await newIntake({ database: other });
  const { body } = await moved.get('teacher', `/cases/${reference}`);
  expect(body.entries).toEqual((await intake.get('teacher', `/cases/${reference}`)).body.entries);
});

test('what waits to be sent is sent from where it came to', async () => {
  const intake = await newIntake();
  await intake.post('teacher', '/cases', submission([], [opening()]));
  const file = newFile();
  await command(intake.url, 'export', file);
  const moved = await newIntake({ database: await newDatabase() });
  expect(await command(moved.url, 'import', file)).toMatchObject({ code: 0 });
  const { received, courier } = await newMailbox();
  await workerOf(moved, courier).work();
  expect(received.length).toBeGreaterThan(3);
});

test('a file that was cut, changed or made up is refused, and nothing of it is taken in', async () => {
  const { intake } = await filled();
  const file = newFile();
  await command(intake.url, 'export', file);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const other = await newDatabase();
  const broken: [string, string[]][] = [
    ['cut', lines.slice(0, -1)],
    [
      'a case left out',
      lines.filter((line) => !line.startsWith('{"case"') || line === lines.find((l) => l.startsWith('{"case"'))),
    ],
    ['a word changed', lines.map((line) => line.replaceAll('So far', 'So near'))],
    ['another table', lines.map((line) => line.replace('"table":"editions"', '"table":"migrations"'))],
    ['more after it', [...lines, lines[1]!]],
    ['of another time', lines.map((line) => line.replace('escalation-intake.1', 'escalation-intake.9'))],
    ['none', ['hello']],
    ['empty', []],
  ];
  for (const [what, given] of broken) {
    const wrong = newFile();
    writeFileSync(wrong, given.map((line) => `${line}\n`).join(''));
    const { code, said } = await command(other.url, 'import', wrong);
    expect([code, said.length > 10, said.includes('So ')], what).toEqual([1, true, false]);
  }
  expect(await other.open().rows('select 1 from intake.cases')).toEqual([]);
});
