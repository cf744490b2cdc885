import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '@escalation-kit/core/policy';
import { exportRecord, headOf, seal } from '@escalation-kit/core/record';
import { accept, type Stored } from '@escalation-kit/core/submission';
import { discussed, event, opening, sent, storedOf, type Fields } from '../submission/sent.ts';
import { bounded } from './bounded.ts';

const KEEPER = { now: '2026-11-24T10:00:02Z', reference: 'ESC-1' };
const stored = storedOf([opening(), discussed('e2')]);
const good = sent(stored.record, [discussed('e3')]);

/** What is answered, whatever was sent: nothing is thrown, and a refusal names a clause or a field. */
function answerTo(submission: unknown, kept: Stored = stored) {
  const answer = bounded(() => accept(kept, submission, KEEPER));
  if ('refusal' in answer) expect(answer.refusal.clause ?? answer.refusal.field).toMatch(/./);
  return answer;
}
const refused = (submission: unknown): void => {
  expect(answerTo(submission)).toMatchObject({ accepted: false });
};

const anything = fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true, maxDepth: 3 });
const EXTREME = fc.constantFrom<unknown>(
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":1}'),
  'x'.repeat(200_000),
  '\ud800',
  '\u0000',
  -0,
  1e308,
  [],
  [[]],
  {},
  null,
);

describe('a submission from anywhere never throws', () => {
  test('whatever it is', { timeout: 60_000 }, () => {
    fc.assert(fc.property(anything, refused), { numRuns: 300 });
  });

  test('whatever one of its parts is', () => {
    const part = fc.constantFrom(...Object.keys(good));
    fc.assert(
      fc.property(part, fc.oneof(anything, EXTREME), (name, junk) => void answerTo({ ...good, [name]: junk })),
      { numRuns: 300 },
    );
  });

  test('whatever a part of its record is', () => {
    const part = fc.constantFrom('format', 'head', 'count', 'meta', 'entries');
    fc.assert(
      fc.property(part, fc.oneof(anything, EXTREME), (name, junk) => {
        answerTo({ ...good, record: { ...good.record, [name]: junk } });
      }),
      { numRuns: 300 },
    );
  });

  test('whatever the fields of an event are, in a record that is sealed as it must be', { timeout: 60_000 }, () => {
    const field = fc.constantFrom('id', 'type', 'at', 'recorded', 'by', 'to', 'because', 'reason', 'of', 'fields', 'clause', 'duty', 'option', 'panel', 'chair', 'result', 'outcome', 'due', 'until', 'child', 'facts', 'parties', 'route', 'stage', 'case', 'policy', 'calendar', 'action', '__proto__', 'toString'); // prettier-ignore
    const junk = fc.oneof(EXTREME, fc.jsonValue({ maxDepth: 2 }));
    const fields = fc.array(fc.tuple(field, junk), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), fields, fc.boolean(), (type, given, isNew) => {
        const from = isNew ? storedOf([]) : stored;
        const first = isNew ? (opening() as unknown as Fields) : event('e3', type);
        const odd = { ...first, ...Object.fromEntries(given) } as never;
        answerTo(sent(from.record, [odd]), from);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each<[string, unknown]>([
  ['a getter that throws', { ...good, get record() { throw new TypeError('not now'); } }], // prettier-ignore
  ['a proxy that throws', new Proxy({}, { get: () => { throw new TypeError('no'); } })], // prettier-ignore
  ['a proxy without end', new Proxy({}, { get: (_, key) => (key === 'length' ? 2 ** 53 : 0) })],
  ['a record that is itself', (() => { const round: Fields = { ...good }; Object.assign(round, { record: round }); return round; })()], // prettier-ignore
  ['a very long list with holes', { ...good, events: new Array(4e9) }],
  ['a million values', { ...good, record: { ...good.record, meta: { all: Array(1_000_001).fill(0) } } }],
])('%s is refused in bounded time', (_, submission) => refused(submission));

test('what unfolds without end is refused in bounded time', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 100; i++) deep = [deep, deep];
  refused({ ...good, events: [deep] });
  for (let i = 0; i < 10_000; i++) deep = { deep };
  refused({ ...good, events: [{ deep }] });
});

test('an event cannot turn on the object that is made of it', () => {
  const odd = JSON.parse(JSON.stringify(discussed('e3')).replace('{', '{"__proto__":{"polluted":1},')) as never;
  const answer = answerTo(sent(stored.record, [odd]));
  expect('polluted' in {}).toBe(false);
  if (answer.accepted) expect(Object.keys(answer.record.entries[2]!.event)).toContain('__proto__');
});

test('a getter cannot say one thing to the check and another to the record', () => {
  let turn = 0;
  const fickle = { get events() { return turn++ ? [event('e3', 'withdrawn', { reason: 'x' })] : good.events; } }; // prettier-ignore
  const answer = answerTo(Object.defineProperties({ ...good }, Object.getOwnPropertyDescriptors(fickle)));
  if (!answer.accepted) throw new Error('not accepted');
  expect(answer.record.entries[2]!.event.type).toBe('discussed');
});

test('the longest submission is answered in bounded time', { timeout: 120_000 }, () => {
  const log = [opening(), ...Array.from({ length: 4899 }, (_, i) => discussed(`d${i}`))];
  const kept = storedOf(log);
  const many = Array.from({ length: 100 }, (_, i) => discussed(`m${i}`));
  expect(bounded(() => accept(kept, sent(kept.record, many), KEEPER), 60_000).accepted).toBe(true);
  const huge = exportRecord(seal(Array.from({ length: 20_000 }, (_, i) => discussed(`d${i}`))));
  refused({ ...good, record: huge, base: headOf(huge.entries.slice(0, -1)), events: [discussed('d19999')] });
});
