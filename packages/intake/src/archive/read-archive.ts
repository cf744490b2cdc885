import { createHash } from 'node:crypto';
import { isObject, type CaseEvent } from '@escalation-kit/core/case';
import { headOf, importRecord, type CaseRecord } from '@escalation-kit/core/record';
import { readReference } from '../case/reference.ts';
import { addEntries, keepDerived, loadCase } from '../case/store.ts';
import type { Queries } from '../database/database.ts';
import type { Services } from '../services.ts';
import { openKept } from '../show/one-case.ts';
import { addSending } from '../tell/outbox.ts';
import { ALONE, ARCHIVE_FORMAT, ArchiveError, BESIDE, type ArchivedCase, type Line, type Row } from './archive.ts';

/** Lines of a file from its beginning, as often as they are asked for. */
export type Lines = () => AsyncIterable<string>;

/**
 * Whether a file is whole: every line as it was written, every record with its chain.
 *
 * @returns how many cases there are in it
 * @throws ArchiveError
 */
export async function verifyArchive(lines: Lines): Promise<number> {
  const hash = createHash('sha256');
  let [count, cases] = [0, 0];
  let end: { cases: number; sha256: string } | null = null;
  for await (const text of lines()) {
    if (end) throw new ArchiveError('Something stands after the end of the file.');
    const line = parsed(text);
    if (count++ === 0 && !('format' in line && line.format === ARCHIVE_FORMAT))
      throw new ArchiveError('This is no file of intake, or one of a newer version.');
    if ('case' in line) {
      cases++;
      recordIn(line.case);
    }
    if ('sha256' in line) end = line;
    else hash.update(`${text}\n`);
  }
  if (!end) throw new ArchiveError('The end of the file is missing.');
  if (end.sha256 !== hash.digest('hex') || end.cases !== cases) throw new ArchiveError('The file was changed.');
  return cases;
}

/**
 * Takes in all that a file holds, a case in one transaction. What is here already as the file has it stays; so it can be
 * begun again where it was broken off. What is derived is made by this version.
 *
 * @param services with a database of the owner: stones are otherwise left by a removal alone
 * @returns how many cases came in
 * @throws ArchiveError before anything is taken in where the file is not whole; where a case is here, and another
 */
export async function readArchive(services: Services, lines: Lines): Promise<number> {
  await verifyArchive(lines);
  let taken = 0;
  for await (const text of lines()) {
    const line = parsed(text);
    await services.database.transaction(async (queries) => {
      if ('case' in line) taken += Number(await takeCase(services, queries, line.case));
      if ('table' in line) await takeRow(services, queries, line);
    });
  }
  return taken;
}

async function takeCase(services: Services, queries: Queries, archived: ArchivedCase): Promise<boolean> {
  const { id, takenAt, beside } = archived;
  const record = recordIn(archived);
  const here = await loadCase(queries, { id });
  const reference = readReference(archived.reference)!;
  if (here) {
    const isSame = here.reference === reference && headOf(here.record).head === headOf(record).head;
    if (!isSame) throw new ArchiveError(`The case ${reference} is here already, and another.`);
    return false;
  }
  await queries.rows('insert into intake.cases values ($1, $2, $3)', [id, reference, takenAt]);
  await addEntries(queries, id, record, 0, takenAt);
  for (const [table, columns] of Object.entries(BESIDE)) {
    for (const row of beside[table as keyof typeof BESIDE] ?? []) {
      await insert(queries, table, ['case_id', ...columns], { ...row, case_id: id });
    }
  }
  const { directory, morning } = services;
  const kept = { id, reference, takenAt, record };
  await keepDerived(queries, kept, await openKept(services, queries, kept), { morning, directory });
  return true;
}

async function takeRow(services: Services, queries: Queries, line: Line & { readonly table: string }): Promise<void> {
  const { table, row } = line as { table: keyof typeof ALONE; row: Row };
  const isNew = await insert(queries, table, ALONE[table], row);
  if (table === 'messages' && isNew && row.state === 'waiting')
    await addSending(queries, row.id as string, services.tries);
}

async function insert(queries: Queries, table: string, columns: readonly string[], row: Row): Promise<boolean> {
  const places = columns.map((_, i) => `$${i + 1}`).join(', ');
  const rows = await queries.rows(
    `insert into intake.${table} (${columns.join(', ')}) values (${places}) on conflict do nothing returning 1`,
    columns.map((column) => row[column] ?? null),
  );
  return rows.length > 0;
}

function recordIn({ reference, record }: ArchivedCase): CaseRecord<CaseEvent> {
  const { verification, sound } = importRecord<CaseEvent>(JSON.stringify(record));
  if (!verification.sound || readReference(reference) === null)
    throw new ArchiveError('A record in the file does not verify.');
  return sound;
}

function parsed(text: string): Line {
  try {
    const line: unknown = JSON.parse(text);
    const isKnown =
      isObject(line) &&
      (!('table' in line) || Object.hasOwn(ALONE, String(line.table))) &&
      ['format', 'table', 'case', 'sha256'].some((key) => key in line);
    if (isKnown) return line as unknown as Line;
  } catch {
    // What the parser says holds a part of the text.
  }
  throw new ArchiveError('A line of the file is none of ours.');
}
