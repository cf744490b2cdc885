import { describe, expect, test } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder } from '../../../../test/engine/small.ts';
import { isConsulted, nextStages, waysUp } from './ways-up.ts';

type Log = readonly Readonly<Record<string, unknown>>[];

const escalated = (to: string) => ({ type: 'escalated', to, because: 'unresolved', reason: 'It stands' });
const way = (more: object) => ({
  id: 'extra',
  from: ['talk'],
  to: 'top',
  because: ['early'],
  label: 'Up',
  clauses: ['small.record'],
  ...more,
});

/** Steps as `stage reason`. */
function up(changes: Changes, log?: Log): string[] {
  const { state } = caseUnder(changes, log);
  return waysUp(changed(changes) as Policy, state).map(({ to, because }) => `${to} ${because}`);
}
function next(changes: Changes, log?: Log): string[] {
  return nextStages(changed(changes) as Policy, caseUnder(changes, log).state);
}

describe('the next stage', () => {
  const optional = { 'stages/1/optional': true };

  test.each<[string, Changes, Log, readonly string[]]>([
    ['follows on the route', {}, [{}], ['managers']],
    ['is, on a route that joins another, one of that', {}, [{ route: 'short', stage: 'first' }], ['top']],
    ['is none at the top', {}, [{}, escalated('top')], []],
    ['is none before the opening', {}, [], []],
    ['is none where the case stands off its route', {}, [{ stage: 'first' }], []],
    ['comes with the one that follows, where it can be left out', optional, [{}], ['managers', 'top']],
  ])('%s', (_, changes, log, stages) => {
    expect(next(changes, log)).toEqual(stages);
  });
});

describe('a way up', () => {
  test('is each ordinary reason to the next stage, and what the policy gives', () => {
    expect(up({})).toEqual(['top urgent', 'managers unresolved', 'managers early', 'managers no-reply']);
  });

  test('rests on the clauses of the stage, or on its own', () => {
    const clauses = waysUp(changed({}) as Policy, caseUnder({}).state).map((each) => each.clauses);
    expect(clauses).toEqual([['small.danger'], ['small.managers'], ['small.managers'], ['small.managers']]);
  });

  test('is none before the opening, nor at the top', () => {
    expect(up({}, [])).toEqual([]);
    expect(up({}, [{}, escalated('top')])).toEqual([]);
  });

  test('follows a decision, where the policy has one at the stage', () => {
    const changes = { ways: [] };
    const decided = { type: 'decided', option: 'uphold' };
    expect(up(changes, [{}, decided])).toContain('managers decided');
    expect(up(changes)).not.toContain('managers decided');
  });

  test.each<[string, object, boolean]>([
    ['leads from its stage', { from: ['managers', 'talk'] }, true],
    ['does not lead from another', { from: ['managers'] }, false],
    ['leads from any', { from: 'any' }, true],
    ['does not lead to where the case is', { to: 'talk' }, false],
    ['does not lead to a stage of another route', { to: 'first' }, false],
    ['leads where its condition holds', { when: { fact: { danger: false } } }, true],
    ['does not lead where its condition does not hold', { when: { fact: { danger: true } } }, false],
    ['leads where nobody has answered', { silence: 'soon' }, true],
  ])('%s', (_, more, leads) => {
    const { to } = { to: 'top', ...more };
    expect(up({ ways: [way(more)] }).includes(`${to} early`)).toBe(leads);
  });

  test('does not lead down', () => {
    expect(up({ ways: [way({ from: 'any', to: 'talk' })] }, [{}, escalated('managers')])).not.toContain('talk early');
  });

  test('is given once: the policy’s own stands in place of the ordinary one, the first of two', () => {
    const ways = [way({ to: 'managers' }), way({ id: 'other', to: 'managers', clauses: ['small.talk'] })];
    const found = waysUp(changed({ ways }) as Policy, caseUnder({ ways }).state);
    expect(found.map(({ because, clauses }) => [because, clauses])).toEqual([
      ['early', ['small.record']],
      ['unresolved', ['small.managers']],
      ['no-reply', ['small.managers']],
    ]);
  });

  test('asks for approval and for consulting, save for an ordinary step to the next stage', () => {
    const asks = { approver: 'board', consultFirst: 'manager' };
    const ways = [way({ because: ['early', 'urgent'], to: 'managers', ...asks }), way(asks)];
    const asked = waysUp(changed({ ways }) as Policy, caseUnder({ ways }).state)
      .filter((found) => found.way)
      .map(({ to, because, approver, consultFirst }) => [to, because, approver, consultFirst]);
    expect(asked).toEqual([
      ['managers', 'early', undefined, undefined],
      ['managers', 'urgent', 'board', 'manager'],
      ['top', 'early', 'board', 'manager'],
    ]);
  });
});

describe('a role', () => {
  const substitutes = [{ name: 'Deputy Head', clauses: ['small.managers'] }];
  const consulted = (who: string, role = 'manager', side = 'raising') => {
    const changes = { 'roles/1/substitutes': substitutes };
    const log = [{}, { type: 'consulted', with: who, side }];
    return isConsulted(changed(changes) as Policy, caseUnder(changes, log).state, role);
  };

  test.each<[string, string]>([
    ['its name', 'Manager'],
    ['its name within more', 'A. Smith, manager of the team'],
    ['a part of what it is called', ' deputy '],
    ['what it is called in a sector', 'the sergeant'],
    ['who stands in for it', ' deputy   HEAD '],
  ])('was consulted under %s', (_, who) => {
    expect(consulted(who)).toBe(true);
  });

  test('was not consulted where somebody else was, or the other side did', () => {
    expect(consulted('Board')).toBe(false);
    expect(consulted('Manager', 'manager', 'receiving')).toBe(false);
  });

  test('that the policy does not know goes by its id', () => {
    expect(consulted('The chair', 'chair')).toBe(true);
    expect(consulted('The board', 'chair')).toBe(false);
  });
});
