import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendEvent, GENESIS, headOf, seal } from './chain.ts';
import { RecordError } from './record-error.ts';

const EVENTS = [
  { id: 'e1', type: 'opened', at: '2026-11-20T10:00:00Z' },
  { id: 'e2', type: 'discussed', at: '2026-11-20T12:00:00Z', summary: 'Agreed to meet “soon”' },
  { type: 'resolved', id: 'e3', at: '2026-11-23T09:00:00Z' },
];

describe('the chain', () => {
  it('is SHA-256 of the hash before and the canonical event', () => {
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    const first = hash(`${'0'.repeat(64)}{"at":"2026-11-20T10:00:00Z","id":"e1","type":"opened"}`);
    const third = '{"at":"2026-11-23T09:00:00Z","id":"e3","type":"resolved"}';
    const record = seal(EVENTS);
    expect(record[0]).toEqual({ event: EVENTS[0], prev: GENESIS, hash: first });
    expect(record[1]!.prev).toBe(first);
    expect(record[2]!.hash).toBe(hash(record[1]!.hash + third));
  });

  it('is the same sealed at once or appended one by one', () => {
    let record = seal<object>([]);
    for (const event of EVENTS) record = appendEvent(record, event);
    expect(record).toEqual(seal(EVENTS));
  });

  it('leaves the record that is appended to as it was', () => {
    const record = Object.freeze(seal(EVENTS));
    expect(appendEvent(record, EVENTS[0]!)).toHaveLength(4);
    expect(record).toHaveLength(3);
  });

  it('has a head and a count', () => {
    expect(headOf([])).toEqual({ head: GENESIS, count: 0 });
    const record = seal(EVENTS);
    expect(headOf(record)).toEqual({ head: record[2]!.hash, count: 3 });
  });

  it('refuses an event that is not plain JSON, and says which', () => {
    expect(() => seal([EVENTS[0], { id: 'e2', summary: undefined }])).toThrow(RecordError);
    expect(() => seal([EVENTS[0], { id: 'e2', summary: undefined }])).toThrow(/^\$\[1\]\.summary: found undefined/);
    expect(() => appendEvent<object>([], { at: NaN })).toThrow(/^\$\.at: found NaN/);
  });
});
