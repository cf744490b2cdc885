import type { Services } from '../services.ts';
import { openKept } from '../show/one-case.ts';
import { keepDerived, loadCase, lockCase } from './store.ts';

/**
 * Makes anew, from the entries alone, all that is kept beside them to list and to wake by. Each case in a transaction of
 * its own, while others are served.
 *
 * @returns how many cases there are
 */
export async function rebuild(services: Services): Promise<number> {
  const { database, directory, morning } = services;
  let count = 0;
  for (let last = ''; ;) {
    const sql = 'select id from intake.cases where id > $1 order by id limit 500';
    const ids = await database.rows<{ id: string }>(sql, [last]);
    for (const { id } of ids) {
      await database.transaction(async (queries) => {
        await lockCase(queries, id);
        const kept = await loadCase(queries, { id });
        if (!kept) return;
        await keepDerived(queries, kept, await openKept(services, queries, kept), { morning, directory });
      });
    }
    count += ids.length;
    if (ids.length < 500) return count;
    last = ids.at(-1)!.id;
  }
}
