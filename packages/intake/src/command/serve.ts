import type { ServerType } from '@hono/node-server';
import { openPool } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { intake } from '../http/app.ts';
import { closed, listen, portOf } from '../http/listen.ts';
import { byProxy } from '../people/identify.ts';
import { byOpenId } from '../people/open-id.ts';
import type { Services } from '../services.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { Settings } from '../settings/settings.ts';
import { byNotify } from '../tell/by-notify.ts';
import { bySmtp, type Courier } from '../tell/courier.ts';
import { keepWorking } from '../worker/worker.ts';
import type { Surroundings } from './surroundings.ts';
import { findDatabase, servicesOf, withDatabase } from './with-database.ts';

/** Serves until it is asked to stop; then answers what has been asked, and leaves. */
export async function serve(settings: Settings, isWorking: boolean, around: Surroundings): Promise<void> {
  checkWayIn(settings);
  const newCourier = isWorking ? courierOf(settings) : null;
  const addresses = await findDatabase(settings);
  try {
    // A PostgreSQL of intake's own has no one else to make it ready.
    if (settings.database.url === undefined) await migrate(addresses.owner);
    const origin = settings.url ?? `http://127.0.0.1:${settings.port}`;
    await withServices(settings, addresses.server, origin, around, async (services) => {
      const server = await listening(settings, services);
      around.out(`Intake is at http://${settings.host}:${portOf(server)}`);
      await (newCourier ? working(services, addresses.server, newCourier, around.stopped) : around.stopped);
      await closed(server);
    });
  } finally {
    await addresses.close();
  }
}

/** Sends and reminds until it is asked to stop; then ends what it has begun, and leaves. */
export async function work(settings: Settings, around: Surroundings): Promise<void> {
  const newCourier = courierOf(settings);
  if (settings.url === undefined)
    throw new SettingsError([{ path: 'url', allowed: 'the address at which intake is served: messages link to it' }]);
  const addresses = await findDatabase(settings);
  try {
    await withServices(settings, addresses.server, settings.url, around, async (services) => {
      around.out('The worker of intake is at work.');
      await working(services, addresses.server, newCourier, around.stopped);
    });
  } finally {
    await addresses.close();
  }
}

function checkWayIn(settings: Settings): void {
  const faults = [
    ...(settings.signIn.proxy && settings.signIn.openId
      ? [{ path: 'signIn', allowed: 'one way in: proxy or openId' }]
      : settings.signIn.proxy || settings.signIn.openId
        ? []
        : [{ path: 'signIn', allowed: 'a way in, such as signIn.proxy; or start with --demo on your own machine' }]),
    ...(settings.url === undefined
      ? [{ path: 'url', allowed: 'the address at which people reach intake, such as https://escalation.example' }]
      : []),
  ];
  if (faults.length > 0) throw new SettingsError(faults);
}

/** What sends: by SMTP or Notify. */
function courierOf({ mail, notify }: Settings): () => Courier {
  if (notify) return () => byNotify(notify);
  if (mail) return () => bySmtp(mail);
  throw new SettingsError([
    { path: 'mail', allowed: 'an SMTP server, for what is sent: an object with host, from and others; or set notify' },
  ]);
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

function listening(settings: Settings, services: Services): Promise<ServerType> {
  const { host, port, limits, signIn, elements } = settings;
  const openId = signIn.openId ? byOpenId(signIn.openId, services) : null;
  const identify = openId?.identify ?? byProxy(signIn.proxy!, services.directory);
  const fetch = intake({
    ...services,
    limits,
    identify,
    pages: { elements, ...(openId && { signIn: '/sign-in' }) },
    ...(openId && { signingIn: openId.answer }),
  });
  return listen(fetch, { host, port });
}

async function working(
  services: Services,
  url: string,
  newCourier: () => Courier,
  stopped: Promise<void>,
): Promise<void> {
  const pool = openPool({ url, role: 'server', connections: 6 });
  const courier = newCourier();
  try {
    await keepWorking(services, pool, courier, stopped);
  } finally {
    courier.close();
    await pool.end();
  }
}
