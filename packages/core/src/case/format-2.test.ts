import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, duty, OPENING } from '../../../../test/engine/small.ts';
import { indexOf } from '../policy/index.ts';
import { meetsAt } from './meets.ts';

type Fields = Readonly<Record<string, unknown>>;

const up = (to: string, because = 'unresolved') => ({ type: 'escalated', to, because, reason: 'It stands' });
const SERVICE = { side: 'service' };
const danger = { fact: { danger: true } };

describe('who meets at a stage', () => {
  const instead = [{ when: danger, meets: { partnership: ['board'] }, clauses: ['small.danger'] }];
  const meeting = (opening: Fields) => {
    const { policy, state } = caseUnder({ 'stages/0/instead': instead }, [opening]);
    return meetsAt(indexOf(policy).stages.get('talk')!, state);
  };

  test('is what stands in its place where that holds, on its own clauses', () => {
    expect(meeting({ facts: { danger: true } })).toMatchObject({
      meets: { partnership: ['board'] },
      clauses: ['small.danger'],
    });
    expect(meeting({})).toMatchObject({
      meets: { raising: ['worker'], receiving: ['worker'] },
      clauses: ['small.talk'],
    });
  });
});

test('who chairs follows the policy’s condition', () => {
  const option = { id: 'uphold', label: 'Uphold', chair: { boardMember: true } };
  const instead = [{ when: danger, chair: { independent: true }, clauses: ['small.danger'] }];
  const decided = (opening: Fields, chair: object) =>
    caseUnder({ 'stages/3/decision/options/0': { ...option, instead } }, [{ stage: 'top', ...opening }]).try({
      action: 'decide',
      option: 'uphold',
      chair: { agency: 'Trust', ...chair },
    });
  const inDanger = { facts: { danger: true } };
  expect(decided({}, { boardMember: true })).toBe('accepted');
  expect(decided(inDanger, { boardMember: true })).toBe('refusal.chair.independent');
  expect(decided(inDanger, { independent: true })).toBe('accepted');
});

test('a date that the raising agency sets is set by it alone', () => {
  const changes = { 'stages/0/clocks/0/chosen': ['raiser'] };
  const set = (side: string, more: Changes = changes) =>
    caseUnder(more).try({ action: 'set-timescale', because: 'raiser', due: '2026-11-30', by: { side } });
  expect(['raising', 'receiving', 'partnership'].map((side) => set(side))).toEqual([
    'accepted',
    'refusal.raiser',
    'refusal.raiser',
  ]);
  expect(set('raising', {})).toBe('refusal.no-choice');
});

test('a route is opened between the sectors that the policy gives it to', () => {
  const open = (parties: object) => caseUnder({ 'routes/0/parties': parties }, []).try({ action: 'open', ...OPENING });
  expect(open({ raising: ['education', 'health'] })).toBe('accepted');
  expect(open({ raising: ['health'] })).toBe('refusal.route-raising');
  expect(open({ raising: ['education'], receiving: ['police'] })).toBe('refusal.route-receiving');
});

test('a case ends in outcomes of the policy’s own, with a gap beside any', () => {
  const outcomes = [{ id: 'recommended', label: 'Recommended', clauses: ['small.outcome'] }];
  const resolve = (more: object, changes: Changes = { outcomes }) =>
    caseUnder(changes).try({ action: 'resolve', outcome: 'x', outstanding: '', ...more });
  expect(resolve({ result: 'recommended', gap: true })).toBe('accepted');
  expect(resolve({ result: 'recommended' }, {})).toBe('refusal.result');
  expect(resolve({ result: 'agreed', gap: true }, {})).toBe('accepted');
});

describe('a service', () => {
  const changes = {
    'duties/0': duty({ byService: true }),
    'duties/1': duty({ id: 'theirs', clauses: ['small.record'] }),
  };
  const by = (command: Fields) => caseUnder(changes).try({ by: SERVICE, ...command });

  test('does duties that the policy leaves to it', () => {
    expect(by({ action: 'done', clause: 'small.danger' })).toBe('accepted');
    expect(by({ action: 'done', clause: 'small.danger', duty: 'extra@talk' })).toBe('accepted');
    expect(by({ action: 'done', clause: 'small.record' })).toBe('refusal.service');
  });

  test('does nothing else', () => {
    expect(by({ action: 'update', summary: 'x' })).toBe('refusal.service');
    expect(by({ action: 'escalate', to: 'managers', because: 'early', reason: 'x' })).toBe('refusal.service');
    expect(caseUnder({}, []).try({ action: 'open', ...OPENING, by: SERVICE })).toBe('refusal.service');
  });
});

describe('a guard', () => {
  const guard = (action: string, verb: string, more: object = {}) => ({
    id: 'first',
    verb,
    before: [{ action, ...more }],
    needs: { done: ['small.managers.told'] },
    text: 'First',
    clauses: ['small.managers.told'],
  });
  const done = { type: 'done', clause: 'small.managers.told' };

  test.each(['update', 'dissent', 'withdraw', 'change', 'consult', 'discuss'])(
    'that must be met is kept before %s',
    (action) => {
      const command = { action, summary: 'x', reason: 'x', causes: [], with: 'x', side: 'raising', channel: 'x' };
      const attempt = (verb: string, log: readonly Fields[] = [{}]) =>
        caseUnder({ guards: [guard(action, verb)] }, log).try(command);
      expect([attempt('must'), attempt('should'), attempt('must', [{}, done])]).toEqual([
        'refusal.guard',
        'accepted',
        'accepted',
      ]);
      const { actions, blocked } = caseUnder({ guards: [guard(action, 'must')] }).at();
      expect(actions.map((offer) => offer.action)).not.toContain(action);
      expect(blocked).toEqual([{ action, missing: ['small.managers.told'] }]);
    },
  );

  test.each(['learn', 'adopt', 'correct'])('is none before %s', (action) => {
    const { actions } = caseUnder({ guards: [guard(action, 'must')] }).at();
    expect(actions.map((offer) => offer.action)).toContain(action);
  });

  test('of a later stage is not met before it can matter', () => {
    const changes = { guards: [guard('escalate', 'should', { to: ['top'] })], ways: [] };
    const attempt = (...log: Fields[]) => caseUnder(changes, [{}, ...log]).try({ action: 'done', clause: done.clause });
    expect(attempt()).toBe('refusal.nothing-owed');
    expect(attempt(up('managers'))).toBe('accepted');
    // What was passed over can still be met: the warning stands until it is.
    expect(attempt(up('managers'), up('top'))).toBe('accepted');
    expect(caseUnder(changes, [{ stage: 'top' }]).try({ action: 'done', clause: done.clause })).toBe(
      'refusal.nothing-owed',
    );
  });
});

test('closing says what was done of what is owed', () => {
  const log = [{}, { type: 'resolved', outcome: 'x' }];
  const closed = {
    type: 'closed',
    reason: 'Over',
    duties: { 'outcome@talk': 'done', 'record@talk:raising': 'not-done' },
  };
  const standing = caseUnder({}, [...log, closed])
    .at()
    .duties.map(({ id, status }) => `${id} ${status}`);
  expect(standing).toContain('outcome@talk done');
  expect(standing).not.toContain('record@talk:raising done');
});
