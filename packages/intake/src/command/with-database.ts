import { randomInt } from 'node:crypto';
import { loadOffer } from '../case/offer.ts';
import { openDatabase, type Database, type Role } from '../database/database.ts';
import { startEmbedded } from '../database/embedded.ts';
import { newLog, type Log } from '../log/log.ts';
import { directoryOf } from '../people/directory.ts';
import type { Services } from '../services.ts';
import type { Settings } from '../settings/settings.ts';
import { sayIn } from '../text/say.ts';

/** Where the database is for each of the roles, and how to leave it. */
export interface Addresses {
  readonly server: string;
  readonly owner: string;
  readonly purger: string;
  readonly close: () => Promise<void>;
}

/** Those of the settings; where they name no server, of a PostgreSQL that is started, or joined, for it. */
export async function findDatabase({ database: { url, ownerUrl, purgeUrl, folder } }: Settings): Promise<Addresses> {
  if (url !== undefined)
    return { server: url, owner: ownerUrl ?? url, purger: purgeUrl ?? url, close: () => Promise.resolve() };
  const embedded = await startEmbedded(folder);
  return { server: embedded.url, owner: embedded.url, purger: embedded.url, close: embedded.stop };
}

/** Runs something with a database, and leaves it whatever comes of that. */
export async function withDatabase<T>(
  url: string,
  role: Role | undefined,
  connections: number,
  log: Log,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase({
    url,
    ...(role && { role }),
    connections,
    onBroken: () => log.warn('a connection to the database broke'),
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

export async function servicesOf(
  settings: Settings,
  database: Database,
  now: () => string,
  origin: string,
): Promise<Services> {
  return {
    database,
    offer: await loadOffer(settings.policies),
    directory: directoryOf(settings.directory),
    log: newLog(settings.log),
    say: await sayIn(settings.language),
    now,
    random: (below) => randomInt(below),
    morning: settings.morning,
    origin,
    tries: settings.mail?.tries ?? 12,
  };
}
