import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Case, decide, type CaseEvent, type Command } from '@escalation-kit/core/case';
import { eventsOf } from '@escalation-kit/core/record';
import { accept, prepare, type Stored } from '@escalation-kit/core/submission';
import { en, say } from '@escalation-kit/core/text';
import { calendar, opened, policies } from '../engine/bundled.ts';
import { follow } from '../engine/laws.ts';
import { CASE, sent } from './sent.ts';

const KEEPER = { now: '2027-11-24T10:00:00Z', reference: 'ESC-1' };
const manager = { lineManager: { name: 'A. Manager', contact: 'manager@example.org' } };
const named = policies.map((policy) => ({ ...policy, [fc.toStringMethod]: () => policy.id }));
const steps = fc.array(fc.tuple(fc.nat(1000), fc.nat(200)), { maxLength: 8 });

/** The case kept entry by entry, as its forms send it. */
function keptStepByStep(policy: Stored['policy'], log: readonly CaseEvent[]): CaseEvent[] {
  let stored: Stored = { policy, calendar, record: [] };
  for (const event of log) {
    const answer = accept(stored, sent(stored.record, [event]), KEEPER);
    if (!answer.accepted) throw new Error(JSON.stringify(answer));
    stored = { ...stored, record: answer.record.entries };
  }
  return eventsOf(stored.record);
}

test('what decide takes accept takes, step by step, under each policy', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...named), steps, (policy, way) => {
      const log = follow(policy, { ...manager, case: CASE }, way);
      const kept = keptStepByStep(policy, log);
      expect(kept.map(({ recorded: _, ...event }) => event)).toEqual(log.map(({ recorded: _, ...event }) => event));
    }),
    { numRuns: 100 },
  );
});

describe.each(policies)('under $id', (policy) => {
  const words = { say: (text: Parameters<typeof say>[0]) => say(text, en), id: CASE };
  const empty = new Case({ policy, calendar, log: [], now: '2026-11-24T10:00:00Z' });

  test('what a form prepares is taken, and answered as the form looks for it', () => {
    const { id: _1, type: _2, policy: _3, calendar: _4, ...fields } = opened(policy, manager) as never as Record<string, unknown>; // prettier-ignore
    const open = { action: 'open', ...fields } as unknown as Command;
    expect(decide(policy, empty.state, open).accepted).toBe(true);
    const prepared = prepare(empty, [open], words);
    if ('refused' in prepared) throw new Error('refused');
    const { submission } = prepared;
    const answer = accept({ policy, calendar, record: [] }, submission, KEEPER);
    if (!answer.accepted) throw new Error(JSON.stringify(answer));

    const kept = new Case({ ...empty, policy, calendar, log: eventsOf(answer.record.entries), now: KEEPER.now });
    expect(kept.id).toBe(CASE);
    const update = { action: 'learn', summary: 'x', at: KEEPER.now, by: { side: 'raising' } } as Command;
    const next = prepare(kept, [update], words);
    if ('refused' in next) throw new Error('refused');
    expect(accept({ policy, calendar, record: answer.record.entries }, next.submission, KEEPER).accepted).toBe(true);
  });
});

test('a correction of the case’s id makes it no other case', () => {
  const [policy] = policies;
  const log = [
    opened(policy!, { case: CASE }),
    { id: 'e2', type: 'corrected', at: '2026-11-24T10:00:00Z', by: { side: 'raising' }, of: 'e1', case: 'c-other' },
  ] as unknown as CaseEvent[];
  expect(new Case({ policy: policy!, calendar, log, now: KEEPER.now }).id).toBe(CASE);
});
