/*
 * All that intake keeps, as a file: a line of JSON for each edition, case and stone, with what is kept beside a case in its
 * line; the last line holds how many cases there are and the hash of all lines before it. What is derived is not in it:
 * whoever reads it makes that anew, by whatever version they are.
 */

export const ARCHIVE_FORMAT = 'escalation-intake.1';

/** What is kept beside the entries of a case and cannot be made from them: by table, with its columns in this format. */
export const BESIDE = {
  submissions: ['key', 'body_hash', 'person', 'receipt'],
  sides: ['side', 'agency', 'assigned_by', 'since'],
  recorders: ['person', 'name', 'email', 'since'],
  readings: ['person', 'what', 'at'],
  reminders: ['item', 'email', 'shown', 'message', 'made_at'],
} as const;
export type Beside = keyof typeof BESIDE;

/** Tables whose rows stand in the file by themselves; a message may be of several cases, or of none any more. */
export const ALONE = {
  editions: ['kind', 'hash', 'id', 'version', 'content'],
  stones: ['reference', 'head', 'count', 'begun_at', 'removed_at'],
  feeds: ['token_hash', 'person', 'made_at', 'revoked_at'],
  messages: [
    ...['id', 'case_id', 'kind', 'cause', 'duty', 'clause', 'addressee', 'email', 'subject', 'body', 'state'],
    ...['tries', 'error', 'made_at', 'sent_at'],
  ],
} as const;
export type Alone = keyof typeof ALONE;

export type Row = Readonly<Record<string, unknown>>;

export interface ArchivedCase {
  readonly id: string;
  readonly reference: string;
  readonly takenAt: string;
  /** The record in core's own format, which anybody can verify. */
  readonly record: unknown;
  readonly beside: Readonly<Record<Beside, readonly Row[]>>;
}

export type Line =
  | { readonly format: string; readonly at: string }
  | { readonly table: Alone; readonly row: Row }
  | { readonly case: ArchivedCase }
  | { readonly cases: number; readonly sha256: string };

/** A file that is none of ours, is broken, or does not fit what is kept already. Says nothing of what is in it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
