import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

/** Of any code units: control characters, halves of characters. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

/** A reader of its own, by the grammar of RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let i = 0; i < text.length;) {
    expect(text[i]).toBe('"');
    let cell = '';
    for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
      if (text[i] === '"') i++;
      cell += text[i];
      if (i >= text.length) throw new Error('a cell without an end');
    }
    row.push(cell);
    i++;
    if (text[i] === ',') i++;
    else {
      expect(text.slice(i, i + 2)).toBe('\r\n');
      i += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const cell = fc.oneof(anyText, fc.constantFrom('=1+1', '@x', '-2', 'a"b', 'a,b', '\r\n', ''));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 });

describe('csv', () => {
  it('puts every cell in quotes and ends every line with CRLF', () => {
    const rows = [
      ['a', 'say "yes"'],
      ['two\nlines', 'a,b'],
    ];
    expect(csv(rows)).toBe('"a","say ""yes"""\r\n"two\nlines","a,b"\r\n');
    expect(csv([])).toBe('');
  });

  it.each(['=1+1', '+44 20', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'gives %j an apostrophe',
    (value) => {
      expect(csv([[value]])).toBe(`"'${value}"\r\n`);
    },
  );

  it.each(['1=1', 'a-b', " '=", '', '"=1'])('leaves %j as it is', (value) => {
    expect(read(csv([[value]]))).toEqual([[value]]);
  });

  it('is read back as it was, apostrophes aside, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(csv(rows));
        expect(back.map((row) => row.map((value) => value.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))).toEqual(
          rows.map((row) => row.map((value) => value.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
        );
        for (const value of back.flat()) expect(value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});
