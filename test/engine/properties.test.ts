import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import {
  assess,
  decide,
  replay,
  type Assessment,
  type CaseEvent,
  type Command,
  type DeadlineStatus,
  type OfferedAction,
} from '@escalation-kit/core/case';
import { ACTIONS, EVENT_TYPES, REASONS, type Policy } from '@escalation-kit/core/policy';
import { POLICY_IDS } from '@escalation-kit/policies';
import { calendar, opened, policyOf } from './bundled.ts';

const START = parseInstant('2026-11-20T10:00:00Z');
const HOUR = 3_600_000;
const instant = (hours: number) => formatInstant(START + hours * HOUR);

/** By id, so that a counterexample can be read. */
const policy = fc.constantFrom(...POLICY_IDS);

/** Fields that make an offered action complete. */
function complete(policy: Policy, offered: OfferedAction, at: string, log: readonly CaseEvent[]): Command {
  const stage = policy.stages.find((each) => each.decision?.options.some((o) => o.id === offered.option));
  const option = stage?.decision?.options.find((each) => each.id === offered.option);
  return {
    ...offered,
    at,
    by: { side: 'raising' },
    route: policy.routes[0]!.id,
    stage: policy.routes[0]!.stages[0]!,
    parties: {
      raising: { agency: 'Hill School', sector: 'education' },
      receiving: { agency: 'Children’s Services', sector: 'social-care' },
    },
    lineManager: { name: 'A. Manager', contact: 'manager@example.org' },
    facts: {},
    reason: 'Because',
    summary: 'Said',
    outcome: 'Agreed',
    outstanding: '',
    channel: 'telephone',
    with: 'Lead',
    side: 'raising',
    tier: 'Head of Service',
    safe: true,
    until: '2031-01-01',
    due: '2031-01-01',
    clause: offered.clauses[0] ?? '',
    approvedBy: 'Head',
    of: log[0]?.id ?? '',
    panel:
      option?.panel &&
      ['Hill School', 'Children’s Services', 'Police'].map((agency) => ({
        agency,
        senior: true,
        executive: true,
      })),
    chair: option?.chair && { agency: 'Probation', boardMember: true },
    ...(offered.action === 'adopt' && { calendar: { id: policy.calendar } }),
    ...(offered.action === 'adopt' && { policy: { id: policy.id, version: '2' } }),
  } as unknown as Command;
}

/** A walk: each number picks among what is offered then, some hours later. */
const walk = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 0, max: 300 })), { maxLength: 25 });

function follow(policy: Policy, steps: readonly (readonly [number, number])[]): CaseEvent[] {
  const log: CaseEvent[] = [opened(policy)];
  let hours = 0;
  for (const [pick, pause] of steps) {
    hours += pause;
    const state = replay(policy, log);
    const { actions } = assess(policy, state, { now: instant(hours), calendar });
    if (actions.length === 0) break;
    const decided = decide(policy, state, complete(policy, actions[pick % actions.length]!, instant(hours), log));
    if (decided.accepted) log.push(...decided.events);
  }
  return log;
}

const RANK: Record<DeadlineStatus, number> = {
  none: 0,
  unknown: 0,
  'on-track': 1,
  'due-soon': 2,
  'due-today': 3,
  overdue: 4,
  met: 5,
  'met-late': 5,
};

const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', '__proto__', 'constructor', '\ud800'));
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
const junkEvent = fc.oneof(
  anything,
  fc.record(
    {
      id: text,
      type: fc.oneof(fc.constantFrom(...EVENT_TYPES), text),
      at: fc.oneof(fc.constantFrom(instant(0), instant(99), '2026-02-30T00:00:00Z', 'now'), anything),
      by: fc.oneof(fc.constant({ side: 'raising' }), anything),
      to: fc.oneof(fc.constantFrom('1', '2', '3', '4', 'heads'), anything),
      because: fc.oneof(fc.constantFrom(...REASONS), anything),
      reason: anything,
      route: fc.constantFrom('standard', 'referral', 'toString'),
      stage: fc.constantFrom('1', 'referral-1', '__proto__'),
      parties: anything,
      child: anything,
      facts: anything,
      due: fc.oneof(fc.constantFrom('2026-12-01', '2026-02-30', '9999-12-31'), anything),
      until: fc.oneof(fc.constantFrom('2026-12-01'), anything),
      clause: text,
      of: text,
      option: text,
      tier: text,
      side: anything,
    },
    { requiredKeys: ['type'] },
  ),
);

describe('whatever comes in', () => {
  test('no log makes the engine throw', () => {
    fc.assert(
      fc.property(policy, fc.array(junkEvent, { maxLength: 12 }), fc.boolean(), (id, junk, isOpened) => {
        const policy = policyOf(id);
        const log = (isOpened ? [opened(policy), ...junk] : junk) as CaseEvent[];
        const assessment = assess(policy, replay(policy, log), { now: instant(50), calendar });
        JSON.stringify(assessment.deadlines.map((deadline) => deadline.explanation));
        expect(replay(policy, log).count).toBe(log.length);
      }),
      { numRuns: 400 },
    );
  });

  test('no command makes it throw, and every refusal names a clause or a field', () => {
    const command = fc.record(
      {
        action: fc.oneof(fc.constantFrom(...ACTIONS), anything),
        at: fc.constantFrom(instant(1), 'yesterday'),
        to: text,
        because: anything,
        reason: anything,
        route: text,
        stage: text,
        parties: anything,
        clause: text,
        option: text,
        due: anything,
        until: anything,
        of: text,
      },
      { requiredKeys: ['action'] },
    );
    fc.assert(
      fc.property(policy, fc.boolean(), command, (id, isOpened, command) => {
        const policy = policyOf(id);
        const state = replay(policy, isOpened ? [opened(policy)] : []);
        const decided = decide(policy, state, command as unknown as Command);
        if (decided.accepted) return;
        const { clause, field } = decided.refusal;
        expect(clause ?? field).toBeTruthy();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whatever way a case takes', () => {
  test('every action that is offered is accepted', () => {
    fc.assert(
      fc.property(policy, walk, (id, steps) => {
        const policy = policyOf(id);
        const log = follow(policy, steps);
        const state = replay(policy, log);
        const { actions } = assess(policy, state, { now: instant(5000), calendar });
        expect(actions.length).toBeGreaterThan(0);
        for (const offered of actions) {
          const decided = decide(policy, state, complete(policy, offered, instant(5000), log));
          expect(decided.accepted ? 'accepted' : { offered, refused: decided.refusal }).toBe('accepted');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what was accepted leaves no departure behind', () => {
    fc.assert(
      fc.property(policy, walk, (id, steps) => {
        const policy = policyOf(id);
        const log = follow(policy, steps).slice(1);
        const state = replay(policy, [opened(policy, { lineManager: { name: 'A', contact: 'b' } }), ...log]);
        expect(state.departures.filter((departure) => departure.kind !== 'guard-unmet')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the same log gives the same state', () => {
    fc.assert(
      fc.property(policy, walk, (id, steps) => {
        const policy = policyOf(id);
        const log = follow(policy, steps);
        expect(replay(policy, structuredClone(log))).toEqual(replay(policy, log));
      }),
      { numRuns: 60 },
    );
  });

  test('no deadline looks better at a later hour, and no due date moves, without an event', () => {
    fc.assert(
      fc.property(policy, walk, fc.nat(3000), fc.nat(3000), (id, steps, first, more) => {
        const policy = policyOf(id);
        const state = replay(policy, follow(policy, steps));
        // From the last event on: before it, the log speaks of what has not happened yet.
        const from = 25 * 300 + first;
        const earlier = assess(policy, state, { now: instant(from), calendar });
        const later = assess(policy, state, { now: instant(from + more), calendar });
        expect(later.deadlines.map(({ due }) => due)).toEqual(earlier.deadlines.map(({ due }) => due));
        later.deadlines.forEach(({ status }, i) => {
          expect(RANK[status]).toBeGreaterThanOrEqual(RANK[earlier.deadlines[i]!.status]);
        });
        expect(ownLate(later)).toEqual(expect.arrayContaining(ownLate(earlier)));
      }),
      { numRuns: 150 },
    );
  });

  test('no due date that was counted lies before its start', () => {
    fc.assert(
      fc.property(policy, walk, (id, steps) => {
        const policy = policyOf(id);
        const { deadlines } = assess(policy, replay(policy, follow(policy, steps)), { now: instant(9000), calendar });
        for (const { start, explanation } of deadlines) {
          for (const { kind, due } of explanation.candidates) {
            if (kind === 'timescale' && due !== null && start !== null) expect(due >= start).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

function ownLate(assessment: Assessment): string[] {
  return assessment.duties.filter((duty) => duty.status === 'overdue').map((duty) => duty.id);
}
