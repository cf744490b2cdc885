import { ofPolicy } from '@escalation-kit/core/text';
import type { Assessment } from '@escalation-kit/core/case';
import { describe, expect, it } from 'vitest';
import { unmetExpectations } from './expectations.ts';

const words = ofPolicy('Without Delay');
const assessment = {
  status: 'open',
  route: 'standard',
  stage: '3',
  tier: null,
  bypassed: ['1', '2'],
  deadlines: [
    { clauses: ['x.1', 'x.2'], due: null, dueAt: null, start: '2026-11-20', words },
    { clauses: ['x.3'], due: null, dueAt: '2026-11-22T10:00:00.000Z', words },
  ],
  duties: [
    { id: 'a', clauses: ['x.4'], owner: 'raising', status: 'lapsed', words },
    { id: 'b', clauses: ['x.4'], owner: 'receiving', status: 'due', words },
  ],
  actions: [
    { action: 'escalate', to: '4', because: 'early', clauses: ['x.5'] },
    { action: 'resolve', clauses: [] },
  ],
  blocked: [],
  callouts: [{ kind: 'paramount', clauses: ['x.6'] }],
  warnings: [{ kind: 'departure', clauses: ['x.7'] }],
} as unknown as Assessment;

const isMet = (expected: unknown) => unmetExpectations(expected, assessment).length === 0;

describe('an expectation', () => {
  it.each<unknown>([
    {},
    { status: 'open', route: 'standard', stage: '3', tier: null, bypassed: ['1', '2'] },
    { deadlines: [{ clause: 'x.2', due: null, start: '2026-11-20', wordsLike: 'without delay' }] },
    { deadlines: [{ clause: 'x.3', dueAt: '2026-11-22T10:00:00Z' }] },
    { deadlines: [{ clause: 'x.3', dueAt: '2026-11-22T11:00:00+01:00' }] },
    { deadlines: [] },
    { duties: [{ clause: 'x.4', owner: 'receiving', status: 'due' }, { clause: 'x.4' }] },
    { noDuties: ['x.1'] },
    { actions: [{ action: 'escalate' }, { action: 'escalate', to: '4', because: 'early' }, { action: 'resolve' }] },
    { actions: [{ action: 'escalate', clause: 'x.5' }] },
    { noActions: [{ action: 'escalate', to: '5' }, { action: 'resolve', to: '4' }, { action: 'close' }] },
    { callouts: ['x.6'], warnings: ['departure'], noWarnings: ['calendar-ended'] },
  ])('is met: %j', (expected) => {
    expect(isMet(expected)).toBe(true);
  });

  it.each<unknown>([
    { bypassed: ['1'] },
    { bypassed: ['1', '2', '3'] },
    { bypassed: ['2', '1'] },
    { bypassed: [] },
    { bypassed: { 0: '1', 1: '2' } },
    { bypassed: null },
    { tier: 'x' },
    { stage: 3 },
    { deadlines: [{ clause: 'x' }] },
    { deadlines: [{ clause: 'x.2', due: '2026-11-22' }] },
    { deadlines: [{ clause: 'x.3', dueAt: '2026-11-22T10:00:01Z' }] },
    { deadlines: [{ clause: 'x.1', dueAt: '2026-11-22T10:00:00Z' }] },
    { deadlines: [{ clause: 'x.3', dueAt: null }] },
    { deadlines: [{ clause: 'x.1', start: '2026-11-21' }] },
    { deadlines: [{ clause: 'x.1' }, { clause: 'x.1', wordsLike: 'at once' }] },
    // One deadline has the clause and another the field.
    { deadlines: [{ clause: 'x.1', dueAt: '2026-11-22T10:00:00.000Z' }] },
    { duties: [{ clause: 'x.4', owner: 'raising', status: 'due' }] },
    { noDuties: ['x.1', 'x.4'] },
    { noDates: true },
    { actions: [{ action: 'escalate', to: '5' }] },
    { actions: [{ action: 'escalate', clause: 'x.4' }] },
    { noActions: [{}] },
    { noActions: [{ action: 'escalate', because: 'early' }] },
    { callouts: ['x.5'] },
    { warnings: ['departure', 'calendar-ended'] },
    { noWarnings: ['departure'] },
    { toString: [] },
  ])('is not met: %j', (expected) => {
    expect(isMet(expected)).toBe(false);
  });

  it('of no dates is met by words alone', () => {
    const inWords = { ...assessment, deadlines: assessment.deadlines.slice(0, 1) };
    expect(unmetExpectations({ noDates: true }, inWords)).toEqual([]);
    const dated = { ...assessment, deadlines: [{ ...assessment.deadlines[0]!, due: '2026-11-27' }] };
    expect(unmetExpectations({ noDates: true }, dated)).toEqual([
      'noDates: expected no date, found 2026-11-27 for x.1, x.2',
    ]);
  });
});
