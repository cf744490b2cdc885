import { describe, expect, it } from 'vitest';
import { calendarHash, canonicalJson, isSameCalendar, isSamePolicy, policyHash, RecordError, sha256 } from './index.ts';

const policy = (more: object = {}) => ({ id: 'p', version: '1', ...more });

describe('the hash of a policy', () => {
  it('is that of its canonical JSON', () => {
    expect(policyHash(policy())).toBe(sha256(canonicalJson({ id: 'p', version: '1' })));
  });

  it('does not go by the order of keys, nor by where its file says that editors find help', () => {
    expect(policyHash({ version: '1', id: 'p' })).toBe(policyHash(policy()));
    expect(policyHash(policy({ $schema: './policy.schema.json' }))).toBe(policyHash(policy()));
  });

  it('is taken once for each object', () => {
    const data: Record<string, unknown> = policy();
    const hash = policyHash(data);
    data.id = 'other';
    expect(policyHash(data)).toBe(hash);
  });

  it('refuses what is not plain JSON', () => {
    expect(() => policyHash(policy({ when: new Date(0) }))).toThrow(RecordError);
  });
});

describe('policies are the same', () => {
  it.each([
    ['as one object', true, (one: object) => one],
    ['where they say the same', true, (one: object) => structuredClone(one)],
    ['but not where one says more', false, (one: object) => ({ ...one, title: 'More' })],
  ])('%s', (_, same, other) => {
    const one = policy();
    expect(isSamePolicy(one, other(one))).toBe(same);
  });

  it('as one object without being read', () => {
    const unreadable = policy({ when: new Date(0) });
    expect(isSamePolicy(unreadable, unreadable)).toBe(true);
  });
});

describe('calendars are the same by their data', () => {
  const data = { id: 'c', days: [] };

  it.each([
    ['which is one', true, data],
    ['which says the same', true, { days: [], id: 'c' }],
    ['unless it says another thing', false, { id: 'd', days: [] }],
  ])('%s', (_, same, other) => {
    expect(isSameCalendar({ data }, { data: other })).toBe(same);
    expect(calendarHash({ data }) === calendarHash({ data: other })).toBe(same);
  });

  it('as one object without being read', () => {
    const unreadable = { when: new Date(0) };
    expect(isSameCalendar({ data: unreadable }, { data: unreadable })).toBe(true);
  });
});
