import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder } from '../../../../test/engine/small.ts';

const up = (to: string, because = 'unresolved') => ({ type: 'escalated', to, because, reason: 'It stands' });
const RESOLVED = { type: 'resolved', outcome: 'Agreed' };
const guard = (id: string, action: string, clauses: readonly string[], more: object = {}) => ({
  id,
  verb: 'must',
  before: [{ action }],
  needs: { discussed: true },
  text: 'Talk first',
  clauses,
  ...more,
});

type Log = readonly Readonly<Record<string, unknown>>[];
const offered = (changes: Changes, log?: Log) => caseUnder(changes, log).at().actions;
const entries = (action: string, changes: Changes, log?: Log) =>
  offered(changes, log).filter((entry) => entry.action === action);
const names = (changes: Changes, log?: Log) => [...new Set(offered(changes, log).map(({ action }) => action))];
const blocked = (changes: Changes, log?: Log) => caseUnder(changes, log).at().blocked;

describe('offered', () => {
  test.each<[string, Log, readonly string[]]>([
    ['before the opening', [], ['open']],
    ['once it is resolved', [{}, RESOLVED], ['done', 'learn', 'correct', 'reopen', 'close']],
    ['once it is withdrawn', [{}, { type: 'withdrawn', reason: 'In error' }], ['learn', 'correct', 'reopen']],
  ])('%s is what such a case takes', (_, log, actions) => {
    expect(names({}, log)).toEqual(actions);
  });

  const ANYWHERE = [
    ...['change', 'consult', 'discuss', 'set-timescale', 'escalate', 'done', 'update', 'dissent', 'resolve'],
    ...['learn', 'adopt', 'withdraw', 'correct'],
  ];

  test('while a case is open is what the policy has at the stage', () => {
    expect(names({})).toEqual(ANYWHERE);
  });

  test.each([
    ['progress', { 'stages/0/tiers': { names: ['Head'], clauses: ['small.record'] } }],
    ['extend', { extension: { clauses: ['small.record'] } }],
    ['request-conference', { conference: { clauses: ['small.record'] } }],
  ])('is to %s, with its clauses, where the policy has that', (action, changes) => {
    expect(entries(action, changes)).toEqual([{ action, clauses: ['small.record'] }]);
    expect(names(changes).filter((name) => name !== action)).toEqual(ANYWHERE);
  });

  test('at a stage that the policy does not know is what needs no stage', () => {
    expect(names({}, [{ stage: 'nowhere' }])).toEqual(ANYWHERE.filter((action) => action !== 'done'));
    expect(entries('escalate', {}, [{ stage: 'nowhere' }])).toMatchObject([{ to: 'top', because: 'urgent' }]);
  });

  test('are the reasons for which a date can be set there', () => {
    const reasons = (log: Log) => entries('set-timescale', {}, log).map(({ because }) => because);
    expect(reasons([{}])).toEqual(['protects-child']);
    expect(reasons([{}, up('top', 'urgent')])).toEqual(['protects-child', 'priority']);
  });

  test('are the options of a decision, each with its own clauses where it has some', () => {
    const changes = { 'stages/3/decision/options/1/clauses': ['small.record'] };
    expect(entries('decide', changes, [{}, up('top', 'urgent')])).toEqual([
      { action: 'decide', option: 'uphold', clauses: ['small.top'] },
      { action: 'decide', option: 'overturn', clauses: ['small.record'] },
    ]);
  });

  test('is no recording as done where nothing waits for it', () => {
    expect(names({ duties: [], guards: [] })).toEqual(ANYWHERE.filter((action) => action !== 'done'));
  });

  test('are the ways up that no guard stands before', () => {
    const guards = [
      guard('talk', 'escalate', ['small.talk'], {
        before: [{ action: 'escalate', to: ['managers'] }],
        waived: { because: ['no-reply'] },
      }),
    ];
    expect(entries('escalate', { guards })).toEqual([
      { action: 'escalate', to: 'top', because: 'urgent', clauses: ['small.danger'] },
      { action: 'escalate', to: 'managers', because: 'no-reply', clauses: ['small.managers'] },
    ]);
    expect(blocked({ guards })).toEqual([]);
  });

  test.each([
    ['resolve', [{}]],
    ['close', [{}, RESOLVED]],
  ])('is %s unless a guard stands before it', (action, log) => {
    expect(names({ guards: [guard('talk', action, ['small.talk'])] }, log)).not.toContain(action);
    expect(names({ guards: [guard('talk', action, ['small.talk'], { verb: 'should' })] }, log)).toContain(action);
  });
});

describe('blocked', () => {
  const guards = [
    guard('talk', 'escalate', ['small.talk', 'small.record'], { before: [{ action: 'escalate', to: ['managers'] }] }),
    guard('record', 'escalate', ['small.record'], { before: [{ action: 'escalate', to: ['managers'] }] }),
    guard('outcome', 'resolve', ['small.outcome']),
  ];

  test('is each step that a guard stands before, with the clauses that are missing, each once', () => {
    expect(blocked({ guards })).toStrictEqual([
      { action: 'escalate', to: 'managers', missing: ['small.talk', 'small.record'] },
      { action: 'resolve', missing: ['small.outcome'] },
    ]);
  });

  test('is nothing once what the guards need has happened, nor what they only advise', () => {
    const discussed = { type: 'discussed', channel: 'phone', summary: 'Said' };
    expect(blocked({ guards }, [{}, discussed])).toEqual([]);
    expect(blocked({ guards: guards.map((each) => ({ ...each, verb: 'should' })) })).toEqual([]);
  });

  test.each<[string, Log]>([
    ['is not opened', []],
    ['is resolved', [{}, RESOLVED]],
  ])('is nothing while a case %s', (_, log) => {
    expect(blocked({ guards }, log)).toEqual([]);
  });

  test('is a way for which nobody was consulted', () => {
    const consulted = { type: 'consulted', with: 'Board', side: 'raising' };
    const changes = { 'ways/0/consultFirst': 'board' };
    expect(blocked(changes)).toEqual([{ action: 'escalate', to: 'top', missing: ['small.danger'] }]);
    expect(blocked(changes, [{}, consulted])).toEqual([]);
  });
});
