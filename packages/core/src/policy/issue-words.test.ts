import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allowedBy, faultsOf } from './issue-words.ts';

const key = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const odd = z.string().check(z.regex(/^odd$/));
const colour = z.enum(['red', 'green']);
const tree: z.ZodMiniType = z.strictObject({ leaf: z.boolean(), more: z.optional(z.lazy(() => z.nullable(tree))) });

function faults(schema: z.ZodMiniType, value: unknown) {
  const read = schema.safeParse(value, { error: allowedBy, reportInput: true });
  return read.success ? [] : read.error.issues.flatMap((issue) => faultsOf(issue, schema));
}

describe('what a schema would have taken', () => {
  it.each<[string, z.ZodMiniType, unknown, string]>([
    ['text', z.string(), 7, 'text'],
    ['text of a form', key, 7, 'an id of letters, digits, dots and hyphens'],
    ['a form not met', date, 'soon', 'a date, YYYY-MM-DD'],
    ['a form without a name', odd, 'even', 'text of the form /^odd$/'],
    ['a number', z.int(), 'x', 'a whole number'],
    ['yes or no', z.boolean(), 'x', 'true or false'],
    ['one word', z.literal('a'), 'x', '"a"'],
    ['one of a few words', z.literal(['a', 1]), 'x', '"a" or 1'],
    ['one of a list', colour, 'blue', 'one of "red", "green"'],
    ['a list of one', z.enum(['red']), 'blue', '"red"'],
    ['a list', z.array(z.boolean()), 'x', 'a list, each true or false'],
    ['an object', z.object({ a: z.string(), b: z.optional(z.string()) }), 'x', 'an object {a, b?}'],
    ['a map', z.record(z.string(), z.boolean()), 'x', 'an object, each value true or false'],
    ['either', z.union([z.boolean(), z.array(z.string())]), 'x', 'true or false, or a list, each text'],
    ['a value or null within', z.array(z.nullable(z.boolean())), 'x', 'a list, each true or false, or null'],
    ['what may be left out', z.array(z.optional(z.boolean())), 'x', 'a list, each true or false'],
    ['what refers to itself', z.array(z.lazy(() => z.boolean())), 'x', 'a list, each true or false'],
    ['another kind', z.array(z.bigint()), 'x', 'a list, each bigint'],
    ['at least one', z.string().check(z.minLength(1)), '', 'at least 1 character'],
    ['at least two items', z.array(z.string()).check(z.minLength(2)), ['a'], 'at least 2 item'],
    ['at least a number', z.int().check(z.minimum(1)), 0, 'at least 1'],
    ['at most a number', z.int().check(z.maximum(9)), 10, 'at most 9'],
    ['at most so many letters', z.string().check(z.maxLength(2)), 'abc', 'at most 2 character'],
    ['a key', z.record(key, z.string()), { 'a b': 'x' }, 'an id of letters, digits, dots and hyphens'],
    [
      'a form among other rules',
      z.string().check(z.minLength(1), z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      7,
      'a date, YYYY-MM-DD',
    ],
    ['what a rule without words takes', z.int().check(z.multipleOf(5)), 7, 'something else'],
    [
      'a key of a form among other rules',
      z.record(z.string().check(z.minLength(3), z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/)), z.string()),
      { '-': 'x' },
      'an id of letters, digits, dots and hyphens',
    ],
    ['a key without a form', z.record(z.string().check(z.minLength(3)), z.string()), { a: 'x' }, 'a key of this list'],
  ])('%s', (_, schema, value, allowed) => {
    expect(faults(schema, value)).toMatchObject([{ path: expect.stringMatching(/^\$/) as string, allowed }]);
  });

  it('null too, where the place takes it', () => {
    const places = z.object({
      a: z.nullable(colour),
      b: z.optional(z.nullable(colour)),
      c: z.array(z.nullable(colour)),
    });
    expect(faults(places, { a: 'x', b: 'x', c: ['x'] }).map(({ allowed }) => allowed)).toEqual(
      Array(3).fill('one of "red", "green", or null'),
    );
    expect(faults(z.object({ a: z.nullable(z.object({ b: colour })) }), { a: { b: 'x' } })).toMatchObject([
      { path: '$.a.b', allowed: 'one of "red", "green"' },
    ]);
    expect(faults(z.object({ a: z.nullable(z.object({ b: z.nullable(colour) })) }), { a: { b: 'x' } })).toMatchObject([
      { path: '$.a.b', allowed: 'one of "red", "green", or null' },
    ]);
    expect(faults(tree, { leaf: true, more: { leaf: 1 } })).toMatchObject([
      { path: '$.more.leaf', allowed: 'true or false' },
    ]);
    expect(faults(tree, { leaf: true, more: 7 })).toMatchObject([
      { path: '$.more', allowed: 'an object {leaf, more?}, or null' },
    ]);
  });
});

describe('what is wrong', () => {
  it.each<[string, z.ZodMiniType, unknown, string]>([
    ['is missing', z.object({ a: z.string() }), {}, 'This is missing; it takes text.'],
    ['may not be empty', z.string().check(z.minLength(1)), '', 'This may not be empty.'],
    ['may not be an empty list', z.array(z.string()).check(z.minLength(1)), [], 'This may not be empty.'],
    ['is too small', z.int().check(z.minimum(1)), 0, 'Found 0; it takes at least 1.'],
    ['is too short', z.string().check(z.minLength(2)), 'a', 'Found "a"; it takes at least 2 character.'],
    ['is too long', z.string().check(z.maxLength(1)), 'ab', 'Found "ab"; it takes at most 1 character.'],
    [
      'cannot stand as a key',
      z.record(key, z.string()),
      { 'a b': 'x' },
      'This key cannot stand here; it takes an id of letters, digits, dots and hyphens.',
    ],
    ['is nearly a word', colour, 'gren', 'Found "gren"; it takes one of "red", "green". Did you mean "green"?'],
    [
      'is nearly a word of one of several',
      z.union([colour, z.object({ a: z.enum(['blue']) })]),
      'gren',
      'Found "gren"; it takes one of "red", "green", or an object {a}. Did you mean "green"?',
    ],
    [
      'is like no word',
      z.union([colour, z.boolean()]),
      'a',
      'Found "a"; it takes one of "red", "green", or true or false.',
    ],
    [
      'is nearly a key',
      z.strictObject({ stage: z.optional(z.string()) }),
      { stag: 'x' },
      'The format has no "stag" here. Did you mean "stage"?',
    ],
  ])('%s', (_, schema, value, message) => {
    expect(faults(schema, value)).toMatchObject([{ message }]);
  });

  it('is a key that the format has not, with its value and those that it has', () => {
    expect(faults(z.strictObject({ stage: z.optional(z.string()), side: z.optional(z.string()) }), { x: 7 })).toEqual([
      { path: '$.x', found: '7', allowed: 'stage, side', message: 'The format has no "x" here.' },
    ]);
  });

  it('is told of the form that was most likely meant, and of all where several may have been', () => {
    const start = z.union([
      colour,
      z.strictObject({ stage: z.string() }),
      z.strictObject({ event: z.string(), side: z.optional(z.string()) }),
    ]);
    expect(faults(start, { stage: 7 })).toMatchObject([{ path: '$.stage', allowed: 'text' }]);
    expect(faults(start, { stagge: 'x' })).toMatchObject([
      { path: '$.stage', found: 'nothing' },
      { path: '$.stagge', found: '"x"' },
    ]);
    expect(faults(start, { event: 'x', sied: 'y' })).toMatchObject([{ path: '$.sied' }]);
    expect(faults(start, { quite: 'other' })).toMatchObject([{ path: '$' }]);
    const wrong = z.strictObject({ b: z.int() });
    const more = z.strictObject({ b: z.string(), c: z.string() });
    expect(faults(z.union([wrong, more]), { b: 'x' })).toMatchObject([{ path: '$.b' }]);
    expect(faults(start, 7)).toMatchObject([{ path: '$', found: '7' }]);
  });
});
