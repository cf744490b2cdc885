import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCalendar } from '@escalation-kit/core/calendar';
import { migrate, openDatabase, startEmbedded, type Embedded } from '@escalation-kit/intake';
import { loadPolicy } from '@escalation-kit/policies';
import { cuttingProxy } from './crash/cutting-proxy.ts';
import { load } from './crash/load.ts';
import { newLetters } from '../packages/intake/src/testing/letters.ts';
import { keepRunning } from './crash/processes.ts';
import { verify } from './crash/verify.ts';

/*
 * Three processes that serve and two that work, on one PostgreSQL, all of them killed at random under load, on connections
 * that break at random bytes. Afterwards everything that was acknowledged has to be there once, and everybody told.
 */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, tally: { type: 'string' } } });
const MINUTES = Number(values.minutes);
const SECRET = 'a secret of no fewer than thirty-two characters';
const SETTLES_WITHIN = 4 * 60_000;
const INTAKE = new URL('intake.mjs', import.meta.url).pathname;

const random = () => Math.random();
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

const folder = mkdtempSync(join(tmpdir(), 'intake-crash-'));
let postgres: Embedded = await startEmbedded(folder);
await migrate(postgres.url);
const mailbox = await newLetters();
const toDatabase = await cuttingProxy(random);
const toMail = await cuttingProxy(random);
const toServers = [await cuttingProxy(random), await cuttingProxy(random), await cuttingProxy(random)];
toDatabase.target = portOf(postgres.url);
toMail.target = mailbox.port;

signIn();
const settings = join(folder, 'intake.json');
writeFileSync(settings, JSON.stringify(settingsFor(toMail.port)));
const url = Object.assign(new URL(postgres.url), { port: `${toDatabase.port}` }).href;
const env = { ...process.env, DATABASE_URL: url, INTAKE_PROXY_SECRET: SECRET, INTAKE_LOG: 'silent' };
const command = (name: string) => [INTAKE, '--settings', settings, name];
const processes = [
  ...toServers.map((proxy) => keepRunning(command('serve'), env, (port) => (proxy.target = port))),
  ...[1, 2].map(() => keepRunning(command('work'), env)),
];
while (toServers.some(({ target }) => target === null)) await pause(50);

const proxies = [toDatabase, toMail, ...toServers];
toDatabase.cutsEvery = 600_000;
toMail.cutsEvery = 20_000;
for (const proxy of toServers) proxy.cutsEvery = 150_000;
const loading = load({
  policy: await loadPolicy('barnsley'),
  calendar: await loadCalendar('england-and-wales'),
  addresses: () => toServers.map(({ port }) => `http://127.0.0.1:${port}`),
  people: 12,
  random,
  now: () => new Date().toISOString(),
});
const kills = await torment(MINUTES * 60_000);

for (const proxy of proxies) proxy.cutsEvery = 0;
await loading.stop();
const owner = openDatabase({ url: postgres.url });
const settled = await untilSettled();
const endings = await Promise.all(processes.map((each) => each.stop()));
const found = await verify(owner, loading.sent, mailbox.received);
const acknowledged = loading.sent.filter(({ receipts }) => receipts.length > 0).length;
const falls = processes.flatMap((each) => each.falls);
const faults = [
  ...found.faults,
  ...falls.filter((fall) => !/cannot be reached/.test(fall)),
  ...(endings.every((code) => code === 0) ? [] : [`processes ended with ${endings.join()}`]),
];
console.log(
  [
    `${loading.sent.length} submissions sent, ${acknowledged} acknowledged; ${found.cases} cases, ${found.entries} entries.`,
    `${found.messages} messages, ${found.twice} of them came more than once; all were sent ${Math.round(settled / 1000)} s after the last blow.`,
    `${kills.node} processes and ${kills.postgres} PostgreSQLs were killed, ${proxies.map(({ cuts }) => cuts()).join(' + ')} connections cut.`,
    `${falls.length} processes ended by themselves and were started again. ${[...new Set(falls)].slice(0, 5).join('; ')}`,
    faults.length === 0 ? 'Nothing was lost, and nothing is there twice.' : `${faults.length} FAULTS:`,
    ...faults.slice(0, 40),
  ].join('\n'),
);
await owner.close();
await Promise.all([...proxies.map(({ close }) => close()), mailbox.close()]);
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
if (values.tally !== undefined) {
  mkdirSync(dirname(values.tally), { recursive: true });
  writeFileSync(
    values.tally,
    JSON.stringify({ passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, skipped: 0 }),
  );
}
process.exit(faults.length === 0 ? 0 : 1);

/** Kills what comes under its hand, for so long. */
async function torment(ms: number): Promise<{ node: number; postgres: number }> {
  const kills = { node: 0, postgres: 0 };
  const until = performance.now() + ms;
  while (performance.now() < until) {
    await pause(500 + random() * 2500);
    if (random() < 0.3) {
      kills.postgres++;
      await crashPostgres();
    } else {
      kills.node++;
      processes[Math.floor(random() * processes.length)]!.kill();
    }
  }
  return kills;
}

async function crashPostgres(): Promise<void> {
  const [pid] = readFileSync(join(folder, 'cluster/data/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await pause(random() * 1000);
  postgres = await startEmbedded(folder);
  toDatabase.target = portOf(postgres.url);
}

/** @returns milliseconds until nothing waited any more, or until it was given up to wait */
async function untilSettled(): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < SETTLES_WITHIN) {
    const waiting = await owner.rows(`select 1 from intake.messages where state = 'waiting' limit 1`);
    if (waiting.length === 0) break;
    await pause(500);
  }
  return performance.now() - begun;
}

/** As the proxy that signs people in does it, on the way of every request. */
function signIn(): void {
  const send = globalThis.fetch;
  globalThis.fetch = (to, init) => {
    const headers = new Headers(init?.headers);
    headers.set('x-intake-secret', SECRET);
    headers.set('x-forwarded-user', 'teacher');
    return send(to, { ...init, headers });
  };
}

function settingsFor(mailPort: number): object {
  const people = (id: string, ...roles: string[]) => [{ id, name: id, email: `${id}@example.org`, roles }];
  return {
    url: 'https://intake.example',
    port: 0,
    policies: ['barnsley'],
    signIn: { proxy: {} },
    mail: { host: '127.0.0.1', port: mailPort, requireTls: false, from: 'no-reply@example.org', tries: 20 },
    limits: { submissions: 100_000 },
    directory: {
      agencies: [
        { id: 'school', name: 'Hill School', sector: 'education', people: people('teacher', 'lead') },
        { id: 'council', name: 'Children’s Services', sector: 'social-care', people: people('manager', 'lead') },
      ],
      partnership: { address: 'inbox@example.org', people: people('officer', 'partnership-manager') },
    },
  };
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
