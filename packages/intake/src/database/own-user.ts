import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** Who PostgreSQL runs as, where that is not who runs intake. */
export interface OwnUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'escalation-intake';

/**
 * PostgreSQL refuses to run as root: root makes a user for it. Anybody else runs it themselves.
 *
 * @returns null where nobody else is needed
 */
export function ownUser(): OwnUser | null {
  if (process.getuid?.() !== 0) return null;
  return known() ?? made();
}

/** @throws EmbeddedPostgresError where the user cannot come to a folder or file that it needs */
export function checkWay(path: string, user: OwnUser | null): void {
  if (!user) return;
  for (let at = resolve(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0)
      throw new EmbeddedPostgresError(`as root it runs as the user ${NAME}, who may not enter ${at}`);
    if (at === dirname(at)) return;
  }
}

function known(): OwnUser | null {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null;
  }
}

function made(): OwnUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
      stdio: 'ignore',
    });
  } catch {
    throw new EmbeddedPostgresError(`PostgreSQL does not run as root, and no user ${NAME} could be made for it`);
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function idOf(kind: '-u' | '-g'): number {
  return Number(execFileSync('id', [kind, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}
