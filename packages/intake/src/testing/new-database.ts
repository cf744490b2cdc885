import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { openDatabase, type Database, type Role } from '../database/database.ts';
import { asOwner } from './as-owner.ts';

export interface TestDatabase {
  readonly url: string;
  /** Connections of their own, as another process has them. */
  readonly open: (role?: Role) => Database;
}

/** A database of the suite's server, which goes when the test has ended: migrated, unless it is asked for empty. */
export async function newDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server, `create database ${name}${empty ? '' : ` template ${inject('template')}`}`);
  const { href: url } = Object.assign(new URL(server), { pathname: name });
  const opened: Database[] = [];
  onTestFinished(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await asOwner(server, `drop database ${name} with (force)`);
  });
  const open = (role?: Role) => {
    const database = openDatabase({ url, ...(role && { role }) });
    opened.push(database);
    return database;
  };
  return { url, open };
}
