import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, startEmbedded } from '@escalation-kit/intake';
import { manyCases } from './intake/many-cases.ts';
import { morning } from './intake/morning.ts';
import { submissions } from './intake/submissions.ts';
import { tracker } from './intake/tracker.ts';

/* Figures of intake, each beside the same without what intake adds, in one run on one PostgreSQL that flushes to disk. */

const only = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'intake-bench-'));
const postgres = await startEmbedded(folder);
const owner = openDatabase({ url: postgres.url });
const opened: { close: () => Promise<void> }[] = [owner];

const results: boolean[] = [];
if (!only || only === 'submissions') results.push(await submissions((await fresh()).server, (await fresh()).server));
if (!only || only !== 'submissions') {
  const database = await fresh();
  await manyCases(database.owner, database.server);
  if (!only || only === 'tracker') results.push(await tracker(database.server));
  if (!only || only === 'morning') results.push(await morning(database.owner, database.server));
}

await Promise.all(opened.map((each) => each.close()));
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(results.every(Boolean) ? 0 : 1);

/** A database of its own, ready for this version. */
async function fresh() {
  const name = `bench_${opened.length}`;
  await owner.rows(`create database ${name}`);
  const { href: url } = Object.assign(new URL(postgres.url), { pathname: name });
  await migrate(url);
  const made = { owner: openDatabase({ url }), server: openDatabase({ url, role: 'server' }) };
  opened.push(made.owner, made.server);
  return made;
}
