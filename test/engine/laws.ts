import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import {
  assess,
  decide,
  replay,
  type Assessment,
  type CaseEvent,
  type CaseState,
  type Command,
  type DeadlineStatus,
  type OfferedAction,
} from '@escalation-kit/core/case';
import {
  ACTIONS,
  EVENT_TYPES,
  indexOf,
  REASONS,
  SIDES,
  type DecisionOption,
  type Policy,
} from '@escalation-kit/core/policy';
import { calendar, opened } from './bundled.ts';

/** Which policies the laws are tried on, and how. */
export interface Trial {
  readonly policies: fc.Arbitrary<Policy>;
  /** Fields of the event that opens a case; nothing in it departs from a policy that asks for no more. */
  readonly openings: fc.Arbitrary<Readonly<Record<string, unknown>>>;
  /** Whether such an opening is as every one of the policies wants it. */
  readonly opensRightly: boolean;
  /** How often each law is tried. */
  readonly runs: number;
}

const START = parseInstant('2026-11-20T10:00:00Z');
const HOUR = 3_600_000;
/** The longest walk there is. */
const STEPS = 25;
const PAUSE = 300;
const instant = (hours: number) => formatInstant(START + hours * HOUR);

/** What holds of the engine whatever the policy, the log and the command. */
export function describeLaws({ policies, openings, opensRightly, runs }: Trial): void {
  /** A walk: each number picks among what is offered then, some hours later. */
  const steps = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 0, max: PAUSE })), { maxLength: STEPS, size: 'max' });
  const walk = fc.tuple(policies, openings, steps).map(([policy, opening, steps]): Walk => {
    const taken = { policy, log: follow(policy, opening, steps) };
    // A counterexample is read by its log: the policy, where it is one of ours, by its name.
    return Object.assign(taken, { [fc.toStringMethod]: () => fc.stringify([policy, taken.log]) });
  });

  describe('whatever comes in', () => {
    test('no log makes the engine throw', { timeout: 60_000 }, () => {
      const log = fc.array(junkEvent, { maxLength: 12 });
      fc.assert(
        fc.property(policies, log, fc.boolean(), (policy, junk, isOpened) => {
          takes(policy, (isOpened ? [opened(policy), ...junk] : junk) as CaseEvent[]);
        }),
        { numRuns: 3 * runs },
      );
    });

    test('no single field of a sound log makes it throw', { timeout: 60_000 }, () => {
      const value = fc.oneof(EXTREME, anything);
      fc.assert(
        fc.property(walk, fc.nat(STEPS), fc.constantFrom(...FIELDS), value, ({ policy, log }, n, field, junk) => {
          const spoilt = log.map((event, i) => (i === n % log.length ? { ...event, [field]: junk } : event));
          takes(policy, spoilt);
        }),
        { numRuns: 3 * runs },
      );
    });

    test('no command makes it throw, and every refusal names a clause or a field', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(policies, fc.boolean(), fc.oneof(junkCommand, spoiltCommand), (policy, isOpened, commandFor) => {
          const log = isOpened ? [opened(policy)] : [];
          const state = replay(policy, log);
          const decided = decide(policy, state, commandFor(policy, log));
          if (decided.accepted) {
            assess(policy, replay(policy, [...log, ...decided.events]), { now: instant(50), calendar });
            return;
          }
          const { clause, field } = decided.refusal;
          expect(clause ?? field).toBeTruthy();
        }),
        { numRuns: 6 * runs },
      );
    });
  });

  describe('whatever way a case takes', () => {
    test('every action that is offered is accepted', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(walk, ({ policy, log }) => {
          const state = replay(policy, log);
          const { actions } = assess(policy, state, { now: instant(9000), calendar });
          expect(actions.length).toBeGreaterThan(0);
          for (const offered of actions.flatMap(oneByOne)) {
            const decided = decide(policy, state, complete(policy, offered, instant(9000), log, 0));
            expect(decided.accepted ? 'accepted' : { offered, refused: decided.refusal }).toBe('accepted');
          }
        }),
        { numRuns: runs },
      );
    });

    test('what was accepted leaves no departure behind', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(walk, ({ policy, log: whole }) => {
          // What is put right afterwards can make a departure of what was none.
          const corrected = whole.findIndex(({ type }) => type === 'corrected');
          const log = corrected < 0 ? whole : whole.slice(0, corrected);
          const { departures } = replay(policy, log);
          const unforeseen = departures.filter(
            ({ kind, event }) => kind !== 'guard-unmet' && (opensRightly || event !== 'e1'),
          );
          expect(unforeseen).toEqual([]);
        }),
        { numRuns: runs },
      );
    });

    test('the same log gives the same state', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(walk, ({ policy, log }) => {
          expect(replay(policy, structuredClone(log))).toEqual(replay(policy, log));
        }),
        { numRuns: runs / 2 },
      );
    });

    test('what comes later changes nothing of how it was before', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(walk, ({ policy, log: whole }) => {
          const log = whole.filter(({ type }) => type !== 'corrected');
          const states = log.map((_, n) => replay(policy, log.slice(0, n)));
          const before = structuredClone(states);
          const last = replay(policy, log);
          expect(states).toEqual(before);
          [...states, last].reduce((earlier, later) => {
            for (const past of PASTS) expect(past(later).slice(0, past(earlier).length)).toEqual(past(earlier));
            return later;
          });
        }),
        { numRuns: runs / 2 },
      );
    });

    test(
      'no deadline looks better at a later hour, and no due date moves, without an event',
      { timeout: 60_000 },
      () => {
        fc.assert(
          fc.property(walk, fc.nat(3000), fc.nat(3000), ({ policy, log }, first, more) => {
            const state = replay(policy, log);
            // From the last event on: before it, the log speaks of what has not happened yet.
            const from = STEPS * PAUSE + first;
            const earlier = assess(policy, state, { now: instant(from), calendar });
            const later = assess(policy, state, { now: instant(from + more), calendar });
            expect(later.deadlines.map(({ due }) => due)).toEqual(earlier.deadlines.map(({ due }) => due));
            later.deadlines.forEach(({ status }, i) => {
              expect(RANK[status]).toBeGreaterThanOrEqual(RANK[earlier.deadlines[i]!.status]);
            });
            expect(late(later)).toEqual(expect.arrayContaining(late(earlier)));
          }),
          { numRuns: runs },
        );
      },
    );

    test('no due date that was counted lies before its start', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(walk, ({ policy, log }) => {
          const { deadlines } = assess(policy, replay(policy, log), { now: instant(9000), calendar });
          for (const { start, explanation } of deadlines) {
            for (const { kind, due } of explanation.candidates) {
              if (kind === 'timescale' && due !== null && start !== null) expect(due >= start).toBe(true);
            }
          }
        }),
        { numRuns: runs },
      );
    });

    test('every clause that is named is one of the policy’s', { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(walk, ({ policy, log }) => {
          const { clauses } = indexOf(policy);
          const assessment = assess(policy, replay(policy, log), { now: instant(9000), calendar });
          const { deadlines, duties, actions, callouts, warnings, blocked } = assessment;
          const named = [...deadlines, ...duties, ...actions, ...callouts, ...warnings].flatMap((part) => part.clauses);
          for (const clause of [...named, ...blocked.flatMap(({ missing }) => missing)]) {
            expect(clauses.has(clause) ? clause : `unknown: ${clause}`).toBe(clause);
          }
        }),
        { numRuns: runs / 2 },
      );
    });
  });
}

/** Reads a log and judges it, explanations and all. */
function takes(policy: Policy, log: readonly CaseEvent[]): void {
  const state = replay(policy, log);
  const assessment = assess(policy, state, { now: instant(50), calendar });
  JSON.stringify(assessment.deadlines.map((deadline) => deadline.explanation));
  expect(state.count).toBe(log.length);
}

interface Walk {
  readonly policy: Policy;
  readonly log: CaseEvent[];
}

export function follow(policy: Policy, opening: object, steps: readonly (readonly [number, number])[]): CaseEvent[] {
  const log: CaseEvent[] = [opened(policy, opening as Record<string, unknown>)];
  let hours = 0;
  for (const [pick, pause] of steps) {
    hours += pause;
    const state = replay(policy, log);
    const { actions } = assess(policy, state, { now: instant(hours), calendar });
    if (actions.length === 0) break;
    const offered = chosen(actions, pick);
    const decided = decide(policy, state, complete(policy, offered, instant(hours), log, pick));
    if (decided.accepted) log.push(...decided.events);
  }
  return log;
}

/** Steps up are chosen more often, and what ends a case or puts it right less often, so that walks lead far. */
function chosen(actions: readonly OfferedAction[], pick: number): OfferedAction {
  const steps = actions.filter(({ action }) => action === 'escalate');
  const ordinary = actions.filter(({ action }) => !RARE.includes(action));
  const wanted = [actions, steps, ordinary, ordinary, ordinary][pick % 5]!;
  const among = wanted.length > 0 ? wanted : actions;
  return among[Math.floor(pick / 5) % among.length]!;
}

const RARE: readonly string[] = ['withdraw', 'resolve', 'close', 'correct'];

/** Fields that make an offered action complete, varied by a number. */
function complete(
  policy: Policy,
  offered: OfferedAction,
  at: string,
  log: readonly CaseEvent[],
  pick: number,
): Command {
  const { stages } = indexOf(policy);
  const stage = stages.get(replay(policy, log).visits.at(-1)?.stage ?? '');
  const option = stage?.decision?.options.find((each) => each.id === offered.option);
  const side = SIDES[pick % SIDES.length]!;
  const clause = offered.clauses[pick % Math.max(offered.clauses.length, 1)] ?? '';
  return {
    ...offered,
    at,
    by: { side: offered.because === 'raiser' ? 'raising' : side },
    route: policy.routes[0]!.id,
    stage: policy.routes[0]!.stages[0]!,
    parties: PARTIES,
    facts: Object.fromEntries(policy.facts.map(({ id }, i) => [id, (pick >> i) % 2 === 1])),
    ...(offered.action === 'change' && { child: { statuses: pick % 2 ? ['looked-after'] : [] } }),
    ...(offered.action === 'change' && policy.priorities && { priority: policy.priorities[0]!.id }),
    reason: 'Because',
    summary: 'Said',
    outcome: 'Agreed',
    outstanding: '',
    ...(offered.action === 'resolve' && { result: stage?.results?.[0] ?? 'agreed' }),
    channel: 'telephone',
    with: 'The lead',
    side,
    tier: 'Head of Service',
    safe: true,
    until: '2031-01-01',
    due: '2031-01-01',
    clause,
    approvedBy: 'Head',
    of: log[0]?.id ?? '',
    panel: option?.panel && panelFor(option.panel),
    chair: (option?.chair ?? option?.instead) && { agency: 'Probation', boardMember: true, independent: true },
    ...(offered.action === 'adopt' && { calendar: { id: policy.calendar } }),
    ...(offered.action === 'adopt' && { policy: { id: policy.id, version: '2' } }),
  };
}

const PARTIES = {
  raising: { agency: 'Hill School', sector: 'education' },
  receiving: { agency: 'Children’s Services', sector: 'social-care' },
};

/** A panel that keeps the rules. */
function panelFor(rules: NonNullable<DecisionOption['panel']>): object[] {
  const parties = rules.excludesParties ? [] : ['Hill School', 'Children’s Services'];
  const agencies = [...parties, 'Police', 'Probation', 'Trust'].slice(0, rules.agencies ?? 3);
  const members = agencies.map((agency) => ({ agency, senior: true, executive: true }));
  return [...members, ...(rules.sectors ?? []).map((sector) => ({ ...members[0], sector }))];
}

/** An entry that names several clauses to be recorded as done stands for each of them. */
function oneByOne(offered: OfferedAction): OfferedAction[] {
  if (offered.action !== 'done') return [offered];
  return offered.clauses.map((clause) => ({ ...offered, clauses: [clause] }));
}

/** What a state says of the past, in order: it can only be added to. */
const PASTS: readonly ((state: CaseState) => readonly unknown[])[] = [
  ({ visits }) => visits.map(({ stage, at, event, because }) => ({ stage, at, event, because })),
  ({ departures }) => departures,
  ({ duties }) => duties.map(({ id, duty, owner, at, event }) => ({ id, duty, owner, at, event })),
  ({ done }) => [...done],
  ({ first }) => [...first],
  ({ consultations }) => consultations,
];

const RANK: Record<DeadlineStatus, number> = {
  none: 0,
  unknown: 0,
  'on-track': 1,
  'due-soon': 2,
  'due-today': 3,
  overdue: 4,
  met: 5,
  'met-late': 5,
  ended: 5,
  'ended-late': 5,
};

function late(assessment: Assessment): string[] {
  return assessment.duties.filter((duty) => duty.status === 'overdue').map((duty) => duty.id);
}

const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', '__proto__', 'constructor', '\ud800'));
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });

const EXTREME = fc.constantFrom(
  ...['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+12:00', '9999-12-31', '0000-01-01', '', 'toString'],
);

const FIELDS = [
  ...['at', 'by', 'route', 'stage', 'parties', 'child', 'causes', 'facts', 'priority', 'reason', 'summary', 'outcome'],
  ...['result', 'channel', 'with', 'side', 'tier', 'safe', 'until', 'due', 'because', 'to', 'clause', 'duty', 'option'],
  ...['panel', 'chair', 'of', 'approvedBy', 'protectBy', 'why', 'who', 'day', 'id', 'recorded'],
];

const junkEvent = fc.oneof(
  anything,
  fc.record(
    {
      id: text,
      type: fc.oneof(fc.constantFrom(...EVENT_TYPES), text),
      at: fc.oneof(fc.constantFrom(instant(0), instant(99), '2026-02-30T00:00:00Z', 'now'), anything),
      by: fc.oneof(fc.constant({ side: 'raising' }), anything),
      to: fc.oneof(fc.constantFrom('1', '2', '3', '4', 'heads', 's2', 's3'), anything),
      because: fc.oneof(fc.constantFrom(...REASONS), anything),
      reason: anything,
      route: fc.constantFrom('standard', 'referral', 'main', 'other', 'toString'),
      stage: fc.constantFrom('1', 'referral-1', 's1', 'x1', '__proto__'),
      parties: anything,
      child: anything,
      facts: anything,
      priority: fc.oneof(fc.constantFrom('red', 'toString'), anything),
      due: fc.oneof(fc.constantFrom('2026-12-01', '2026-02-30', '9999-12-31'), anything),
      until: fc.oneof(fc.constantFrom('2026-12-01'), anything),
      clause: fc.oneof(fc.constantFrom('k.1', 'k.2'), text),
      of: text,
      option: fc.oneof(fc.constantFrom('yes', 'no'), text),
      panel: anything,
      chair: anything,
      tier: text,
      side: anything,
      with: anything,
    },
    { requiredKeys: ['type'] },
  ),
);

type CommandFor = (policy: Policy, log: readonly CaseEvent[]) => Command;

/** All is as it should be but for one field. */
const spoiltCommand = fc
  .tuple(fc.constantFrom(...ACTIONS), fc.constantFrom(...FIELDS), anything, fc.nat(100))
  .map(([spoilt, field, junk, pick]): CommandFor => (policy, log) => {
    const action = log.length === 0 ? 'open' : spoilt;
    const to = policy.routes[0]!.stages[1] ?? 's1';
    const offered = { action, to, because: 'unresolved', option: 'yes', clauses: [] } as const;
    return { ...complete(policy, offered, instant(1), log, pick), [field]: junk };
  });

const junkCommand = fc
  .record(
    {
      action: fc.oneof(fc.constantFrom(...ACTIONS), anything),
      at: fc.constantFrom(instant(1), 'yesterday'),
      to: fc.oneof(fc.constantFrom('2', 's2', 's3'), text),
      because: fc.oneof(fc.constantFrom(...REASONS), anything),
      reason: anything,
      route: fc.oneof(fc.constantFrom('standard', 'main', 'other'), text),
      stage: fc.oneof(fc.constantFrom('1', 's1', 'x1'), text),
      parties: fc.oneof(fc.constant(PARTIES), anything),
      child: fc.oneof(fc.constant({ statuses: [], subject: 'adult' }), anything),
      causes: fc.oneof(fc.constant(['conduct']), anything),
      facts: anything,
      priority: fc.oneof(fc.constantFrom('red', 'blue'), anything),
      result: anything,
      clause: fc.oneof(fc.constantFrom('k.1', 'k.2'), text),
      duty: text,
      option: fc.oneof(fc.constantFrom('yes', 'no'), text),
      panel: anything,
      chair: anything,
      due: anything,
      until: anything,
      of: text,
    },
    { requiredKeys: ['action'] },
  )
  .map(
    (command): CommandFor =>
      () =>
        command as unknown as Command,
  );
