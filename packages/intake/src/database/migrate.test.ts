import { expect, test } from 'vitest';
import { newDatabase } from '../testing/new-database.ts';
import { isMigrated, migrate } from './migrate.ts';

test('several processes may begin at once: one migrates, the others find it done', async () => {
  const { url, open } = await newDatabase({ empty: true });
  const run = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(run.sort()).toEqual([0, 0, 2]);
  expect(await isMigrated(open('server'))).toBe(true);
  expect(await migrate(url)).toBe(0);
});

const CASE = `insert into intake.cases values ('c', '111-111-111', '2026-11-24T10:00:00Z')`;
const ENTRY = `insert into intake.entries values ('c', 0, '{}', '0', '1', '2026-11-24T10:00:00Z')`;

test('entries are added, and by the role that serves neither changed nor removed', async () => {
  const { open } = await newDatabase();
  const server = open('server');
  await server.rows(CASE);
  await server.rows(ENTRY);
  for (const sql of [
    'update intake.entries set event = $$x$$',
    'delete from intake.entries',
    'truncate intake.entries',
    'delete from intake.cases',
    'drop table intake.entries',
  ]) {
    await expect(server.rows(sql), sql).rejects.toMatchObject({ code: '42501' });
  }
});

test('nor, by the trigger, by the one who owns the tables; a whole case goes by the role for it', async () => {
  const { open } = await newDatabase();
  const owner = open();
  await owner.rows(CASE);
  await owner.rows(ENTRY);
  for (const sql of [
    'update intake.entries set event = $$x$$',
    'delete from intake.entries',
    'truncate intake.entries',
  ]) {
    await expect(owner.rows(sql), sql).rejects.toMatchObject({ message: 'entries are only added' });
  }
  const purger = open('purger');
  await expect(purger.rows(ENTRY)).rejects.toMatchObject({ code: '42501' });
  await expect(purger.rows('update intake.entries set event = $$x$$')).rejects.toMatchObject({ code: '42501' });
  await purger.rows('delete from intake.entries');
  await purger.rows('delete from intake.cases');
});

test('a transaction that fails leaves nothing, and its connection serves the next', async () => {
  const { open } = await newDatabase();
  const server = open('server');
  const failing = server.transaction(async (queries) => {
    await queries.rows(CASE);
    throw new Error('something else');
  });
  await expect(failing).rejects.toThrow('something else');
  expect(await server.rows('select 1 from intake.cases')).toEqual([]);
});
