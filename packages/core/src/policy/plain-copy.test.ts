import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import small from '../../../../test/conformance/policies/small.json' with { type: 'json' };
import { checkPolicy, MOST_FAULTS } from './parse.ts';
import { LIMITS, plainCopy } from './plain-copy.ts';

describe('text', () => {
  it.each([
    ['\u0000', 'The text holds a control character, U+0000 at position 3.'],
    ['\t', 'The text holds a control character, U+0009 at position 3.'],
    ['\u009f', 'The text holds a control character, U+009F at position 3.'],
    ['\u202a', 'The text holds a control character, U+202A at position 3.'],
    ['\u202e', 'The text holds a control character, U+202E at position 3.'],
    ['\ud800', 'The text holds half of a character (a lone surrogate), U+D800 at position 3.'],
    ['\udc00x', 'The text holds half of a character (a lone surrogate), U+DC00 at position 3.'],
  ])('with %j is refused', (character, message) => {
    const { faults } = checkPolicy(changed({ 'stages/2/name': `The${character}` }));
    expect(faults).toMatchObject([{ path: '$.stages[2].name', message }]);
  });

  it('may have line breaks and any whole character', () => {
    const { faults } = checkPolicy(changed({ title: 'Ŵy ap Siôn\n子ども 👩‍👧 \u200fحماية \u2067حماية\u2069 \u2029' }));
    expect(faults).toBeUndefined();
  });
});

describe('hostile input', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const throwing = new Proxy(
    {},
    {
      getPrototypeOf() {
        throw new Error('no');
      },
    },
  );
  const table: [string, unknown, string, RegExp][] = [
    ['nothing', undefined, '$', /missing/],
    ['null', null, '$', /^Found null/],
    ['a list', [], '$', /^Found \[\]/],
    ['a text', '{}', '$', /^Found "{}"/],
    ['a function', () => 1, '$', /not JSON/],
    ['an object of a class', new Date(0), '$', /not a plain object/],
    ['a map', changed({ clauses: new Map() }), '$.clauses', /not a plain object/],
    ['a number that is none', changed({ format: NaN }), '$.format', /not JSON/],
    ['a large integer', changed({ format: 1n }), '$.format', /not JSON/],
    ['a key __proto__', JSON.parse('{"__proto__":{"format":1}}'), '$.__proto__', /every object of the page/],
    [
      'a clause __proto__',
      changed({ clauses: JSON.parse('{"__proto__":{"place":"1","says":"x"}}') as unknown }),
      '$.clauses.__proto__',
      /every object of the page/,
    ],
    ['a circle', changed({ 'duties/0/when': { all: circle } }), '$.duties[0].when.all[0]', /circle/],
    [
      'a deep condition',
      changed({ 'duties/0/when': nested(10_000) }),
      `$.duties[0].when${'.not'.repeat(30)}`,
      /32 deep/,
    ],
    [
      'deep lists',
      changed({ stages: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown }),
      `$.stages${'[0]'.repeat(32)}`,
      /32 deep/,
    ],
    ['a list that is only long', changed({ reminders: new Array(4e9) }), '$.reminders', /more than 20000 values/],
    ['a long text', changed({ title: 'x'.repeat(LIMITS.characters + 1) }), '$.title', /more than 1000000 characters/],
    ['reading that throws', throwing, '$', /cannot be read/],
    [
      'a computed field',
      Object.defineProperty(changed({}), 'title', { enumerable: true, get: () => 'x' }),
      '$.title',
      /computed on reading/,
    ],
  ];

  it.each(table)('%s is refused', (_name, input, path, message) => {
    const fault = checkPolicy(input).faults?.find((candidate) => candidate.path === path);
    expect(fault?.message).toMatch(message);
  });

  it('that unfolds to very much is refused', () => {
    let part: object = { a: 1 };
    for (let i = 0; i < 24; i++) part = { a: part, b: part };
    const { faults, stopped } = plainCopy(part);
    expect(stopped).toBe(true);
    expect(faults[0]!.message).toBe('The policy is too large: it holds more than 20000 values.');
  });

  it('leaves the prototype of every object as it was', () => {
    checkPolicy(JSON.parse('{"__proto__":{"polluted":true},"clauses":{"__proto__":{"polluted":true}}}'));
    expect('polluted' in {}).toBe(false);
  });

  it('is told from objects without a prototype, or of another frame', () => {
    const bare: unknown = Object.assign(Object.create(null), structuredClone(small));
    expect(checkPolicy(bare).faults).toBeUndefined();
  });

  it.each<[string, Changes]>([
    ['parts that lack everything', { stages: times(19, () => ({ clocks: times(900, () => ({})) })) }],
    ['keys that are none', { 'stages/0': Object.fromEntries(times(9000, (i) => [`formality${i}`, 1])) }],
    ['ids that are nearly right', { 'routes/0/stages': times(12_000, (i) => `${'ab'.repeat(28)}${i}`) }],
    [
      'stages and timescales',
      {
        stages: times(2000, (i) => ({ id: `s${i}` })),
        timescales: times(2000, (i) => ({ id: `t${i}` })),
        duties: times(900, () => ({ after: 'x', on: [{ event: 'opened' }] })),
      },
    ],
    ['routes that join', { routes: times(2500, (i) => ({ id: `r${i}`, joins: { route: `r${i + 1}` } })) }],
  ])(
    'takes seconds at most where it has very many %s',
    (_name, changes) => {
      const before = process.cpuUsage();
      expect(checkPolicy(changed(changes)).faults).toHaveLength(MOST_FAULTS + 1);
      // Of the processor, so that a busy machine makes no difference.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(6000);
    },
    120_000,
  );
});

describe('random input', () => {
  it('never makes checkPolicy throw', () => {
    for (let seed = 1; seed <= 300; seed++) {
      expect(checkPolicy(anything(random(seed), 6)).faults?.length, String(seed)).toBeGreaterThan(0);
    }
  });

  it('in the place of anything in a sound policy is refused in words, or is sound', () => {
    for (let seed = 1; seed <= 250; seed++) {
      const next = random(seed * 7919);
      const { faults = [] } = checkPolicy(changed({ [anyPlace(next)]: anything(next, 3) }));
      for (const fault of faults) {
        expect(fault.path).toMatch(/^\$/);
        expect(fault.found.length).toBeLessThanOrEqual(60);
        expect(`${fault.message} ${fault.allowed}`).not.toMatch(/undefined|\[object|Invalid input|\^/);
      }
    }
  }, 120_000);
});

const WORDS = [
  'id',
  'stages',
  'clauses',
  'not',
  'any',
  'on',
  '__proto__',
  'constructor',
  '2026-02-30',
  'talk',
  '\ud800',
  '',
];

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

function anything(next: () => number, depth: number): unknown {
  const pick = Math.floor(next() * (depth > 0 ? 9 : 6));
  const word = () => WORDS[Math.floor(next() * WORDS.length)]!;
  if (pick >= 7) return times(Math.floor(next() * 4), () => anything(next, depth - 1));
  if (pick < 6) return [word(), word(), next() * 10, true, null, undefined][pick];
  const result = {};
  for (const value of times(Math.floor(next() * 4), () => anything(next, depth - 1))) {
    Object.defineProperty(result, word(), { value, enumerable: true, configurable: true });
  }
  return result;
}

function anyPlace(next: () => number): string {
  const keys: string[] = [];
  for (let value: unknown = small; typeof value === 'object' && value !== null;) {
    const entries: [string, unknown][] = Object.entries(value);
    const entry = entries[Math.floor(next() * entries.length)];
    if (!entry || (keys.length > 0 && next() < 0.2)) break;
    keys.push(entry[0]);
    value = entry[1];
  }
  return keys.join('/');
}

function nested(depth: number): object {
  let inner = {};
  for (let i = 0; i < depth; i++) inner = { not: inner };
  return inner;
}

function times<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}
