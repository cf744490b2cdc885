import { isObject, MOST_ENTRIES, type CaseEvent, type Refusal } from '../case/index.ts';
import {
  canonicalJson,
  GENESIS,
  hashAt,
  readRecordFile,
  RecordError,
  verifyRecord,
  type CaseRecord,
} from '../record/index.ts';
import { because, notAsAllowed } from './refusals.ts';
import type { Refused, Submission } from './submission.ts';

/** How many events a submission may have. A form sends one or two. */
export const MOST_AT_ONCE = 100;

/** What is decided by: who is to be told follows from it. */
export type Sent = Omit<Submission, 'notifications'>;

/**
 * Reads a submission from anywhere, and holds what it says of itself against what it brings: that its record is whole
 * and is that of its case, that the base is in it, and that its events are what comes after.
 */
export function readSubmission(given: unknown): { readonly submission: Sent } | Refused {
  try {
    const plain = plainCopy(given);
    const wrong = PARTS.find(({ part, holds }) => !holds(plain[part]));
    if (wrong) return { refusal: notAsAllowed(wrong.part, wrong.allowed) };
    const record = readRecordFile(plain.record, Infinity, '$.record');
    if (record.entries.length > MOST_ENTRIES) return { refusal: TOO_MANY };
    // No hash covers what else stands there.
    const isMore = Object.keys(plain.record as object).some((key) => !Object.hasOwn(record, key));
    if (isMore) return { refusal: notAsAllowed('record', `no more than ${Object.keys(record).join(', ')}`) };
    const submission = { ...plain, record } as unknown as Sent;
    const refusal = refuseRecord(submission);
    return refusal ? { refusal } : { submission };
  } catch (error) {
    if (!(error instanceof RecordError)) return { refusal: notAsAllowed('submission', 'an object of plain JSON') };
    return { refusal: notAsAllowed(error.path.slice('$.'.length), error.allowed) };
  }
}

/** The id of the case that a record is of: what it was opened with, which no correction changes. */
export function caseIdOf(record: CaseRecord<CaseEvent>): unknown {
  const opened = record[0]?.event as { readonly case?: unknown } | null | undefined;
  return opened?.case ?? hashAt(record, 0);
}

/** The head that the record had when it had so many entries; '' where it never had. */
export function headAt(record: CaseRecord, count: number): string {
  return count === 0 ? GENESIS : hashAt(record, count - 1);
}

/** Looked at first: a record of any length can be sent, and each of its entries takes time. */
const TOO_MANY: Refusal = {
  clauses: [],
  field: 'record',
  text: { key: 'refusal.most-entries', values: { most: MOST_ENTRIES } },
};

interface Part {
  readonly part: keyof Sent;
  readonly allowed: string;
  readonly holds: (value: unknown) => boolean;
}

const MOST_CHARACTERS = 200;

const isName = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS;
const isHead = (value: unknown) =>
  isObject(value) &&
  typeof value.head === 'string' &&
  /^[0-9a-f]{64}$/.test(value.head) &&
  Number.isInteger(value.count) &&
  (value.count as number) >= 0;
const areEvents = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_AT_ONCE && value.every(isObject);

const NAME = `text that is not blank, up to ${MOST_CHARACTERS} characters`;
const PARTS: readonly Part[] = [
  { part: 'case', allowed: NAME, holds: isName },
  { part: 'key', allowed: NAME, holds: isName },
  { part: 'base', allowed: '{head, count}: a hash of 64 hex digits and a whole number', holds: isHead },
  { part: 'events', allowed: `a list of 1 to ${MOST_AT_ONCE} events`, holds: areEvents },
];

/** Nothing of it can change, or do anything, while it is looked at. @throws RecordError where it is not plain JSON */
function plainCopy(given: unknown): Readonly<Record<string, unknown>> {
  const copy: Record<string, unknown> = {};
  for (const part of ['case', 'key', 'base', 'events', 'record'] as const) {
    const value = (given as Partial<Record<string, unknown>>)[part];
    if (value !== undefined) copy[part] = JSON.parse(canonicalJson(value, `$.${part}`));
  }
  return copy;
}

function refuseRecord({ case: id, base, events, record }: Sent): Refusal | null {
  const { entries, head, count } = record;
  const verification = verifyRecord(entries, record);
  if (!verification.sound) return because('broken', 'record', { entry: verification.soundCount + 1 });
  if (headAt(entries, count) !== head || count !== entries.length) return because('head', 'record');
  if (caseIdOf(entries) !== id) return because('other-case', 'case');
  if (base.count + events.length !== count || headAt(entries, base.count) !== base.head) return because('base', 'base');
  const isEnd = events.every((event, i) => canonicalJson(event) === canonicalJson(entries[base.count + i]!.event));
  return isEnd ? null : because('events', 'events');
}
