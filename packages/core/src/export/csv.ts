import { concat } from './concat.ts';

/**
 * A table as comma-separated values by RFC 4180: every cell in quotes, every line ended by CRLF.
 *
 * Spreadsheets take what begins with = + - @, a tab or a line break for a formula or something to run. Such a cell gets
 * an apostrophe before it, by which they know text.
 */
export function csv(rows: Iterable<readonly string[]>): string {
  return concat(lines(rows));
}

function* lines(rows: Iterable<readonly string[]>): Generator<string> {
  for (const row of rows) yield `${row.map(cell).join(',')}\r\n`;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.includes('"') ? safe.replaceAll('"', '""') : safe}"`;
}

/** The full-width forms are taken for the same by spreadsheets set to East Asian languages. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
