import type { Case } from '../case/index.ts';
import { verifyRecord } from '../record/index.ts';
import { csv } from './csv.ts';
import type { Detail } from './details.ts';
import { entriesOf, type ChronologyEntry } from './entries.ts';
import { labelled, several } from './several.ts';
import { voiceFor, type ExportOptions, type Voice } from './voice.ts';
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

export interface CsvOptions extends ExportOptions {
  /** Begins the file with a byte order mark, without which some spreadsheets misread letters such as ŵ. */
  readonly bom?: boolean;
}

/**
 * The events of a case as comma-separated values: a row of column names, and one row for each entry of the record.
 * Dates and times are those of the policy's zone; `at` and `recorded` are the instants as they stand in the record.
 */
export function eventsCsv(told: Case, options: CsvOptions = {}): string {
  const entries = entriesOf(told, verifyRecord(told.record, options.expected));
  return (options.bom ? '\ufeff' : '') + csv(rowsOf(entries, voiceFor(told, options)));
}

function* rowsOf(entries: Iterable<ChronologyEntry>, voice: Voice): Generator<readonly string[]> {
  yield EVENT_COLUMNS;
  for (const entry of entries) {
    const cells = cellsOf(entry, voice);
    yield EVENT_COLUMNS.map((column) => cells[column]);
  }
}

function cellsOf(entry: ChronologyEntry, voice: Voice): Record<(typeof EVENT_COLUMNS)[number], string> {
  const { say } = voice;
  const { number, id, type, happened, recorded, isLate, by, stage, title, corrects, correctedBy, hash } = entry;
  return {
    number: `${number}`,
    id: plainText(id),
    type: type ?? '',
    date: happened?.date ?? '',
    time: happened?.time ?? '',
    recorded_date: recorded?.date ?? '',
    recorded_time: recorded?.time ?? '',
    recorded_late: isLate ? say('export.yes') : '',
    side: by ? say(by.side) : '',
    role: plainText(by?.role ?? ''),
    name: plainText(by?.name ?? ''),
    stage: plainText(stage ? say(stage) : ''),
    what: say(title),
    details: plainText(entry.details.map((detail) => detailText(detail, voice)).join('\n')),
    corrects: corrects === null ? '' : `${corrects}`,
    corrected_by: correctedBy.join(' '),
    notes: plainText([...entry.faults, ...entry.warnings].map((text) => say(text)).join('\n')),
    at: happened?.instant ?? '',
    recorded: recorded?.instant ?? '',
    hash,
  };
}

function detailText({ label, says, before }: Detail, { say }: Voice): string {
  const now = say(labelled(label, several(says)));
  return before ? `${now} (${say('export.in-place-of')}: ${say(several(before))})` : now;
}
