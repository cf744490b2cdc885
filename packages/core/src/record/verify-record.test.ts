import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEvent, GENESIS, headOf, hashOf, seal, type CaseRecord, type Entry } from './chain.ts';
import { verifyRecord } from './verify-record.ts';

type Event = { id: string; summary: string };

const event = (n: number): Event => ({ id: `e${n}`, summary: `What happened ${n}` });
const record = (length = 6) => seal(Array.from({ length }, (_, i) => event(i)));
/** Faults as 'index id kind', and how many entries are sound before them. */
const seen = (...given: Parameters<typeof verifyRecord>) => {
  const result = verifyRecord(...given);
  return result.sound ? 'sound' : [...result.faults.map((f) => `${f.index} ${f.eventId} ${f.kind}`), result.soundCount];
};
const changed = (entries: CaseRecord<Event>, index: number, change: object) =>
  entries.map((entry, i) => (i === index ? { ...entry, ...change } : entry));

describe('a sound record', () => {
  it.each([0, 1, 6])('of %i entries', (length) => {
    expect(verifyRecord(record(length))).toEqual({ sound: true });
    expect(verifyRecord(record(length), headOf(record(length)))).toEqual({ sound: true });
  });

  it('may have grown since its head was noted', () => {
    expect(seen(record(6), headOf(record(4)))).toBe('sound');
    expect(seen(record(6), headOf([]))).toBe('sound');
  });
});

describe('an edited entry', () => {
  it.each<[string, object]>([
    ['event', { event: { id: 'e2', summary: 'Nothing happened' } }],
    ['hash', { hash: GENESIS }],
    ['hash, to what is no hash', { hash: 'none' }],
    ['prev', { prev: GENESIS }],
  ])('shows in its %s', (_, change) => {
    expect(seen(changed(record(), 2, change))).toEqual(['2 e2 edited', 2]);
  });

  it('shows when it is hashed again, as the entry after lost the one it followed', () => {
    const { prev } = record()[2]!;
    const rewritten = { id: 'e2', summary: 'Nothing happened' };
    const tampered = changed(record(), 2, { event: rewritten, hash: hashOf(prev, rewritten, '$') });
    expect(seen(tampered)).toEqual(['3 e3 deleted', 3]);
  });

  it('shows by the head noted elsewhere when the chain is written anew', () => {
    const anew = seal([event(0), event(9), event(2)]);
    expect(seen(anew)).toBe('sound');
    expect(seen(anew, headOf(record(3)))).toEqual(['0 null edited', 0]);
    expect(seen(anew, headOf(record(2)))).toEqual(['0 null edited', 0]);
  });
});

describe('a deleted entry', () => {
  it.each([0, 1, 3])('shows at the entry after it: %i', (index) => {
    const tampered = record().filter((_, i) => i !== index);
    const faults = [`${index} e${index + 1} deleted`, index];
    expect(seen(tampered)).toEqual(faults);
    expect(seen(tampered, headOf(record()))).toEqual(faults);
  });
});

describe('reordered entries', () => {
  it('show where two are swapped', () => {
    const [a, b, c, d, e, f] = record() as [Entry, Entry, Entry, Entry, Entry, Entry];
    expect(seen([a, c, b, d, e, f])).toEqual(['1 e2 reordered', '2 e1 reordered', 1]);
    expect(seen([b, a, c, d, e, f])).toEqual(['0 e1 reordered', '1 e0 reordered', 0]);
    expect(seen([a, b, c, d, f, e], headOf(record()))).toEqual(['4 e5 reordered', '5 e4 reordered', 4]);
  });

  it('show where one is moved, or stands twice', () => {
    const [a, b, c, d, e, f] = record() as [Entry, Entry, Entry, Entry, Entry, Entry];
    expect(seen([a, c, d, b, e, f])).toEqual(['1 e2 reordered', '3 e1 reordered', '4 e4 reordered', 1]);
    expect(seen([a, b, b, c, d, e, f])).toEqual(['2 e1 reordered', 2]);
  });
});

describe('a tail cut off', () => {
  it('cannot be seen from what is left', () => {
    expect(seen(record().slice(0, 4))).toBe('sound');
  });

  it.each([0, 1, 5])('shows by the head and count noted elsewhere: %i left', (left) => {
    const result = verifyRecord(record().slice(0, left), headOf(record()));
    expect(result).toMatchObject({ sound: false, soundCount: left });
    expect(result.sound ? [] : result.faults).toMatchObject([
      { index: left, eventId: null, kind: 'cut-off', detail: `${6 - left} of 6 entries are missing at the end` },
    ]);
  });

  it('shows beside other faults', () => {
    const tampered = changed(record(), 1, { event: event(9) }).slice(0, 4);
    expect(seen(tampered, headOf(record()))).toEqual(['1 e9 edited', '4 null cut-off', 1]);
  });
});

describe('a count that does not go with its head', () => {
  it.each([0, 3, 7])('shows: %i', (count) => {
    expect(seen(record(), { ...headOf(record()), count })).toEqual(['0 null edited', 0]);
  });
});

it('shows a head of nothing that is not the genesis', () => {
  expect(seen(record(), { head: 'f'.repeat(64), count: 0 })).toEqual(['0 null edited', 0]);
});

describe('what is no entry', () => {
  const good = record()[2]!;
  it.each<[string, unknown, string | null]>([
    ['null', null, null],
    ['text', 'e2', null],
    ['an entry without prev', { event: good.event, hash: good.hash }, 'e2'],
    ['an entry without event', { prev: good.prev, hash: good.hash }, null],
    ['an entry with more', { ...good, note: 'no hash covers this' }, 'e2'],
    ['an event that is not JSON', { ...good, event: { id: 'e2', summary: undefined } }, 'e2'],
    ['an id that is not text', { ...good, event: { id: 2, at: NaN } }, null],
  ])('is malformed: %s', (_, entry, eventId) => {
    const tampered: unknown[] = [...record()];
    tampered[2] = entry;
    expect(seen(tampered)).toEqual([`2 ${eventId} malformed`, 2]);
    expect(seen(tampered, headOf(record()))).toEqual([`2 ${eventId} malformed`, 2]);
  });
});

describe('any one change to any record', () => {
  const events = fc.array(fc.record({ id: fc.uuid(), type: fc.string(), details: fc.jsonValue() }), {
    minLength: 1,
    maxLength: 12,
  });
  /** The record, and two places in it. */
  const places = events.chain((list) => {
    const place = fc.nat(list.length - 1);
    return fc.tuple(fc.constant(seal(list)), place, place);
  });
  const kindsOf = (...given: Parameters<typeof verifyRecord>) => {
    const result = verifyRecord(...given);
    return result.sound ? [] : result.faults.map((fault) => fault.kind);
  };

  it('is found: an edit', () => {
    fc.assert(
      fc.property(places, fc.constantFrom('id', 'type', 'details', 'more'), ([record, i], field) => {
        const tampered = changed(record as never, i, { event: { ...record[i]!.event, [field]: 'ⓧ' } });
        expect(verifyRecord(tampered)).toMatchObject({ soundCount: i, faults: [{ index: i, kind: 'edited' }] });
      }),
    );
  });

  it('is found: a deletion', () => {
    fc.assert(
      fc.property(places, ([record, i]) => {
        const tampered = record.filter((_, at) => at !== i);
        const kind = i === record.length - 1 ? 'cut-off' : 'deleted';
        expect(kindsOf(tampered, headOf(record))).toEqual([kind]);
      }),
    );
  });

  it('is found: a swap', () => {
    fc.assert(
      fc.property(places, ([record, i, j]) => {
        fc.pre(i !== j);
        const tampered = [...record];
        [tampered[i], tampered[j]] = [record[j]!, record[i]!];
        expect(new Set(kindsOf(tampered))).toEqual(new Set(['reordered']));
        expect(verifyRecord(tampered)).toMatchObject({ soundCount: Math.min(i, j) });
      }),
    );
  });

  it('is found: a truncation', () => {
    fc.assert(
      fc.property(places, ([record, i]) => {
        expect(kindsOf(record.slice(0, i), headOf(record))).toEqual(['cut-off']);
      }),
    );
  });

  it('is no fault: an event more', () => {
    fc.assert(
      fc.property(places, ([record]) => {
        expect(verifyRecord(appendEvent(record, record[0]!.event), headOf(record))).toEqual({ sound: true });
      }),
    );
  });
});

it('seals and verifies a long record, which takes seconds at most', () => {
  const many = seal(Array.from({ length: 20_000 }, (_, i) => event(i)));
  expect(verifyRecord(many, headOf(many))).toEqual({ sound: true });
}, 60_000);
