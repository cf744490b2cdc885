import { describe, expect, it } from 'vitest';
import { brief, didYouMean, nearest, pathOf } from './fault.ts';

describe('brief', () => {
  const x = (length: number) => 'x'.repeat(length);

  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [7, '7'],
    [false, 'false'],
    ['a "b"', '"a \\"b\\""'],
    [Symbol('s'), 'a symbol'],
    [() => 1, 'a function'],
    [7n, 'a bigint'],
    [[], '[]'],
    [[1, [2, 'b'], null], '[1,[2,"b"],null]'],
    [{}, '{}'],
    [{ a: 1, b: { c: true } }, '{"a":1,"b":{"c":true}}'],
    [Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } }), '{"own":2}'],
    [x(58), `"${x(58)}"`],
    [x(59), `"${x(58)}…`],
    [[x(70)], `["${x(57)}…`],
    [{ [x(80)]: 1 }, `{"${x(57)}…`],
  ])('writes %o short', (value, written) => {
    expect(brief(value)).toBe(written);
  });

  it('cuts before a character of two units, never inside it', () => {
    expect(brief(`${x(57)}😀${x(9)}`)).toBe(`"${x(57)}…`);
    expect(brief(`${x(56)}😀${x(9)}`)).toBe(`"${x(56)}😀…`);
    expect(brief(`${x(57)}\ue000${x(9)}`)).toBe(`"${x(57)}\ue000…`);
    expect(brief(`${x(57)}é${x(9)}`)).toBe(`"${x(57)}é…`);
  });

  it('reads no more of a long list, or a deep one, than it shows', () => {
    const read: number[] = [];
    const items = Array.from({ length: 500 }, (_, i) => ({
      get n() {
        read.push(i);
        return i;
      },
    }));
    expect(brief(items)).toBe('[{"n":0},{"n":1},{"n":2},{"n":3},{"n":4},{"n":5},{"n":6},{"…');
    expect(read.length).toBeLessThan(12);
    let deep: unknown = 'bottom';
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(brief(deep)).toBe(`${'['.repeat(31)}${']'.repeat(28)}…`);
  });

  it.each(['\u{10000}', '\u{10ffff}'])('is never cut inside a character', (character) => {
    for (let length = 50; length < 60; length++) {
      expect(brief(x(length) + character + x(9))).not.toMatch(/\p{Cs}/u);
    }
  });

  it('leaves room for the end of what it can show whole', () => {
    expect(brief([x(20), x(20), 1234567890])).toBe(`["${x(20)}","${x(20)}",1234567890]`);
    expect(brief([x(20), x(20), 12345, 6, 7])).toBe(`["${x(20)}","${x(20)}",12345,6,7]`);
  });
});

describe('pathOf', () => {
  it.each<[PropertyKey[], string]>([
    [[], '$'],
    [['stages', 1, 'within'], '$.stages[1].within'],
    [['clauses', 'x.1', 'notes', 0], '$.clauses["x.1"].notes[0]'],
    [['1a'], '$["1a"]'],
    [['$schema'], '$.$schema'],
    [['a b'], '$["a b"]'],
  ])('%o is %s', (steps, path) => {
    expect(pathOf(steps)).toBe(path);
  });
});

describe('nearest', () => {
  it.each<[string, string[], string | undefined]>([
    ['stagse', ['routes', 'stages'], 'stages'],
    ['Stages', ['stages'], 'stages'],
    ['ab', ['ba'], 'ba'],
    ['abcd', ['acbd', 'abxd'], 'acbd'],
    ['id', ['to'], undefined],
    ['to', ['too', 'do'], 'too'],
    ['within', ['with', 'withins'], 'withins'],
    ['abcdef', ['abcdxyz'], undefined],
    ['abcdef', ['abcdxy'], 'abcdxy'],
    ['abcdef', ['abcdefgh'], 'abcdefgh'],
    ['abcdef', ['abcdefghi'], undefined],
    ['x'.repeat(64), ['x'.repeat(63)], 'x'.repeat(63)],
    ['x'.repeat(65), ['x'.repeat(64)], undefined],
    ['a', [], undefined],
    ['abc', ['xac'], undefined],
    ['abc', ['bxc'], undefined],
    ['abcd', ['badc'], undefined],
  ])('of %s in %o is %s', (word, words, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  it('is asked for in words', () => {
    expect(didYouMean('stagse', ['stages'])).toBe(' Did you mean "stages"?');
    expect(didYouMean('quite another', ['stages'])).toBe('');
    expect(didYouMean(7, ['7'])).toBe('');
  });
});
