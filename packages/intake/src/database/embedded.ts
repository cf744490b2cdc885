import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { binaries, type Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { checkWay, ownUser, type OwnUser } from './own-user.ts';
import { reachable } from './reachable.ts';

/** A PostgreSQL that runs for intake alone. */
export interface Embedded {
  /** Its address, for the one who owns everything in it. */
  readonly url: string;
  /** Stops it, unless another process of intake still works with it. */
  readonly stop: () => Promise<void>;
}

/** Where its files go, where no folder is named. */
const DEFAULT_FOLDER = process.getuid?.() === 0 ? '/var/lib/escalation-intake' : 'escalation-intake-data';

/**
 * Starts the PostgreSQL of a folder, or joins it where another process has started it. What was acknowledged is on the
 * disk: nothing of `fsync` is turned off.
 *
 * @throws EmbeddedPostgresError where it cannot run, with the reason
 */
export async function startEmbedded(folder: string = DEFAULT_FOLDER): Promise<Embedded> {
  const installed = await binaries();
  const user = ownUser();
  const cluster = join(resolve(folder), 'cluster');
  prepareFolder(resolve(folder), user);
  const programs = reachable(installed, resolve(folder), user);
  if (!existsSync(cluster)) initialise(resolve(folder), cluster, programs, user);
  const password = readFileSync(join(cluster, 'password'), 'utf8').trim();
  const data = join(cluster, 'data');
  const addressAt = (port: number) => `postgres://intake:${password}@127.0.0.1:${port}/postgres`;
  let url = await running(data, addressAt);
  for (let turn = 0; url === null; turn++) {
    if (turn === TRIES) throw new EmbeddedPostgresError(`it did not start: see ${join(cluster, 'postgres.log')}`);
    url = await start(cluster, await freePort(), programs, user, addressAt);
    // Another process may have been quicker: its server is as good.
    url ??= await running(data, addressAt);
  }
  return { url, stop: () => stopIfLast(url, data, programs, user) };
}

const TRIES = 3;
const STARTS_WITHIN = 60_000;

/** What is on the disk is safe, nobody else can come near it, and its log holds no value of a statement. */
const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'max_connections=100',
];

function prepareFolder(folder: string, user: OwnUser | null): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (user) chownSync(folder, user.uid, user.gid);
  } catch {
    throw new EmbeddedPostgresError(`the folder ${folder} cannot be made`);
  }
  checkWay(folder, user);
}

/** Whole or not at all, for several processes may begin at once: made beside, and then given its name. */
function initialise(folder: string, cluster: string, { initdb }: Binaries, user: OwnUser | null): void {
  const making = join(folder, `making-${process.pid}`);
  mkdirSync(making);
  const password = join(making, 'password');
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`);
  chmodSync(password, 0o600);
  if (user) for (const path of [making, password]) chownSync(path, user.uid, user.gid);
  const options = [
    '--username=intake',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ];
  const made = spawnSync(initdb, [`--pgdata=${join(making, 'data')}`, ...options], spawnOptions(making, user));
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `it could not make its files in ${folder}: ${made.stderr?.toString().trim() ?? ''}`,
    );
  }
  try {
    renameSync(making, cluster);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error;
  }
}

/** @returns its address once it takes connections; null where it ended instead */
async function start(
  cluster: string,
  port: number,
  { postgres }: Binaries,
  user: OwnUser | null,
  addressAt: (port: number) => string,
): Promise<string | null> {
  const log = openSync(join(cluster, 'postgres.log'), 'a');
  const flags = FLAGS.flatMap((flag) => ['-c', flag]);
  // In a group of its own: what a terminal sends to intake is not for it.
  const child = spawn(postgres, ['-D', join(cluster, 'data'), '-p', `${port}`, ...flags], {
    ...spawnOptions(cluster, user),
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  let ended = false;
  child.once('error', () => (ended = true)).once('exit', () => (ended = true));
  child.unref();
  for (let waited = 0; !ended && waited < STARTS_WITHIN; waited += 50) {
    if (await answers(addressAt(port))) return addressAt(port);
    await pause(50);
  }
  return null;
}

function spawnOptions(cwd: string, user: OwnUser | null): SpawnOptions {
  return { cwd, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...(user && { uid: user.uid, gid: user.gid }) };
}

/** The address of a server that another process has started; it may be on its way up, or down. */
async function running(data: string, addressAt: (port: number) => string): Promise<string | null> {
  for (let turn = 0; turn < 100; turn++) {
    const port = portIn(data);
    if (port === null) return null;
    if (await answers(addressAt(port))) return addressAt(port);
    if (!isAlive(data)) return null;
    await pause(50);
  }
  return null;
}

/** PostgreSQL notes its process in the first line, and its port in the fourth. */
function noted(data: string): readonly string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function portIn(data: string): number | null {
  return Number(noted(data)[3]) || null;
}

function isAlive(data: string): boolean {
  try {
    return process.kill(Number(noted(data)[0]), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function answers(url: string): Promise<boolean> {
  return (await ask(url, 'select 1')) !== null;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows[0]?.[0] ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stopIfLast(url: string, data: string, { pg_ctl }: Binaries, user: OwnUser | null): Promise<void> {
  const isLast = await ask(
    url,
    `select (count(*) = 0) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  if (isLast === false) return;
  const child = spawn(pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w'], {
    ...spawnOptions(data, user),
    stdio: 'ignore',
  });
  await new Promise((done) => child.once('error', done).once('exit', done));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
