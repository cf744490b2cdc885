import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { policyHash } from './terms-hash.ts';
import { RecordError } from './record-error.ts';

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [false, 'false'],
    [0, '0'],
    [-0, '0'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [Number('333333333.33333329'), '333333333.3333333'],
    ['', '""'],
    ['Zoë said “no” – é 😀', '"Zoë said “no” – é 😀"'],
    ['a"b\\c/', '"a\\"b\\\\c/"'],
    ['\b\t\n\f\r\u0000\u001f\u007f', '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f"'],
    ['\u2028', '"\u2028"'],
    ['a\ud800', '"a\\ud800"'],
    ['\udfffb', '"\\udfffb"'],
    ['\udc00\udc00', '"\\udc00\\udc00"'],
    ['\ud83d\ud83d\ude00', '"\\ud83d😀"'],
    [[], '[]'],
    [[1, [2], {}], '[1,[2],{}]'],
    [{ b: 1, a: [{ d: null, c: 'x' }] }, '{"a":[{"c":"x","d":null}],"b":1}'],
    [{ 10: 'a', 9: 'b', é: 'c', E: 'd', '': 'e' }, '{"":"e","10":"a","9":"b","E":"d","é":"c"}'],
    // By UTF-16 code units an emoji comes before U+FF5E.
    [{ '～': 1, '😀': 2 }, '{"😀":2,"～":1}'],
    [{ 'a\n': 1 }, '{"a\\n":1}'],
    [JSON.parse('{"b":1,"__proto__":{"a":2}}'), '{"__proto__":{"a":2},"b":1}'],
    [Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
    [runInNewContext('({ b: [1], a: 2 })'), '{"a":2,"b":[1]}'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['undefined', { a: { b: [0, undefined] } }, '$.a.b[1]', /found undefined/],
    ['a hole', [, 1], '$[0]', /found undefined/], // eslint-disable-line no-sparse-arrays
    ['NaN', { a: NaN }, '$.a', /found NaN/],
    ['Infinity', -Infinity, '$', /found -Infinity/],
    ['a function', { a: () => 1 }, '$.a', /found function/],
    ['a symbol', [Symbol('a')], '$[0]', /found symbol/],
    ['a bigint', [1n], '$[0]', /found bigint/],
    ['a date', { at: new Date(0) }, '$.at', /an object with a class/],
    ['a map', { a: new Map() }, '$.a', /an object with a class/],
    ['a boxed string', { a: Object('x') as unknown }, '$.a', /an object with a class/],
    ['what inherits', Object.create({ a: 1 }), '$', /an object with a class/],
  ])('refuses %s', (_, value, path, message) => {
    expect(() => canonicalJson(value)).toThrow(RecordError);
    expect(() => canonicalJson(value)).toThrow(message);
    try {
      canonicalJson(value);
    } catch (error) {
      expect(error).toMatchObject({ name: 'RecordError', path });
    }
  });

  it('names the path from where it is told to', () => {
    expect(() => canonicalJson({ a: NaN }, '$.meta')).toThrow(/^\$\.meta\.a: found NaN\. Allowed: /);
  });

  it('takes 200 levels and refuses one more, and so any cycle', () => {
    const nested = (levels: number): unknown => (levels ? [nested(levels - 1)] : 0);
    const cycle: Record<string, unknown> = { a: 1 };
    cycle.self = { cycle };
    expect(canonicalJson(nested(200))).toBe('['.repeat(200) + '0' + ']'.repeat(200));
    expect(() => canonicalJson(nested(201))).toThrow(/^\$(\[0\]){12}…: found more levels/);
    expect(() => canonicalJson(cycle)).toThrow(/an object inside itself/);
  });

  it('is JSON for the same value, whatever the order of its keys', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
    };
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('sorts many keys as Array.prototype.sort does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 200 }), (keys) => {
        const value = Object.fromEntries(keys.map((key) => [key, 0]));
        const sorted = Object.keys(JSON.parse(canonicalJson(value)) as object);
        // Keys that are whole numbers come first in any object, so order is looked for in the text.
        expect(canonicalJson(value)).toBe(
          `{${keys
            .sort()
            .map((key) => `${canonicalJson(key)}:0`)
            .join()}}`,
        );
        expect(sorted).toHaveLength(keys.length);
      }),
    );
  });

  it('writes many thousand keys without delay', () => {
    const value = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${(i * 7919) % 100_003}`, i]));
    expect(canonicalJson(value)).toMatch(/^\{"k0":0,"k1":/);
  }, 5000);
});

describe('policyHash', () => {
  it('does not depend on the order of keys, and does on every value', () => {
    const hash = policyHash({ id: 'p', version: '1' });
    expect(hash).toBe(policyHash({ version: '1', id: 'p' }));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(policyHash({ id: 'p', version: '2' })).not.toBe(hash);
    expect(policyHash({ $schema: '../format.json', id: 'p', version: '1' })).toBe(hash);
  });

  it('refuses what is not plain JSON', () => {
    expect(() => policyHash({ reviewed: new Date(0) })).toThrow(RecordError);
  });
});
