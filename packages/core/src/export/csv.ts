/**
 * A table as comma-separated values by RFC 4180: every cell in quotes, every line ended by CRLF.
 *
 * Spreadsheets take what begins with = + - @, a tab or a line break for a formula or something to run. Such a cell gets
 * an apostrophe before it, by which they know text.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i > 0 ? ',' : '') + cell(row[i]!);
    text += '\r\n';
  }
  return text;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The full-width forms are taken for the same by spreadsheets set to East Asian languages. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
