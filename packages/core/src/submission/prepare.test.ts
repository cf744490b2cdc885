import { describe, expect, it } from 'vitest';
import { caseUnder, OPENING } from '../../../../test/engine/small.ts';
import { calendar } from '../../../../test/engine/bundled.ts';
import { Case, type CaseEvent, type Command } from '../case/index.ts';
import { policyHash } from '../record/index.ts';
import { answered, decideAll, IDLE, prepare, sending, type Outcome } from './index.ts';

const { policy } = caseUnder({});
const at = '2026-11-24T09:00:00Z';
const by = { side: 'raising' } as const;
const context = { say: ({ key }: { key: string }) => key, id: 'case-1' };
const kept = (log: readonly CaseEvent[] = []) => new Case({ policy, calendar, log, now: at });
const open = { action: 'open', at, by, ...OPENING } as unknown as Command;
const update: Command = { action: 'update', at, by, summary: 'Called' };

function prepared(from: Case, commands: readonly Command[]) {
  const made = prepare(from, commands, context);
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return made.submission;
}

describe('what is sent', () => {
  it('names a case that is opened by the id that was made for it, and what it is opened under', () => {
    const submission = prepared(kept(), [open]);
    expect(submission).toMatchObject({ case: 'case-1', base: { count: 0 }, key: submission.record.head });
    expect(submission.events).toMatchObject([
      {
        type: 'opened',
        case: 'case-1',
        policy: { id: policy.id, version: policy.version, hash: policyHash(policy) },
        calendar: { id: calendar.id, published: calendar.published },
      },
    ]);
    expect(submission.record).toMatchObject({ count: 1, meta: { policy: { id: policy.id } } });
  });

  it('follows the record that whoever sends it has', () => {
    const first = prepared(kept(), [open]);
    const next = prepared(kept(first.events), [update, { ...update, summary: 'Again' }]);
    const { head, count } = first.record;
    expect(next).toMatchObject({ case: 'case-1', base: { head, count } });
    expect(next.events.map(({ id, type }) => `${id} ${type}`)).toEqual(['e2 updated', 'e3 updated']);
    expect(next.record.entries.slice(0, 1)).toEqual(first.record.entries);
  });

  it('is nothing where one of several commands is refused', () => {
    const from = kept(prepared(kept(), [open]).events);
    const made = prepare(from, [update, { ...update, summary: ' ' }], context);
    expect(made).toMatchObject({ refused: { field: 'summary' } });
    expect(decideAll(from, [])).toEqual({ after: from, events: [] });
  });
});

describe('sending', () => {
  const submission = prepared(kept(), [open]);
  const outcome: Outcome = { sent: false, reason: null };

  it('ends with the answer to what is being sent, once', () => {
    const now = answered(sending(submission), submission, outcome);
    expect(now).toEqual({ phase: 'answered', submission, outcome });
    expect(answered(now, submission, { sent: false, reason: 'Late' })).toBe(now);
  });

  it('takes no answer to anything else', () => {
    const now = sending(submission);
    expect(answered(now, { ...submission }, outcome)).toBe(now);
    expect(answered(IDLE, submission, outcome)).toBe(IDLE);
  });
});
