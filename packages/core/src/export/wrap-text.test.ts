import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, wrapText } from './wrap-text.ts';

/** Of any code units: control characters, halves of characters. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('wrapText', () => {
  it.each<[string, number, string[]]>([
    ['', 10, ['']],
    ['one two three', 8, ['one two', 'three']],
    ['one two', 7, ['one two']],
    ['one\n\ntwo', 10, ['one', '', 'two']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['to abcdefghij', 4, ['to', 'abcd', 'efgh', 'ij']],
    ['😀😀😀', 2, ['😀😀', '😀']],
    ['e\u0301e\u0301e\u0301', 2, ['e\u0301', 'e\u0301', 'e\u0301']],
    ['a\r\nb\rc\u2028d\u0085e', 9, ['a', 'b', 'c', 'd', 'e']],
  ])('breaks %j at %i', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  it('keeps every line within the width, and every letter', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '子') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (given, width) => {
        const lines = wrapText(given, width);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replace(/[ \n]/g, ''));
      }),
    );
  });

  it('takes a very long word and very many words in time that grows no faster than they', () => {
    expect(wrapText('x'.repeat(1_000_000), 70)).toHaveLength(14_286);
    expect(wrapText('word '.repeat(200_000), 70).length).toBeGreaterThan(14_000);
    expect(wrapText(`a${'\u0301'.repeat(500_000)}`, 70)).toHaveLength(1);
  }, 5000);
});

describe('plainText', () => {
  it('leaves nothing that a terminal would act on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(text)).not.toMatch(/[^\P{Cc}\n]/u);
        expect(plainText(text)).not.toMatch(/\p{Cs}/u);
      }),
    );
    expect(plainText('\u001b[2J\u009b31m')).toBe('\ufffd[2J\ufffd31m');
  });
});
