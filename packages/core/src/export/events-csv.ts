import { replay } from '../case/index.ts';
import { verifyRecord } from '../record/index.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { csv } from './csv.ts';
import type { Detail } from './details.ts';
import { entriesOf, type ChronologyEntry } from './entries.ts';
import { eventsOf, type ExportSource } from './source.ts';
import { ENGLISH, voiceOf, type Voice, type Words } from './words.ts';
import { plainText } from './wrap-text.ts';

/** The columns, in every language and in this order. */
export const EVENT_COLUMNS = [
  'number',
  'id',
  'type',
  'date',
  'time',
  'recorded_date',
  'recorded_time',
  'recorded_late',
  'side',
  'role',
  'name',
  'stage',
  'what',
  'details',
  'corrects',
  'corrected_by',
  'notes',
  'at',
  'recorded',
  'hash',
] as const;

export interface CsvOptions {
  /** The language of the words in the cells; what it lacks is said in English. */
  readonly catalogue?: Catalogue;
  /** Begins the file with a byte order mark, without which some spreadsheets misread letters such as ŵ. */
  readonly bom?: boolean;
}

/**
 * The events of a case as comma-separated values: a row of column names, and one row for each entry of the record.
 * Dates and times are those of the policy's zone; `at` and `recorded` are the instants as they stand in the record.
 */
export function eventsCsv(
  { policy, record, expected }: Pick<ExportSource, 'policy' | 'record' | 'expected'>,
  { catalogue = ENGLISH, bom = false }: CsvOptions = {},
): string {
  const voice = voiceOf(catalogue, { policy, record });
  const events = eventsOf(record);
  const entries = entriesOf(policy, record, events, replay(policy, events), verifyRecord(record, expected), voice);
  return (bom ? '\ufeff' : '') + csv(rowsOf(entries, voice));
}

function* rowsOf(entries: Iterable<ChronologyEntry>, voice: Voice): Generator<readonly string[]> {
  yield EVENT_COLUMNS;
  for (const entry of entries) {
    const cells = cellsOf(entry, voice);
    yield EVENT_COLUMNS.map((column) => cells[column]);
  }
}

function cellsOf(entry: ChronologyEntry, voice: Voice): Record<(typeof EVENT_COLUMNS)[number], string> {
  const { number, id, type, happened, recorded, isLate, by, stage, title, corrects, correctedBy, hash } = entry;
  return {
    number: `${number}`,
    id: plainText(id),
    type: type ?? '',
    date: happened?.date ?? '',
    time: happened?.time ?? '',
    recorded_date: recorded?.date ?? '',
    recorded_time: recorded?.time ?? '',
    recorded_late: isLate ? voice.say('export.yes') : '',
    side: by?.side ?? '',
    role: plainText(by?.role ?? ''),
    name: plainText(by?.name ?? ''),
    stage: plainText(stage?.text ?? ''),
    what: title.text,
    details: plainText(entry.details.map((detail) => detailText(detail, voice)).join('\n')),
    corrects: corrects === null ? '' : `${corrects}`,
    corrected_by: correctedBy.join(' '),
    notes: plainText([...entry.faults, ...entry.warnings].map(({ text }) => text).join('\n')),
    at: happened?.instant ?? '',
    recorded: recorded?.instant ?? '',
    hash,
  };
}

function detailText({ label, says, before }: Detail, voice: Voice): string {
  const now = voice.say('export.labelled', { label, text: joined(says) });
  return before ? `${now} (${voice.say('export.in-place-of')}: ${joined(before)})` : now;
}

function joined(words: readonly Words[]): string {
  return words.map(({ text }) => text).join('; ');
}
