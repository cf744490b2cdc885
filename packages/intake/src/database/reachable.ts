import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { checkWay, type OwnUser } from './own-user.ts';

/**
 * The programs where the user that PostgreSQL runs as can come to them: where they are, or as a copy in intake's folder.
 * Root's own folder, in which a clone often lies, lets nobody else in.
 *
 * @throws EmbeddedPostgresError where they cannot be copied
 */
export function reachable(programs: Binaries, folder: string, user: OwnUser | null): Binaries {
  try {
    checkWay(programs.postgres, user);
    return programs;
  } catch {
    return copied(programs, join(folder, 'programs'));
  }
}

function copied(programs: Binaries, to: string): Binaries {
  const from = dirname(dirname(programs.postgres));
  const there = (path: string) => join(to, relative(from, path));
  try {
    if (!isSame(programs.postgres, there(programs.postgres))) {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true, dereference: true, preserveTimestamps: true });
    }
  } catch {
    throw new EmbeddedPostgresError(`its programs could not be copied to ${to}`);
  }
  return {
    initdb: there(programs.initdb),
    postgres: there(programs.postgres),
    pg_ctl: there(programs.pg_ctl),
  };
}

function isSame(one: string, other: string): boolean {
  if (!existsSync(other)) return false;
  const [a, b] = [statSync(one), statSync(other)];
  return a.size === b.size && Math.abs(a.mtimeMs - b.mtimeMs) < 2000;
}
