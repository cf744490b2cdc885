import { describe, expect, it } from 'vitest';
import { GENESIS, headOf, seal } from './chain.ts';
import { RecordError } from './record-error.ts';
import { exportRecord, importRecord, RECORD_FORMAT, writeRecordFile, type RecordFile } from './record-file.ts';

const record = seal([
  { id: 'e1', type: 'opened' },
  { id: 'e2', type: 'discussed', summary: 'Line one\nline “two”' },
  { id: 'e3', type: 'resolved' },
]);
const policy = { id: 'barnsley', version: '2025', hash: GENESIS };
const file = exportRecord(record, { policy, saved: '2026-11-23T09:00:00Z' });
const text = writeRecordFile(file);

describe('exportRecord and writeRecordFile', () => {
  it('give a file with format, head, count, meta and entries', () => {
    expect(file).toEqual({
      format: 'escalation-kit-record/1',
      ...headOf(record),
      meta: { policy, saved: '2026-11-23T09:00:00Z' },
      entries: record,
    });
    expect(JSON.parse(text)).toEqual(file);
  });

  it('write an entry on each line', () => {
    const lines = text.split('\n');
    expect(lines.filter((line) => line.startsWith('{"event":'))).toHaveLength(3);
    expect(lines).toHaveLength(3 + 3 + 2);
  });

  it('refuse what is not plain JSON, with its path', () => {
    expect(() => writeRecordFile(exportRecord(record, { at: new Date(0) }))).toThrow(/^\$\.meta\.at: /);
  });
});

describe('importRecord', () => {
  it('reads what was written', () => {
    expect(importRecord(text)).toEqual({ meta: file.meta, verification: { sound: true }, sound: record, apart: [] });
    expect(importRecord(`\ufeff${text}`).verification).toEqual({ sound: true });
    expect(importRecord(writeRecordFile(exportRecord([])))).toMatchObject({ sound: [], apart: [] });
  });

  it('reads a file that was set out anew', () => {
    expect(importRecord(JSON.stringify(file, null, 2)).verification).toEqual({ sound: true });
  });

  it('sets apart what stands from the first fault on', () => {
    const tampered = text.replace('line “two”', 'line two');
    const { verification, sound, apart } = importRecord(tampered);
    expect(verification).toMatchObject({ sound: false, soundCount: 1, faults: [{ eventId: 'e2', kind: 'edited' }] });
    expect(sound).toEqual(record.slice(0, 1));
    expect(apart).toHaveLength(2);
    expect(apart[1]).toEqual(record[2]);
  });

  it('sees a tail cut off by the head and count in the file', () => {
    const cut = { ...file, entries: record.slice(0, 2) };
    const { verification, sound, apart } = importRecord(writeRecordFile(cut));
    expect(verification).toMatchObject({ sound: false, faults: [{ index: 2, kind: 'cut-off' }] });
    expect(sound).toEqual(record.slice(0, 2));
    expect(apart).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['no JSON', 'Dear colleague', '$', /text that is not JSON/],
    ['nothing', '', '$', /text that is not JSON/],
    ['an array', '[]', '$', /found an array/],
    ['null', 'null', '$', /found null/],
    ['another object', '{"a":1}', '$.format', /found nothing\. Allowed: 'escalation-kit-record\/1'/],
    ['another version', changedFile({ format: 'escalation-kit-record/2' }), '$.format', /found '.*\/2'/],
    ['no head', changedFile({ head: undefined }), '$.head', /found nothing/],
    ['a short head', changedFile({ head: 'abc' }), '$.head', /found 'abc'/],
    ['what a person typed', changedFile({ meta: 'Seen at home' }), '$.meta', /found text\./],
    ['a count of text', changedFile({ count: '3' }), '$.count', /found '3'/],
    ['a negative count', changedFile({ count: -1 }), '$.count', /found -1/],
    ['half a count', changedFile({ count: 1.5 }), '$.count', /found 1\.5/],
    ['meta of text', changedFile({ meta: 'x' }), '$.meta', /found 'x'/],
    ['entries that are no array', changedFile({ entries: {} }), '$.entries', /found object/],
  ])('refuses %s', (_, text, path, message) => {
    expect(() => importRecord(text)).toThrow(RecordError);
    expect(() => importRecord(text)).toThrow(message);
    try {
      importRecord(text);
    } catch (error) {
      expect(error).toMatchObject({ path });
    }
  });

  /** Faults as 'index id kind', and how many entries can be gone on with. */
  const found = (odd: string) => {
    const { verification, sound, apart } = importRecord(odd);
    expect(sound.length + apart.length).toBe(3);
    return verification.sound
      ? 'sound'
      : [...verification.faults.map((fault) => `${fault.index} ${fault.eventId} ${fault.kind}`), sound.length];
  };

  it.each<[string, string, RegExp | string, (string | number)[]]>([
    ['of an event', '"type":"discussed"', '"type":"resolved","type":"discussed"', ['1 e2 doubled', 1]],
    [
      'of an event, written otherwise',
      '"type":"discussed"',
      '"t\\u0079pe":"resolved", "type":"discussed"',
      ['1 e2 doubled', 1],
    ],
    ['of an entry', '"prev"', `"prev":"${GENESIS}","prev"`, ['0 e1 doubled', 0]],
    ['entries', '"entries":[', '"entries":[],"entries":[', ['0 e1 doubled', 0]],
    ['head', '"head"', '"head":"x","head"', ['0 e1 doubled', 0]],
    ['of what no hash covers', '"saved"', '"saved":"2020","saved"', ['3 null doubled', 3]],
    ['unknown', '{"format"', '{"note":1,"note":{"a":1,"a":2},"format"', ['3 null doubled', 3]],
  ])('finds a doubled key: %s', (_, from, to, faults) => {
    expect(found(text.replace(from, to as string))).toEqual(faults);
  });

  it('takes no text for a key', () => {
    const summary = 'a, "a": {"a":1,"a":2} \\" \\\\';
    const tricky = seal([{ id: 'e1', summary, list: ['a', 'a', { a: 'a' }, { a: ['a', 'a'] }], a: { a: { a: 1 } } }]);
    expect(importRecord(JSON.stringify(exportRecord(tricky), null, 1)).verification).toEqual({ sound: true });
  });

  it('tells of each entry one fault, the chain’s first', () => {
    const twice = text.replace('"type":"discussed"', '"type":"x","type":"y"').replace('"e3"', '"e3","id":"e3"');
    expect(found(twice)).toEqual(['1 e2 edited', '2 e3 doubled', 1]);
  });

  it('finds a field that record files do not have', () => {
    expect(found(changedFile({ note: 'no hash covers this' } as object))).toEqual(['3 null unknown', 3]);
    expect(found(changedFile({ note: 1, more: 2 } as object))).toEqual(['3 null unknown', 3]);
  });

  it('keeps to the limits', () => {
    const limits = { maxLength: text.length, maxEntries: 3 };
    expect(importRecord(text, limits).sound).toHaveLength(3);
    expect(() => importRecord(text, { ...limits, maxLength: text.length - 1 })).toThrow(/^\$: found \d+ characters/);
    expect(() => importRecord(text, { ...limits, maxEntries: 2 })).toThrow(/^\$\.entries: found 3 entries/);
    expect(() => importRecord(null as never)).toThrow(RecordError);
  });

  it('takes entries of any shape apart, not down', () => {
    const odd = changedFile({ entries: [null, 1, { event: null, prev: 1, hash: {} }, []], count: 4 });
    expect(importRecord(odd)).toMatchObject({ verification: { soundCount: 0 }, sound: [], apart: [null, 1, {}, []] });
  });

  it('asks no value of the file to become text', () => {
    const stubborn = { event: 1, prev: 'x', hash: { toString: 1, valueOf: 1 } };
    const odd = changedFile({ entries: [stubborn, record[0], record[2]] });
    expect(importRecord(odd).verification).toMatchObject({
      faults: [{ kind: 'malformed' }, { index: 2, kind: 'deleted' }],
    });
  });

  it('lets no key of the file reach a prototype', () => {
    const polluting = `{"format":"${RECORD_FORMAT}","head":"${GENESIS}","count":0,"__proto__":{"polluted":1},
      "meta":{"__proto__":{"polluted":1}},"entries":[{"__proto__":{"polluted":1},"event":{"__proto__":{"polluted":1}}}]}`;
    const { meta, apart } = importRecord(polluting);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((meta as { polluted?: number }).polluted).toBeUndefined();
    expect(apart).toHaveLength(1);
  });

  it('keeps an own key __proto__ as a key of its own', () => {
    const event = JSON.parse('{"id":"e1","__proto__":{"summary":"x"}}') as object;
    const odd = seal([event]);
    const { verification, sound } = importRecord(writeRecordFile(exportRecord(odd)));
    expect(verification).toEqual({ sound: true });
    expect(Object.keys(sound[0]!.event as object)).toEqual(['__proto__', 'id']);
    const other = JSON.parse('{"id":"e1","__proto__":{"summary":"y"}}') as object;
    expect(headOf(seal([other])).head).not.toBe(headOf(odd).head);
  });
});

function changedFile(change: Partial<Record<keyof RecordFile, unknown>>): string {
  return JSON.stringify({ ...file, ...change });
}
