import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import { ArchiveError } from '../archive/archive.ts';
import { readArchive, verifyArchive } from '../archive/read-archive.ts';
import { exportTo, linesOf } from './archive-file.ts';
import { loadOffer } from '../case/offer.ts';
import { rebuild } from '../case/rebuild.ts';
import { removable, removeCase } from '../case/purge.ts';
import { EmbeddedPostgresError } from '../database/embedded-error.ts';
import { migrate, MigrationError } from '../database/migrate.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { namesOf, newLog } from '../log/log.ts';
import { readSettings } from '../settings/read-settings.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { Settings } from '../settings/settings.ts';
import { serveDemo } from './serve-demo.ts';
import { serve, work } from './serve.ts';
import type { Surroundings } from './surroundings.ts';
import { findDatabase, servicesOf, withDatabase, type Addresses } from './with-database.ts';

/**
 * The command `escalation-intake`.
 *
 * @returns what the process ends with: 0 where it did what was asked
 */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    await commandOf(around).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    around.err(wordFor(error));
    return 1;
  }
}

function commandOf(around: Surroundings): Command {
  const command = new Command('escalation-intake')
    .description('Keeps what is raised under an escalation policy, tells whom the policy wants told, and reminds')
    .option('-s, --settings <file>', 'a JSON file; the environment goes before it')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => around.out(text.trimEnd()),
      writeErr: (text) => around.err(text.trimEnd()),
    });
  const settings = () => readSettings(command.opts<{ settings?: string }>().settings, around.environment);
  const inDatabase = (then: (settings: Settings, addresses: Addresses) => Promise<void>) => async () => {
    const given = settings();
    const addresses = await findDatabase(given);
    await then(given, addresses).finally(addresses.close);
  };

  command
    .command('check')
    .description('says whether the settings are in order, and changes nothing')
    .action(async () => {
      const { policies } = await loadOffer(settings().policies);
      around.out(`The settings are in order. Cases are taken under: ${[...policies.keys()].join(', ')}.`);
    });
  command
    .command('migrate')
    .description('makes the database ready for this version')
    .action(
      inDatabase(async (_, { owner }) => {
        const done = await migrate(owner);
        around.out(done === 0 ? 'The database is ready.' : `The database is ready: ${done} migrations were run.`);
      }),
    );
  command
    .command('serve')
    .description('takes submissions and shows cases')
    .option('--demo', 'anybody is who they say they are; on this machine alone')
    .option('--portals <folder>', 'with --demo: pages of organisations that use it')
    .option('--work', 'sends and reminds too')
    .action(({ demo, portals, work = false }: ServeOptions) =>
      demo ? serveDemo(settings(), portals, around) : serve(settings(), work, around),
    );
  command
    .command('work')
    .description('sends what is to be told, and reminds')
    .action(() => work(settings(), around));
  command
    .command('rebuild')
    .description('makes anew what is derived from the entries')
    .action(
      inDatabase(async (given, { server }) => {
        const count = await withDatabase(server, 'server', 4, newLog(given.log), async (database) =>
          rebuild(await servicesOf(given, database, around.now, given.url ?? 'http://127.0.0.1')),
        );
        around.out(`${count} cases were made anew from their entries.`);
      }),
    );
  command
    .command('purge')
    .description('removes cases that ended long ago; without --yes it only says which')
    .option('--after-days <days>', 'how many days after the last entry of a case that ended; else keepDays', wholeDays)
    .option('--yes', 'removes them')
    .action(({ afterDays, yes = false }: { afterDays?: number; yes?: boolean }) =>
      inDatabase((given, { purger }) => purge(given, purger, afterDays ?? daysIn(given), yes, around))(),
    );
  command
    .command('export')
    .description('writes all that is kept to a file that verifies, while others serve')
    .argument('<file>', 'a file that is not there yet')
    .action((file: string) =>
      inDatabase(async (given, { server }) => {
        const count = await withDatabase(server, 'server', 2, newLog(given.log), (database) =>
          exportTo(file, database, around.now()),
        );
        around.out(`${count} cases were written. Keep the file as you keep the database.`);
      })(),
    );
  command
    .command('import')
    .description('takes in all that a file of export holds; with --check it only says whether it is whole')
    .argument('<file>', 'what export wrote')
    .option('--check', 'changes nothing')
    .action(async (file: string, { check = false }: { check?: boolean }) => {
      if (check) return around.out(`The file is whole: ${await verifyArchive(linesOf(file))} cases.`);
      return inDatabase(async (given, { owner }) => {
        const count = await withDatabase(owner, undefined, 2, newLog(given.log), async (database) =>
          readArchive(await servicesOf(given, database, around.now, given.url ?? 'http://127.0.0.1'), linesOf(file)),
        );
        around.out(`${count} cases were taken in.`);
      })();
    });
  return command;
}

interface ServeOptions {
  readonly demo?: boolean;
  readonly portals?: string;
  readonly work?: boolean;
}

async function purge(
  settings: Settings,
  url: string,
  days: number,
  isMeant: boolean,
  { now, out }: Surroundings,
): Promise<void> {
  const before = formatInstant(parseInstant(now()) - days * 86_400_000);
  await withDatabase(url, 'purger', 2, newLog(settings.log), async (database) => {
    const cases = await removable(database, before);
    for (const each of cases) {
      if (isMeant) await removeCase(database, each, now());
      out(`${each.reference} ${isMeant ? 'was removed' : 'would be removed'}`);
    }
    out(
      `${cases.length} cases ${isMeant ? 'were removed. What is in backups stays there until they end.' : 'would be removed. Nothing was: add --yes.'}`,
    );
  });
}

function daysIn({ keepDays }: Settings): number {
  if (keepDays === undefined)
    throw new SettingsError([{ path: 'keepDays', allowed: 'a number of days, or given by --after-days' }]);
  return keepDays;
}

function wholeDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of days.');
  return Number(text);
}

/** What can be told of an error: what libraries say holds addresses and values. */
export function wordFor(error: unknown): string {
  if (
    error instanceof SettingsError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof MigrationError ||
    error instanceof ArchiveError
  )
    return error.message;
  if (isUnavailable(error)) return 'The database cannot be reached. Is it running, and is its address right?';
  const { code } = error as { code?: unknown };
  if (code === 'EEXIST') return 'The file is there already: name another.';
  if (code === 'ENOENT') return 'The file, or its folder, is not there.';
  if (code === 'EADDRINUSE') return 'Something else listens on this port already: set another with PORT.';
  if (code === '42P01' || code === '3F000')
    return 'The database is not ready for this version: run escalation-intake migrate.';
  if (code === '22023' || code === '42704') return 'The roles of intake are not there: run escalation-intake migrate.';
  if (code === '42501' || code === '28P01' || code === '28000')
    return 'The database does not let this user in, or not do this.';
  return `It failed: ${Object.values(namesOf(error)).filter(Boolean).join(' ')}`;
}
