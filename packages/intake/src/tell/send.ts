import { namesOf } from '../log/log.ts';
import { keepStanding, standingOf } from '../case/standing.ts';
import { loadCase, lockCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import { openKept } from '../show/one-case.ts';
import type { Services } from '../services.ts';
import type { Courier } from './courier.ts';
import { addDone } from './tell-now.ts';

/** A message that could not be sent this time: the worker tries it again, after a longer pause each time. */
class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

/**
 * Sends a message that waits, and notes that it was sent. Where that was the last thing that a duty of its case asked a
 * service for, the duty is done by an entry of the service. It is sent at least once: again, where nobody can tell
 * whether it went.
 *
 * @param isLastTry whether it is given up when it fails now
 * @throws NotSentError where it was not sent
 */
export async function sendMessage(services: Services, courier: Courier, id: string, isLastTry: boolean): Promise<void> {
  const { database, log, origin, now } = services;
  const sql = `select case_id, duty, clause, email, subject, body from intake.messages where id = $1 and state = 'waiting'`;
  const [message] = await database.rows<Waiting>(sql, [id]);
  // Sent by another try that was not heard of, or removed with its case.
  if (!message) return;
  try {
    const { email, subject, body } = message;
    await courier.send({ to: email, subject, text: body, messageId: `<${id}@${new URL(origin).hostname}>` });
  } catch (error) {
    const { code = 'unknown' } = namesOf(error);
    const state = isLastTry ? 'given-up' : 'waiting';
    await database.rows('update intake.messages set tries = tries + 1, error = $2, state = $3 where id = $1', [
      id,
      String(code),
      state,
    ]);
    log.warn(isLastTry ? 'a message was given up' : 'a message was not sent', { message: id, code: String(code) });
    if (isLastTry) return;
    throw new NotSentError(String(code));
  }
  await database.transaction((queries) => noteSent(services, queries, id, message));
  log.info('a message was sent', { message: id, at: now() });
}

interface Waiting {
  readonly case_id: string | null;
  readonly duty: string | null;
  readonly clause: string | null;
  readonly email: string;
  readonly subject: string;
  readonly body: string;
}

async function noteSent(
  services: Services,
  queries: Queries,
  id: string,
  { case_id, duty, clause }: Waiting,
): Promise<void> {
  if (case_id !== null) await lockCase(queries, case_id);
  await queries.rows(
    `update intake.messages set tries = tries + 1, error = null, state = 'sent', sent_at = $2 where id = $1`,
    [id, services.now()],
  );
  if (case_id === null || duty === null || clause === null) return;
  const sql = 'select id, state from intake.messages where case_id = $1 and duty = $2 order by id';
  const all = await queries.rows<{ id: string; state: string }>(sql, [case_id, duty]);
  if (all.some(({ state }) => state !== 'sent')) return;
  const kept = await loadCase(queries, { id: case_id });
  if (!kept) return;
  const note = all.map((message) => message.id).join(' ');
  const kase = await openKept(services, queries, kept);
  const after = await addDone(services, queries, kept, kase, { owed: duty, clause, note });
  await keepStanding(queries, kept.id, kept.reference, standingOf(after, services.morning), services.now());
}
