import { describe, expect, it } from 'vitest';
import { exportRecord, headOf, seal, type Head } from '@escalation-kit/core/record';
import type { CaseEvent } from '@escalation-kit/core/case';
import { heldAgainst, isAnswer, readAnswer } from './read-answer.ts';
import type { Receipt, Submission } from './submit-event.ts';

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

describe('an answer held against what was sent', () => {
  const at = '2026-11-30T01:02:03Z';
  const events = ['one', 'two'].map((summary, i) => ({
    id: `e${i + 1}`,
    type: 'updated',
    at,
    by: { side: 'raising' },
    summary,
  }));
  const [first, second] = events as unknown as [CaseEvent, CaseEvent];
  const before = seal([first]);
  const sent = {
    base: headOf(before),
    events: [second],
    record: exportRecord(seal([first, second])),
  } as unknown as Submission;
  const receiptFor = ({ head, count }: Head) => ({ reference: 'R-1', at, head, count });
  const resealed = (...log: readonly object[]) => {
    const record = exportRecord(seal(log as readonly CaseEvent[]));
    return heldAgainst({ sent: true, receipt: receiptFor(record), record }, sent).sent;
  };

  it('is for that record, or nobody knows', () => {
    const held = (receipt: Receipt) => heldAgainst({ sent: true, receipt }, sent);
    expect(held(receiptFor(sent.record)).sent).toBe(true);
    for (const other of [{ head: 'f'.repeat(64) }, { count: 3 }]) {
      expect(held({ ...receiptFor(sent.record), ...other })).toMatchObject({ sent: false, isUnknown: true });
    }
  });

  it('may be sealed anew with another hand and a later hour, and with nothing else', () => {
    expect(resealed(first, { ...second, by: { side: 'raising', name: 'S. Lee' }, recorded: at })).toBe(true);
    expect(resealed(first, { ...second, summary: 'Another' })).toBe(false);
    expect(resealed({ ...first, summary: 'Another' }, second)).toBe(false);
    expect(resealed(first)).toBe(false);
  });

  it('has a record whose chain holds', () => {
    const record = { ...sent.record, entries: [...sent.record.entries].reverse() };
    expect(heldAgainst({ sent: true, receipt: receiptFor(record), record }, sent).sent).toBe(false);
    const conflict = { ...record, head: 'f'.repeat(64) };
    expect(heldAgainst({ sent: false, reason: 'x', conflict }, sent)).toMatchObject({ isUnknown: true });
  });
});
