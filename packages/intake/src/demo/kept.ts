import { removeCase, type Removable } from '../case/purge.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Mail } from './pages.ts';

/** What was sent and what was not, the newest first. */
export function mailIn(queries: Queries): Promise<Mail[]> {
  return queries.rows<Mail>(
    `select id, kind, addressee, email, subject, body, state, made_at as made from intake.messages
     order by made_at desc, id limit 500`,
  );
}

/** Waits, but not for ever, until all that is on its way has gone: whoever looks next finds it. */
export async function settled(queries: Queries): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    const rows = await queries.rows(`select 1 from intake.messages where state = 'waiting' limit 1`);
    if (rows.length === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Removes every case, whatever has become of it, and what was sent of it. */
export async function emptyAll(purger: Database, now: string): Promise<void> {
  const cases = await purger.rows<Removable>('select id, reference from intake.cases');
  for (const each of cases) await removeCase(purger, each, now);
  await purger.rows('delete from intake.messages');
}
