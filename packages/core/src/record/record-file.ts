import { canonicalJson } from './canonical-json.ts';
import { fileFaults, withFileFaults } from './file-faults.ts';
import { headOf, type CaseRecord, type Entry, type Head } from './chain.ts';
import { RecordError } from './record-error.ts';
import { verifyRecord, type Verification } from './verify-record.ts';

export const RECORD_FORMAT = 'escalation-kit-record/1';

/** A record on its own, as plain JSON. `meta` is for the reader (which policy, when saved): no hash covers it. */
export interface RecordFile<Event = unknown> extends Head {
  readonly format: typeof RECORD_FORMAT;
  readonly meta: RecordMeta;
  readonly entries: CaseRecord<Event>;
}

export interface RecordMeta {
  readonly policy?: { readonly id: string; readonly version: string; readonly hash: string };
  readonly [key: string]: unknown;
}

/**
 * What an import may hold at most: characters of text (UTF-16 units), and entries. The longest case that is opened has
 * 640 characters for each of its entries, twice what one of a sentence or two takes with its hashes.
 */
export interface ImportLimits {
  readonly maxLength: number;
  readonly maxEntries: number;
}

export const IMPORT_LIMITS: ImportLimits = { maxLength: 64_000_000, maxEntries: 100_000 };

/** What was read. Nothing is lost: `sound` and `apart` together are the file's entries. */
export interface ImportedRecord<Event = unknown> {
  readonly meta: RecordMeta;
  /** Against the file's own head and count. */
  readonly verification: Verification;
  /** The entries before the first fault: a record to go on with. */
  readonly sound: CaseRecord<Event>;
  /** The first entry at fault and all after it, as they were found. */
  readonly apart: readonly unknown[];
}

/** The record as a file object, with the head and count that let a tail cut off show. */
export function exportRecord<Event>(record: CaseRecord<Event>, meta: RecordMeta = {}): RecordFile<Event> {
  return { format: RECORD_FORMAT, ...headOf(record), meta, entries: record };
}

/** The file as JSON text, an entry on each line. @throws RecordError where something in it is not plain JSON */
export function writeRecordFile(file: RecordFile): string {
  const { format, head, count, meta, entries } = file;
  let text = `{"format":"${format}","count":${count},"head":"${head}",\n"meta":${canonicalJson(meta, '$.meta')},\n"entries":[`;
  for (let i = 0; i < entries.length; i++) text += (i ? ',\n' : '\n') + canonicalJson(entries[i], `$.entries[${i}]`);
  return `${text}\n]}\n`;
}

/**
 * Reads a record file from anywhere. A file of another kind is refused; a record file with faults is read, its
 * faults are named, and its entries are given apart from the first fault on. The events are checked against their
 * hashes only: whether they make a case is for replay to say.
 *
 * A file that says one thing twice, or more than a record file does, has faults too: two programs could read two
 * records in it.
 * @throws RecordError for text that is too long, is not JSON or is not a record file, with the path
 */
export function importRecord<Event = unknown>(
  text: string,
  limits: ImportLimits = IMPORT_LIMITS,
): ImportedRecord<Event> {
  const value = parsed(text, limits.maxLength);
  const file = readRecordFile(value, limits.maxEntries);
  const { entries } = file;
  const ofFile = fileFaults(text, value as RecordFileAsFound);
  const verification = withFileFaults(verifyRecord(entries, file), ofFile);
  const soundCount = verification.sound ? entries.length : verification.soundCount;
  const sound: Entry<Event>[] = [];
  const apart: unknown[] = [];
  for (let i = 0; i < entries.length; i++) {
    if (i < soundCount) sound[i] = entries[i] as Entry<Event>;
    else apart[i - soundCount] = entries[i];
  }
  return { meta: file.meta, verification, sound, apart };
}

/**
 * A record file that was read from JSON, with entries that may be anything.
 * @param path how the value is called in the path of an error
 * @throws RecordError for what is no record file
 */
export function readRecordFile(value: unknown, maxEntries: number, path = '$'): RecordFileAsFound {
  if (!isObject(value)) throw new RecordError(path, shown(value), 'an object');
  const { format, head, count, meta = {}, entries } = value;
  if (format !== RECORD_FORMAT) throw new RecordError(`${path}.format`, shown(format), `'${RECORD_FORMAT}'`);
  if (typeof head !== 'string' || !/^[0-9a-f]{64}$/.test(head))
    throw new RecordError(`${path}.head`, shown(head), 'a hash of 64 hex digits');
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    throw new RecordError(`${path}.count`, shown(count), 'a whole number');
  if (!isObject(meta)) throw new RecordError(`${path}.meta`, shown(meta), 'an object');
  if (!Array.isArray(entries)) throw new RecordError(`${path}.entries`, shown(entries), 'an array');
  if (entries.length > maxEntries) {
    throw new RecordError(`${path}.entries`, `${entries.length} entries`, `${maxEntries} at most`);
  }
  return { format, head, count, meta, entries };
}

export type RecordFileAsFound = Omit<RecordFile, 'entries'> & { readonly entries: readonly unknown[] };

function parsed(text: string, maxLength: number): unknown {
  if (typeof text !== 'string') throw new RecordError('$', typeof text, 'the text of a record file');
  if (text.length > maxLength) throw new RecordError('$', `${text.length} characters`, `${maxLength} at most`);
  try {
    // Some editors save a byte order mark.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as unknown;
  } catch {
    throw new RecordError('$', 'text that is not JSON', 'a record file');
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name such as a format's is shown; any other text could be what a person typed. */
function shown(value: unknown): string {
  if (typeof value === 'string') return /^[\w./-]{1,60}$/.test(value) ? `'${value}'` : 'text';
  if (typeof value === 'number') return `${value}`;
  if (value === null || value === undefined) return value === null ? 'null' : 'nothing';
  return Array.isArray(value) ? 'an array' : typeof value;
}
