import { createServer } from 'node:net';
import { loadOffer } from '../case/offer.ts';
import { openDatabase, openPool } from '../database/database.ts';
import { EmbeddedPostgresError } from '../database/embedded-error.ts';
import { migrate } from '../database/migrate.ts';
import { DemoClock, newestKept } from '../demo/clock.ts';
import { demonstration, type DemoKeeper, type DemoOptions } from '../demo/demonstration.ts';
import { emptyAll, mailIn, settled } from '../demo/kept.ts';
import { bannerOf } from '../demo/pages.ts';
import { intake } from '../http/app.ts';
import { byChoice, DEMO_DIRECTORY } from '../people/demo.ts';
import { directoryOf } from '../people/directory.ts';
import { remindAll } from '../remind/remind-all.ts';
import type { Settings } from '../settings/settings.ts';
import { startWorker } from '../worker/worker.ts';
import { closed, listen } from '../http/listen.ts';
import type { Surroundings } from './surroundings.ts';
import { findDatabase, servicesOf, withDatabase, type Addresses } from './with-database.ts';

/**
 * Serves a demonstration to this machine alone, until it is asked to stop: intake with its worker, a mailbox for what is
 * sent, a clock that can be put on, and the portals of a folder. Where there is no PostgreSQL for this machine it says
 * so, and the portals open all the same.
 */
export async function serveDemo(given: Settings, portals: string | undefined, around: Surroundings): Promise<void> {
  const isEmpty = given.directory.agencies.length === 0;
  const settings = { ...given, host: '127.0.0.1', ...(isEmpty && { directory: DEMO_DIRECTORY }) };
  const port = await freePort(settings.port);
  if (settings.port !== 0 && port !== settings.port) around.out(`Port ${settings.port} is taken; this is on ${port}.`);
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const options = { origins, directory: directoryOf(settings.directory), portals, elements: settings.elements };
  const serve = async (rest: Pick<DemoOptions, 'keeper' | 'why'>) => {
    const server = await listen(demonstration({ ...options, ...rest }), { host: settings.host, port });
    around.out(`A demonstration: anybody can be anybody here. Intake is at ${origins[0]}`);
    await around.stopped;
    await closed(server);
  };
  let addresses: Addresses;
  try {
    addresses = await findDatabase(settings);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError) || portals === undefined) throw error;
    around.err(error.message);
    return serve({ keeper: null, why: error.message });
  }
  try {
    await migrate(addresses.owner);
    await withKeeper(settings, addresses, origins, around, (keeper) => serve({ keeper }));
  } finally {
    await addresses.close();
  }
}

async function withKeeper(
  settings: Settings,
  addresses: Addresses,
  origins: readonly string[],
  around: Surroundings,
  then: (keeper: DemoKeeper) => Promise<void>,
): Promise<void> {
  const clock = new DemoClock(around.now);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await withDatabase(addresses.server, 'server', settings.database.connections, log, async (database) => {
    const newest = await newestKept(database);
    if (newest !== null) clock.moveTo(newest);
    const services = await servicesOf(settings, database, clock.now, origins[0]!);
    const pool = openPool({ url: addresses.server, role: 'server', connections: 4 });
    // What is sent stays in the outbox, where the mailbox shows it.
    const worker = await startWorker(services, pool, { send: () => Promise.resolve(), close: () => {} });
    const purger = openDatabase({ url: addresses.purger, role: 'purger', connections: 2 });
    const banner = (path: string) => bannerOf(clock.now(), path);
    const { limits } = settings;
    const identify = byChoice(services.directory);
    const pages = { elements: settings.elements, banner, signIn: '/', origins, clock: clock.now };
    const { calendars } = await loadOffer(settings.policies);
    try {
      await then({
        handler: intake({ ...services, limits, identify, pages }),
        clock,
        calendar: calendars.get(settings.calendar ?? 'england-and-wales')!,
        mail: () => mailIn(database),
        remind: async () => {
          await remindAll(services);
          await settled(database);
        },
        empty: async () => {
          await settled(database);
          await emptyAll(purger, clock.now());
          clock.reset();
        },
      });
    } finally {
      await worker.stop();
      await Promise.all([pool.end(), purger.close()]);
    }
  });
}

/** How many ports to try from the one asked for on, before any that is free. */
const TRIES = 20;

async function freePort(wanted: number): Promise<number> {
  for (let turn = 0; wanted !== 0 && turn < TRIES && wanted + turn <= 65_535; turn++) {
    const port = await portIfFree(wanted + turn);
    if (port !== null) return port;
  }
  return (await portIfFree(0))!;
}

async function portIfFree(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address() as { port: number };
      server.close(() => done(found));
    });
  });
}
