import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { MOST_ENTRIES } from '@escalation-kit/core/case';
import { AUTHOR_SIDES, EVENT_TYPES } from '@escalation-kit/core/policy';
import { seal } from '@escalation-kit/core/record';
import { accept, MOST_AT_ONCE, type Answer } from '@escalation-kit/core/submission';
import { en, say, type Text } from '@escalation-kit/core/text';
import { discussed, event, opening, sent, storedOf, type Fields } from './sent.ts';

interface Schema {
  readonly $id: string;
  readonly $defs: Readonly<Record<string, { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>>; // prettier-ignore
}

const read = (name: string) => JSON.parse(readFileSync(`packages/core/${name}`, 'utf8')) as unknown;
const schema = read('submission.schema.json') as Schema;
const openapi = read('openapi.json') as Node;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
ajv.addSchema(schema);

/** What is wrong with a value, by the part of the contract that it should be. */
function faults(part: string, value: unknown): unknown {
  // As it comes over the line.
  ajv.validate(`${schema.$id}#/$defs/${part}`, JSON.parse(JSON.stringify(value)));
  return ajv.errors;
}

const KEEPER = { now: '2026-11-24T10:00:02Z', reference: 'ESC-1' };
const stored = storedOf([opening(), discussed('e2')]);
const good = sent(stored.record, [discussed('e3')]);

describe('the schema', () => {
  test('takes what forms send', () => {
    expect(faults('Submission', good)).toBeNull();
    expect(faults('Submission', sent([], [opening({ description: 'As the policy’s form asks' })]))).toBeNull();
    const notification = { duty: 'd', to: 'The lead', email: null, subject: 's', text: 't', clauses: ['x.1'] };
    expect(faults('Submission', { ...good, notifications: [notification] })).toBeNull();
  });

  test('takes each answer, and as nothing else', () => {
    const kept = accept(stored, good, KEEPER);
    const late = accept({ ...stored, record: seal([opening(), discussed('e2'), discussed('e3')]) }, good, KEEPER);
    const by = accept(stored, sent(stored.record, [event('e3', 'extended', { until: '2026-12-01', reason: ' ', safe: true })]), KEEPER); // prettier-ignore
    const wrong = accept(stored, { ...good, base: 1 }, KEEPER);
    if (!kept.accepted || !('conflict' in late) || !('refusal' in by) || !('refusal' in wrong))
      throw new Error('other');
    const answers: Record<string, Answer> = {
      Receipt: kept.receipt,
      Kept: { record: kept.record, receipt: kept.receipt },
      Conflict: late.conflict,
    };
    for (const [part, answer] of Object.entries(answers)) {
      expect(faults('Answer', answer)).toBeNull();
      const like = ['Receipt', 'Kept', 'Conflict', 'Refused'].filter((each) => faults(each, answer) === null);
      expect(like).toEqual([part]);
    }
    for (const { refusal } of [by, wrong]) expect(faults('Answer', { refusal })).toBeNull();
  });

  test.each<[string, Fields]>([
    ['no case', { case: undefined }],
    ['a blank key', { key: '  ' }],
    ['a base of text', { base: 'f00' }],
    ['a base with half a hash', { base: { head: 'f00', count: 2 } }],
    ['a count below nothing', { base: { ...good.base, count: -1 } }],
    ['no event', { events: [] }],
    ['too many events', { events: Array.from({ length: MOST_AT_ONCE + 1 }, (_, i) => discussed(`d${i}`)) }],
    ['an event of no type', { events: [{ ...discussed('e3'), type: 'promoted' }] }],
    ['an event of no time', { events: [discussed('e3', { at: '2026-11-24' })] }],
    ['an author of no side', { events: [discussed('e3', { by: { side: 'both' } })] }],
    ['no record', { record: undefined }],
    ['a record with more in it', { record: { ...good.record, note: 1 } }],
    ['a record of another format', { record: { ...good.record, format: 'x' } }],
    ['an entry with more in it', { record: { ...good.record, entries: good.record.entries.map((each) => ({ ...each, note: 1 })) } }], // prettier-ignore
  ])('refuses what accept refuses: %s', (_, change) => {
    const bad = { ...good, ...change };
    expect(faults('Submission', bad)).not.toBeNull();
    expect(accept(stored, bad, KEEPER)).toMatchObject({ accepted: false, refusal: {} });
  });

  test('has the sets and the limits of the code', () => {
    const { Event, Author, Submission, Record } = schema.$defs;
    expect(Event!.properties.type!.enum).toEqual(EVENT_TYPES);
    expect(Author!.properties.side!.enum).toEqual(AUTHOR_SIDES);
    expect(Submission!.properties.events!.maxItems).toBe(MOST_AT_ONCE);
    expect(Record!.properties.entries!.maxItems).toBe(MOST_ENTRIES);
  });
});

type Node = Readonly<Record<string, unknown>>;

interface Media {
  readonly schema: Node;
  readonly examples: Readonly<Record<string, { readonly value: never }>>;
}

describe('the OpenAPI document', () => {
  const operation = at('/paths/~1cases/post') as {
    readonly requestBody: { readonly content: Readonly<Record<string, Media>> };
    readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>>; readonly headers?: Node }>>; // prettier-ignore
  };
  const { responses } = operation;
  const bodies = [operation.requestBody, ...Object.values(responses)].flatMap(({ content }) => Object.values(content ?? {})); // prettier-ignore

  test('is 3.1, and leads with every reference to what is there', () => {
    expect(openapi.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
    expect(references.length).toBeGreaterThan(8);
    for (const to of references) {
      const [file, pointer] = to.split('#') as [string, string];
      expect(['', './submission.schema.json']).toContain(file);
      expect(at(pointer, file === '' ? openapi : (schema as unknown as Node)), to).toBeDefined();
    }
  });

  test('answers as the contract says, and says what each answer means', () => {
    expect(Object.keys(responses)).toEqual('200 201 400 401 403 404 409 413 422 429 503'.split(' '));
    for (const { description } of Object.values(responses)) expect(description).toMatch(/\.$/);
    for (const status of ['429', '503']) expect(responses[status]!.headers).toHaveProperty('Retry-After');
  });

  test('has an example in each body, and each is what its schema says', () => {
    expect(bodies).toHaveLength(5);
    for (const { schema: wanted, examples } of bodies) {
      const validate = ajv.compile(withIds(wanted));
      expect(Object.keys(examples)).not.toEqual([]);
      for (const { value } of Object.values(examples)) {
        validate(value);
        expect(validate.errors).toBeNull();
      }
    }
  });

  test('its examples are one story, which accept tells too', () => {
    const example = (media: Media, name: string) => media.examples[name]!.value as Node;
    const json = 'application/json';
    const submission = example(operation.requestBody.content[json]!, 'opening');
    const taken = responses['201']!.content![json]!;
    const kept = example(taken, 'second') as { record: { meta: object }; receipt: { reference: string; at: string } };
    const { reference, at: now } = kept.receipt;
    const answer = accept(storedOf([]), submission, { now, reference, by: { side: 'raising', name: 'A. Lead' } });
    if (!answer.accepted) throw new Error(JSON.stringify(answer));
    expect({ record: { ...answer.record, meta: {} }, receipt: answer.receipt }).toEqual(kept);
    const { head, count } = submission.record as Node;
    expect(example(taken, 'first')).toEqual({ reference, at: now, head, count });
  });

  test('its refusals can be said', () => {
    for (const { value } of Object.values(responses['422']!.content!['application/json']!.examples)) {
      const { text } = (value as { refusal: { text: Text } }).refusal;
      expect(say(text, en)).not.toMatch(/refusal\.|\{\w+\}/);
    }
  });
});

/** What a JSON Pointer leads to. */
function at(pointer: string, from: Node = openapi): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>(
    (node, step) => (node as Node | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    from,
  );
}

/** The schema with references by the other's id, as a reader has them that knows where the file was. */
function withIds(node: Node): object {
  return JSON.parse(JSON.stringify(node).replaceAll('./submission.schema.json', schema.$id)) as object;
}
