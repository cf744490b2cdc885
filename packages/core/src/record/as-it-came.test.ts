import { describe, expect, it } from 'vitest';
import { eventsOf, GENESIS, hashAt, headOfAny, headOf, seal, type CaseRecord } from './index.ts';

const sound = seal([{ type: 'a' }, { type: 'b' }]);
const broken = [sound[0], null, 'text', { hash: 5 }, {}] as unknown as CaseRecord<{ type: string }>;

describe('a record as it came', () => {
  it('gives its events', () => {
    expect(eventsOf(sound)).toEqual([{ type: 'a' }, { type: 'b' }]);
    expect(eventsOf([])).toEqual([]);
  });

  it('keeps the place of what is no entry', () => {
    expect(eventsOf(broken)).toEqual([{ type: 'a' }, null, null, null, null]);
    // eslint-disable-next-line no-sparse-arrays
    expect(eventsOf([, sound[1]] as unknown as typeof sound)).toEqual([null, { type: 'b' }]);
  });

  it('has the head of its last entry, and that of the beginning where it is empty', () => {
    expect(headOfAny(sound)).toEqual(headOf(sound));
    expect(headOfAny([])).toEqual({ head: GENESIS, count: 0 });
  });

  it('has no head where its last entry bears no hash', () => {
    expect(headOfAny(broken)).toEqual({ head: '', count: 5 });
  });

  it.each([
    [0, sound[0]!.hash],
    [1, ''],
    [2, ''],
    [3, ''],
    [9, ''],
  ])('bears at place %i the hash of what is an entry', (place, hash) => {
    expect(hashAt(broken, place)).toBe(hash);
  });
});
