import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reachable } from './reachable.ts';

test('programs that the user of PostgreSQL cannot come to are copied to where they can', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-reachable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const bin = join(folder, 'closed/native/bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['initdb', 'postgres', 'pg_ctl']) writeFileSync(join(bin, name), name, { mode: 0o755 });
  const programs = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pg_ctl: join(bin, 'pg_ctl') };
  const somebody = { uid: 54_321, gid: 54_321 };

  expect(reachable(programs, folder, somebody)).toEqual(programs);
  chmodSync(join(folder, 'closed'), 0o700);
  expect(reachable(programs, folder, null)).toEqual(programs);
  const copy = reachable(programs, folder, somebody);
  expect(copy.initdb).toBe(join(folder, 'programs/bin/initdb'));
  expect(readFileSync(copy.postgres, 'utf8')).toBe('postgres');
  // A newer version of the package takes the place of what was copied.
  writeFileSync(programs.postgres, 'a newer one');
  expect(readFileSync(reachable(programs, folder, somebody).postgres, 'utf8')).toBe('a newer one');
});
