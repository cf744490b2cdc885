import pg from 'pg';

/** Something that statements can be put to: the pool, or one transaction. */
export interface Queries {
  readonly rows: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
}

export interface Database extends Queries {
  /** All or nothing: what throws is undone. */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** The roles of PostgreSQL that intake works under. Each can do what it is for, and no more. */
export const ROLES = { server: 'escalation_intake_server', purger: 'escalation_intake_purger' } as const;
export type Role = keyof typeof ROLES;

export interface DatabaseOptions {
  readonly url: string;
  /** Left out: whoever the address names, who owns everything. */
  readonly role?: Role;
  readonly connections?: number;
  /** Called when a connection that nobody uses breaks. The pool makes another. */
  readonly onBroken?: () => void;
}

/** Connections are made when first needed, so that this never fails. */
export function openPool({ url, role, connections = 10, onBroken }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: [...LIMITS, ...(role ? [`role=${ROLES[role]}`] : [])].map((option) => `-c ${option}`).join(' '),
    connectionTimeoutMillis: 10_000,
    application_name: 'escalation-intake',
  });
  // Without these Node ends the process.
  pool.on('error', () => onBroken?.());
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);
  return {
    rows: queriesOf(pool).rows,
    transaction: (work) => transaction(pool, work),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

/** Nobody waits for ever, and nobody holds up the others for ever. */
const LIMITS = ['statement_timeout=30000', 'lock_timeout=10000', 'idle_in_transaction_session_timeout=60000'];

function queriesOf(client: pg.Pool | pg.PoolClient): Queries {
  return {
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row & pg.QueryResultRow>(sql, [...values])).rows,
  };
}

async function transaction<T>(pool: pg.Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  // Without it a connection that breaks in the middle ends the process.
  const onError = () => (broken = true);
  client.on('error', onError);
  try {
    await client.query('begin');
    const result = await work(queriesOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(onError);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
