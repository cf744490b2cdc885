import { Case, type CaseEvent, type CaseInput } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { eventsOf, type CaseRecord } from '@escalation-kit/core/record';
import { calendar, opened, policyOf } from '../engine/bundled.ts';

/** A case under Barnsley's policy with something of every kind: entries written later, corrections, a date put off. */
export const TOLD: readonly CaseEvent[] = [
  opened(policyOf('barnsley'), {
    stage: '1',
    by: { side: 'raising', name: 'A. Teacher', role: 'Class teacher' },
    lineManager: { name: 'B. Manager', contact: '01226 000000' },
    child: { statuses: ['looked-after'], subject: 'child', reference: 'REF-7781' },
    causes: ['thresholds', 'something-else'],
    facts: { 'raising-lead-consulted': true, 'receiving-lead-consulted': false },
    protectBy: '2026-12-24',
    shown: ['barnsley.paramount'],
    description: 'Thresholds of need\nare seen differently',
  }),
  event('e2', 'discussed', '2026-11-20T11:30:00Z', {
    recorded: '2026-11-23T09:05:00Z',
    channel: 'telephone',
    summary: 'They did not agree',
  }),
  event('e3', 'escalated', '2026-11-24T10:00:00Z', { to: '2', because: 'early', reason: 'It cannot wait' }),
  event('e4', 'corrected', '2026-11-24T11:00:00Z', { of: 'e2', summary: 'They agreed on little', channel: 'video' }),
  event('e5', 'corrected', '2026-11-24T12:00:00Z', { of: 'e4', summary: 'They agreed on nothing' }),
  event('e6', 'corrected', '2026-11-24T13:00:00Z', { of: 'e2', summary: 'They agreed on one point' }),
  event('e7', 'extended', '2026-11-25T10:00:00Z', { until: '2026-12-03', reason: 'The nurse is ill', safe: true }),
  event('e8', 'done', '2026-11-25T11:00:00Z', { clause: 'barnsley.progress-updates', note: 'By e-mail' }),
];

export function event(id: string, type: string, at: string, fields: Record<string, unknown> = {}): CaseEvent {
  return { id, type, at, by: { side: 'raising' }, ...fields } as unknown as CaseEvent;
}

export function caseOf(log: readonly CaseEvent[], change: Partial<CaseInput> = {}): Case {
  return new Case({ policy: policyOf('barnsley'), calendar, log, now: '2026-12-01T09:00:00Z', ...change });
}

/** A case whose record came from elsewhere, sound or not. */
export function caseFrom(record: CaseRecord<CaseEvent>, change: Partial<CaseInput> = {}): Case {
  return caseOf(eventsOf(record), { record, ...change });
}

export type ClockPurpose = NonNullable<Policy['stages'][number]['clocks'][number]['for']>;

/** Barnsley's policy with all its clocks for the same. */
export function withPurpose(purpose: ClockPurpose): Policy {
  const { stages, ...policy } = policyOf('barnsley');
  const told = stages.map((stage) => ({ ...stage, clocks: stage.clocks.map((clock) => ({ ...clock, for: purpose })) }));
  return { ...policy, stages: told };
}

/** A log in which a text stands wherever a person or a host can put one. */
export function everywhere(typed: string): CaseEvent[] {
  const [first] = TOLD;
  const at = '2026-11-25T10:00:00Z';
  return [
    {
      ...first!,
      by: { side: 'raising', name: typed, role: typed },
      lineManager: { name: typed, contact: typed },
      parties: {
        raising: { agency: typed, sector: 'education' },
        receiving: { agency: typed, sector: 'health' },
      },
      child: { statuses: [], reference: typed },
      causes: [typed],
      description: typed,
      [`x-${typed}`]: typed,
      other: { [typed]: [typed] },
    } as CaseEvent,
    event('e2', 'discussed', at, { channel: typed, summary: typed }),
    event('e3', 'progressed', at, { tier: typed }),
    event('e4', 'extended', at, { until: '2026-12-03', reason: typed, safe: true }),
    event('e5', 'corrected', at, { of: 'e2', summary: typed, fields: { other: typed } }),
    event('e6', 'corrected', at, { of: typed, summary: typed }),
    event('e7', 'done', at, { clause: typed, note: typed }),
    event('e8', 'withdrawn', at, { reason: typed }),
    event(typed, typed, at, { summary: typed }),
  ];
}
