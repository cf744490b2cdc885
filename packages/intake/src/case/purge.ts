import { headOf } from '@escalation-kit/core/record';
import type { Database, Queries } from '../database/database.ts';
import { loadCase, lockCase } from './store.ts';

/** A case that has been over for as long as it is to be kept. */
export interface Removable {
  readonly id: string;
  readonly reference: string;
}

/** The cases that ended, and in which nobody has written since before an instant: what a removal would take. */
export function removable(queries: Queries, before: string): Promise<Removable[]> {
  return queries.rows<Removable>(
    `select case_id as id, reference from intake.standing
     where status in ('closed', 'withdrawn') and changed_at < $1 order by reference`,
    [before],
  );
}

/**
 * Removes a whole case, with its messages, its readers and what was derived from it. A stone is left: reference, head,
 * count and dates. What is in backups stays there for as long as they are kept.
 *
 * @param database of the role that removes
 */
export async function removeCase(database: Database, { id, reference }: Removable, now: string): Promise<void> {
  await database.transaction(async (queries) => {
    await lockCase(queries, id);
    const kept = await loadCase(queries, { id });
    if (!kept) return;
    const { head, count } = headOf(kept.record);
    await queries.rows('insert into intake.stones values ($1, $2, $3, $4, $5)', [
      reference,
      head,
      count,
      kept.takenAt,
      now,
    ]);
    // One message may remind of several cases: it goes with the first of them.
    const reminding = 'select message from intake.reminders where case_id = $1 and message is not null';
    await queries.rows(`delete from intake.messages where id in (${reminding})`, [id]);
    for (const table of OF_A_CASE) await queries.rows(`delete from intake.${table} where case_id = $1`, [id]);
    await queries.rows('delete from intake.cases where id = $1', [id]);
  });
}

const OF_A_CASE = [
  'reminders',
  'messages',
  'readings',
  'standing',
  'recorders',
  'sides',
  'submissions',
  'entries',
] as const;
