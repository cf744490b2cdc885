import { describe, expect, it } from 'vitest';
import { isAnswer, readAnswer } from './read-answer.ts';

const receipt = { reference: 'R-1', at: '2026-11-30T01:02:03Z', head: 'f', count: 1 };
const record = { entries: [] };

describe('what a keeper answers', () => {
  it.each([
    ['2026-11-30T01:02:03Z', '2026-11-30T01:02:03Z'],
    ['2026-11-30 01:02:03', '2026-11-30T01:02:03Z'],
    ['2026-11-30T01:02:03.123456', '2026-11-30T01:02:03.123Z'],
    ['2026-11-30T01:02:03+0000', '2026-11-30T01:02:03+00:00'],
    ['2026-11-30 02:02:03+01', '2026-11-30T02:02:03+01:00'],
    ['2026-11-30T02:02:03+01:00', '2026-11-30T02:02:03+01:00'],
  ])('a receipt of %s is one of %s', (at, meant) => {
    expect(readAnswer({ ...receipt, at })).toEqual({ sent: true, receipt: { ...receipt, at: meant } });
  });

  it.each(['', 'today', '2026-02-30T01:02:03Z', '30/11/2026 01:02'])(
    'a receipt of “%s” is none, and says why',
    (at) => {
      const outcome = readAnswer({ ...receipt, at });
      expect(outcome).toEqual({ sent: false, reason: expect.stringContaining('its time is no instant') as string });
    },
  );

  it('the record with its receipt is sent, with that record', () => {
    expect(readAnswer({ record, receipt })).toEqual({ sent: true, receipt, record });
  });

  it('a newer record, a refusal and anything else are not sent, each in its own words', () => {
    const reasonOf = (answer: unknown) => {
      const outcome = readAnswer(answer);
      return outcome.sent ? null : outcome.reason;
    };
    expect(reasonOf({ record })).toContain('Somebody else has written in this case since');
    expect(reasonOf({ refusal: { clause: 'kent.record', clauses: ['kent.record'] } })).toContain('“kent.record”');
    expect(reasonOf({ refusal: { clauses: [], field: 'key' } })).toContain('“key”');
    for (const answer of [null, 'yes', {}, { ...receipt, count: '1' }]) {
      expect(reasonOf(answer)).toContain('The answer was no receipt');
      expect(isAnswer(answer)).toBe(false);
    }
  });
});
