import { serve as listen, type ServerType } from '@hono/node-server';
import { openPool } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { intake } from '../http/app.ts';
import { byChoice, DEMO_DIRECTORY } from '../people/demo.ts';
import { byProxy } from '../people/identify.ts';
import type { Services } from '../services.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { MailSettings, Settings } from '../settings/settings.ts';
import { bySmtp } from '../tell/courier.ts';
import { startWorker } from '../work/worker.ts';
import type { Surroundings } from './surroundings.ts';
import { findDatabase, servicesOf, withDatabase } from './with-database.ts';

export interface ServeOptions {
  /** Anybody is who they say they are, on this machine alone. */
  readonly demo?: boolean;
  /** Sends and reminds too. */
  readonly work?: boolean;
}

/** Serves until it is asked to stop; then answers what has been asked, and leaves. */
export async function serve(
  given: Settings,
  { demo = false, work = false }: ServeOptions,
  around: Surroundings,
): Promise<void> {
  const settings = settingsFor(given, demo);
  const mail = work ? mailOf(settings) : null;
  const addresses = await findDatabase(settings);
  try {
    // A PostgreSQL of intake's own has no one else to make it ready.
    if (settings.database.url === undefined) await migrate(addresses.owner);
    const origin = settings.url ?? `http://127.0.0.1:${settings.port}`;
    await withServices(settings, addresses.server, origin, around, async (services) => {
      const server = await listening(settings, services, demo);
      around.out(
        `${demo ? 'A demonstration: anybody can be anybody here. ' : ''}Intake is at http://${settings.host}:${portOf(server)}`,
      );
      await (mail ? working(services, addresses.server, mail, around.stopped) : around.stopped);
      await closed(server);
    });
  } finally {
    await addresses.close();
  }
}

/** Sends and reminds until it is asked to stop; then ends what it has begun, and leaves. */
export async function work(settings: Settings, around: Surroundings): Promise<void> {
  const mail = mailOf(settings);
  if (settings.url === undefined)
    throw new SettingsError([{ path: 'url', allowed: 'the address at which intake is served: messages link to it' }]);
  const addresses = await findDatabase(settings);
  try {
    await withServices(settings, addresses.server, settings.url, around, async (services) => {
      around.out('The worker of intake is at work.');
      await working(services, addresses.server, mail, around.stopped);
    });
  } finally {
    await addresses.close();
  }
}

function settingsFor(settings: Settings, demo: boolean): Settings {
  if (demo) {
    const isEmpty = settings.directory.agencies.length === 0;
    return { ...settings, host: '127.0.0.1', ...(isEmpty && { directory: DEMO_DIRECTORY }) };
  }
  const faults = [
    ...(settings.signIn.proxy
      ? []
      : [{ path: 'signIn', allowed: 'a way in, such as signIn.proxy; or start with --demo on your own machine' }]),
    ...(settings.url === undefined
      ? [{ path: 'url', allowed: 'the address at which people reach intake, such as https://escalation.example' }]
      : []),
  ];
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

function mailOf({ mail }: Settings): MailSettings {
  if (!mail)
    throw new SettingsError([
      { path: 'mail', allowed: 'an SMTP server, for what is sent: an object with host, from and others' },
    ]);
  return mail;
}

function withServices(
  settings: Settings,
  url: string,
  origin: string,
  { now }: Surroundings,
  then: (services: Services) => Promise<void>,
) {
  const { connections } = settings.database;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return withDatabase(url, 'server', connections, log, async (database) =>
    then(await servicesOf(settings, database, now, origin)),
  );
}

async function listening(settings: Settings, services: Services, demo: boolean): Promise<ServerType> {
  const { host, port, limits, signIn } = settings;
  const identify = demo ? byChoice(services.directory) : byProxy(signIn.proxy!, services.directory);
  const fetch = intake({ ...services, limits, identify });
  const server = listen({
    fetch,
    hostname: host,
    port,
    serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000 },
  });
  await new Promise<void>((done, fail) => server.once('listening', done).once('error', fail));
  return server;
}

async function working(services: Services, url: string, mail: MailSettings, stopped: Promise<void>): Promise<void> {
  const pool = openPool({ url, role: 'server', connections: 6 });
  const courier = bySmtp(mail);
  try {
    const worker = await startWorker(services, pool, courier);
    await Promise.race([stopped, worker.ended]);
    await worker.stop();
  } finally {
    courier.close();
    await pool.end();
  }
}

function portOf(server: ServerType): number {
  return (server.address() as { port: number }).port;
}

/** What was asked is answered; what is only kept open is closed. */
function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
