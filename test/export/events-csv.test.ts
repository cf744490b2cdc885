import { describe, expect, test } from 'vitest';
import { EVENT_COLUMNS, eventsCsv } from '@escalation-kit/core/export';
import { loadCatalogue } from '@escalation-kit/core/text';
import { caseFrom, caseOf, event, everywhere, TOLD } from './told-case.ts';

describe('the table of events', () => {
  const rows = read(eventsCsv(caseOf(TOLD)));

  test('has a row of names and one for each event, all of one width', () => {
    expect(rows[0]).toEqual([...EVENT_COLUMNS]);
    expect(rows).toHaveLength(1 + TOLD.length);
    for (const row of rows) expect(row).toHaveLength(EVENT_COLUMNS.length);
  });

  test('keeps when it happened and when it was recorded', () => {
    expect(named(rows, 2)).toMatchObject({
      number: '2',
      id: 'e2',
      type: 'discussed',
      date: '2026-11-20',
      time: '11:30',
      recorded_date: '2026-11-23',
      recorded_time: '09:05',
      recorded_late: 'Yes',
      at: '2026-11-20T11:30:00Z',
      recorded: '2026-11-23T09:05:00Z',
      stage: 'Stage 1',
      what: 'Discussed',
      details: 'How: telephone\nSummary: They did not agree',
      corrected_by: '4 6',
    });
    expect(named(rows, 1)).toMatchObject({
      recorded: '',
      recorded_late: '',
      name: 'A. Teacher',
      side: 'Raising agency',
    });
  });

  test('tells what a correction replaced', () => {
    expect(named(rows, 4)).toMatchObject({
      what: 'Correction',
      corrects: '2',
      corrected_by: '5',
      details: 'Summary: They agreed on little (in place of: They did not agree)\nHow: video (in place of: telephone)',
    });
  });

  test('bears the hash of each entry', () => {
    const { record } = caseOf(TOLD);
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(record.map(({ hash }) => hash));
  });

  test('begins with a byte order mark where that is asked for', () => {
    expect(eventsCsv(caseOf(TOLD), { bom: true })).toBe(`\ufeff${eventsCsv(caseOf(TOLD))}`);
  });

  test('lets no cell run as a formula', () => {
    for (const typed of ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '"\r\n=1']) {
      const cells = read(eventsCsv(caseOf(everywhere(typed))));
      expect(cells).toHaveLength(1 + everywhere(typed).length);
      for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }
  });

  test('names an edited entry', () => {
    const record = caseOf(TOLD).record.map((entry, i) =>
      i === 3 ? { ...entry, event: event('e4', 'updated', 'x') } : entry,
    );
    expect(named(read(eventsCsv(caseFrom(record))), 4)).toMatchObject({
      type: '',
      what: 'An entry that cannot be read',
    });
    expect(named(read(eventsCsv(caseFrom(record))), 4).notes).toContain('changed after it was recorded');
  });

  test('speaks Welsh, with the same columns', async () => {
    const welsh = read(eventsCsv(caseOf(TOLD), { catalogue: (await loadCatalogue('cy'))! }));
    expect(welsh[0]).toEqual(rows[0]);
    expect(named(welsh, 2).what).toBe('Trafodwyd');
  });
});

function named(rows: readonly string[][], row: number): Record<string, string> {
  return Object.fromEntries(rows[0]!.map((name, i) => [name, rows[row]![i]!]));
}

/** Rows of quoted cells. */
function read(text: string): string[][] {
  const cells = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    rows.at(-1)!.push(match[1]!.replaceAll('""', '"'));
    if (match[2] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
