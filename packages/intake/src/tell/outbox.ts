import { createHash } from 'node:crypto';
import type { Queries } from '../database/database.ts';

/** Something to be sent to one address. */
export interface NewMessage {
  readonly caseId: string | null;
  readonly kind: 'told' | 'reminder';
  /** What it is sent for, and to whom: what has this already is not sent again. */
  readonly cause: string;
  readonly duty?: string;
  readonly clause?: string;
  readonly addressee: string;
  readonly email: string | null;
  readonly subject: string;
  readonly body: string;
}

/** A message is sent by this job, which is added in the transaction of what it tells of. */
export const SEND = 'send';

/**
 * Puts a message where it will be sent from, at least once, when this transaction is through and only then.
 *
 * @returns its id, the same for the same cause
 */
export async function post(
  queries: Queries,
  message: NewMessage,
  { now, tries }: { now: string; tries: number },
): Promise<string> {
  const id = createHash('sha256').update(message.cause).digest('hex').slice(0, 32);
  const { caseId, kind, cause, duty, clause, addressee, email, subject, body } = message;
  const state = email === null ? 'no-address' : 'waiting';
  await queries.rows(
    `with made as (
       insert into intake.messages
         (id, case_id, kind, cause, duty, clause, addressee, email, subject, body, state, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict on constraint messages_cause do nothing returning id, email
     )
     select graphile_worker.add_job($13, payload := json_build_object('message', id), job_key := $14, max_attempts := $15)
     from made where email is not null`,
    [
      ...[id, caseId, kind, cause, duty ?? null, clause ?? null, addressee, email, subject, body, state, now],
      ...[SEND, `${SEND} ${id}`, tries],
    ],
  );
  return id;
}

/** How far a message has got. */
export const STATES = ['waiting', 'sent', 'given-up', 'no-address'] as const;

export function isState(text: string): text is (typeof STATES)[number] {
  return (STATES as readonly string[]).includes(text);
}

export function isMessageId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** Tries again what was given up, or sends what had no address to the one that is known now. */
export async function sendAgain(queries: Queries, id: string, email: string | null, tries: number): Promise<boolean> {
  const rows = await queries.rows(
    `update intake.messages set state = 'waiting', tries = 0, error = null, email = coalesce($2, email)
     where id = $1 and state <> 'waiting' and coalesce($2, email) is not null returning 1`,
    [id, email],
  );
  if (rows.length > 0) await addSending(queries, id, tries);
  return rows.length > 0;
}

export async function addSending(queries: Queries, id: string, tries: number): Promise<void> {
  await queries.rows(
    `select graphile_worker.add_job($1, payload := json_build_object('message', $2::text), job_key := $3, max_attempts := $4)`,
    [SEND, id, `${SEND} ${id}`, tries],
  );
}
