import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { QUIET } from '../log/quiet.ts';
import { ROLES } from './database.ts';
import { DRAFTS, FIRST, GRANTS } from './schema.sql.ts';

/** In order; what has been run once is never changed. */
const MIGRATIONS: readonly string[] = [FIRST, DRAFTS];

/** The same for every process, in every version. */
const LOCK = 4_710_338_211;

/** The database cannot be made ready: what stands in the way, and what would help. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Makes the database ready for this version, or leaves it as it is where it is ready. Several processes may begin at
 * once: one does it, the others wait.
 *
 * @param url of a role that may make roles, schemas and tables
 * @returns how many migrations were run
 * @throws MigrationError
 */
export async function migrate(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'escalation-intake migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await checkVersion(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeRoles(client);
    const run = await runMissing(client);
    await runMigrations({ connectionString: url, logger: QUIET });
    await client.query(GRANTS);
    return run;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether this version can work with the database as it is. */
export async function isMigrated(queries: { rows: (sql: string) => Promise<object[]> }): Promise<boolean> {
  const [row] = await queries.rows('select max(id) as newest from intake.migrations');
  return (row as { newest: number | null }).newest === MIGRATIONS.length;
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]!.version;
  if (version < 150_000)
    throw new MigrationError(`PostgreSQL ${Math.floor(version / 10_000)} is too old: 15 or newer is needed.`);
}

/** Roles are of the whole server: another database of it may have them, or be making them. */
async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of Object.values(ROLES)) {
    try {
      await client.query(
        `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      );
      await client.query(
        `do $$ begin if not pg_has_role('${role}', 'usage') then grant ${role} to current_user; end if; end $$`,
      );
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw new MigrationError(
        `The database's user may not make the role ${role}. Run: create role ${role} nologin; grant ${role} to <that user>;`,
      );
    }
  }
}

async function runMissing(client: pg.Client): Promise<number> {
  await client.query('create schema if not exists intake');
  await client.query(
    'create table if not exists intake.migrations (id int primary key, run_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ done: number }>('select coalesce(max(id), 0) as done from intake.migrations');
  const { done } = rows[0]!;
  if (done > MIGRATIONS.length) throw new MigrationError('The database is of a newer version of intake than this one.');
  for (let id = done; id < MIGRATIONS.length; id++) {
    await client.query('begin');
    await client.query(MIGRATIONS[id]!);
    await client.query('insert into intake.migrations (id) values ($1)', [id + 1]);
    await client.query('commit');
  }
  return MIGRATIONS.length - done;
}
