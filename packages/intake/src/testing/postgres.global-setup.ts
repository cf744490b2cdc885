import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { asOwner } from './as-owner.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a real PostgreSQL, for the one who owns it. */
    readonly postgres: string;
    /** A database of it that is migrated: each test works on a copy. */
    readonly template: string;
  }
}

/** One PostgreSQL for the whole suite: the one that `DATABASE_URL` names, or intake's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await server();
  const template = `template_${process.pid}`;
  await asOwner(url, `create database ${template}`);
  await migrate(Object.assign(new URL(url), { pathname: template }).href);
  project.provide('postgres', url);
  project.provide('template', template);
  return async () => {
    await asOwner(url, `drop database ${template} with (force)`);
    await stop();
  };
}

async function server(): Promise<{ url: string; stop: () => Promise<void> }> {
  const named = process.env.DATABASE_URL;
  if (named) return { url: named, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'intake-postgres-'));
  const { url, stop } = await startEmbedded(folder);
  // A database for each test is on the disk sooner: what a crash leaves is tested elsewhere.
  await asOwner(url, 'alter system set fsync = off');
  await asOwner(url, 'select pg_reload_conf()');
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
