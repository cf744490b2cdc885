import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import type { Queries } from '../database/database.ts';

/*
 * What somebody has answered so far on pages without scripts. It lies in the database, so that any process has it, and
 * cannot be read there: its key is in the person's own browser. It goes once it is sent, and 20 minutes after the last
 * step.
 */

const MINUTES = 20;

/** A new key, as a cookie holds it. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

export function newDraftId(): string {
  return randomBytes(16).toString('base64url');
}

/** Keeps a draft, or what it has become. */
export async function keepDraft(
  queries: Queries,
  { id, person, key }: DraftOf,
  content: unknown,
  now: string,
): Promise<void> {
  await wipeDrafts(queries, now);
  await queries.rows(
    `insert into intake.drafts (id, person, content, touched_at) values ($1, $2, $3, $4)
     on conflict (id) do update set content = excluded.content, touched_at = excluded.touched_at
       where drafts.person = excluded.person and drafts.content is not null`,
    [id, person, sealed(JSON.stringify(content), key, `${id} ${person}`), now],
  );
}

/** Whose draft it is, and what opens it. */
export interface DraftOf {
  readonly id: string;
  /** The id of a person. */
  readonly person: string;
  readonly key: string;
}

/** @returns the reference of the case that it was sent as, or what is in it; null where it is gone, or another's */
export async function openDraft(
  queries: Queries,
  { id, person, key }: DraftOf,
  now: string,
): Promise<{ readonly sent: string } | { readonly content: unknown } | null> {
  await wipeDrafts(queries, now);
  const sql = 'select content, sent_as from intake.drafts where id = $1 and person = $2';
  const [row] = await queries.rows<{ content: string | null; sent_as: string | null }>(sql, [id, person]);
  if (row?.sent_as) return { sent: row.sent_as };
  const text = row?.content ? opened(row.content, key, `${id} ${person}`) : null;
  return text === null ? null : { content: JSON.parse(text) as unknown };
}

/** It was sent: nothing of it stays but the name of the case, for whoever sends it again. */
export async function draftSent(queries: Queries, { id, person }: DraftOf, reference: string): Promise<void> {
  await queries.rows('update intake.drafts set content = null, sent_as = $3 where id = $1 and person = $2', [
    id,
    person,
    reference,
  ]);
}

/** Removes what nobody has touched for so long. */
export async function wipeDrafts(queries: Queries, now: string): Promise<void> {
  const before = formatInstant(parseInstant(now) - MINUTES * 60_000);
  await queries.rows('delete from intake.drafts where touched_at < $1', [before]);
}

const CIPHER = 'aes-256-gcm';

function sealed(text: string, key: string, about: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, Buffer.from(key, 'base64url'), iv).setAAD(Buffer.from(about));
  const parts = [iv, cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64');
}

/** Null where the key is another's, or something was changed. */
function opened(content: string, key: string, about: string): string | null {
  const bytes = Buffer.from(content, 'base64');
  try {
    const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'base64url'), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
