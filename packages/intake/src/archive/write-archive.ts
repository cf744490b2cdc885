import { createHash } from 'node:crypto';
import { exportRecord } from '@escalation-kit/core/record';
import { loadCase } from '../case/store.ts';
import type { Database, Queries } from '../database/database.ts';
import { ALONE, ARCHIVE_FORMAT, BESIDE, type Alone, type Beside, type Line, type Row } from './archive.ts';

/**
 * Writes all that is kept, as it stands at one moment, while others serve.
 *
 * @param write takes a line with its end, and lets the next come when it is ready for it
 * @returns how many cases there are
 */
export async function writeArchive(
  database: Database,
  now: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const hash = createHash('sha256');
  const put = async (line: Line) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    await write(text);
  };
  return database.transaction(async (queries) => {
    await queries.rows('set transaction isolation level repeatable read read only');
    await put({ format: ARCHIVE_FORMAT, at: now });
    const writeTable = async (table: Alone) => {
      const rows = await queries.rows<Row>(`select ${ALONE[table].join(', ')} from intake.${table}`);
      for (const row of rows) await put({ table, row });
    };
    await writeTable('editions');
    await writeTable('stones');
    const ids = await queries.rows<{ id: string }>('select id from intake.cases order by id');
    for (const { id } of ids) await put(await caseLine(queries, id));
    // They name cases: those come first.
    await writeTable('messages');
    await writeTable('feeds');
    await write(`${JSON.stringify({ cases: ids.length, sha256: hash.digest('hex') } satisfies Line)}\n`);
    return ids.length;
  });
}

async function caseLine(queries: Queries, id: string): Promise<Line> {
  const { reference, takenAt, record } = (await loadCase(queries, { id }))!;
  const beside: Partial<Record<Beside, Row[]>> = {};
  for (const [table, columns] of Object.entries(BESIDE)) {
    const sql = `select ${columns.join(', ')} from intake.${table} where case_id = $1`;
    beside[table as Beside] = await queries.rows<Row>(sql, [id]);
  }
  const whole = beside as Record<Beside, Row[]>;
  return { case: { id, reference, takenAt, record: exportRecord(record), beside: whole } };
}
