import { SEND } from '../tell/outbox.ts';
import type { Services } from '../services.ts';

/**
 * Gives what a worker had begun that was killed, or that lost its connection, to the others: the library alone would wait
 * for four hours. A message whose last try ended so is given up, where the partnership sees it.
 */
export async function freeLost({ database, log }: Services): Promise<void> {
  await database.rows(
    `select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
     where task_identifier = $1 and locked_at < now() - interval '${LOST_AFTER}' having count(*) > 0`,
    [SEND],
  );
  const lost = await database.rows(
    `update intake.messages m set state = 'given-up', error = coalesce(error, 'LOST')
     where state = 'waiting' and not exists (
       select 1 from graphile_worker.jobs j
       where j.key = $1 || ' ' || m.id and (j.attempts < j.max_attempts or j.locked_at is not null)
     ) returning 1`,
    [SEND],
  );
  if (lost.length > 0) log.warn('messages were given up', { messages: lost.length });
}

/** Longer than any try to send takes. */
const LOST_AFTER = '2 minutes';
