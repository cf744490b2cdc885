import { describe, expect, test } from 'vitest';
import { caseUnder } from '../../../../test/engine/small.ts';
import { clocksAt, durationValues, isStopped, ruleFor, runsIn } from './clocks.ts';
import { currentVisit } from './state.ts';

const clock = (id: string, more: object = {}) => ({
  id,
  clauses: ['small.talk'],
  owner: 'receiving',
  within: { amount: 1, unit: 'working-days' },
  firmness: 'firm',
  ...more,
});
const up = (to: string) => ({ type: 'escalated', to, because: 'unresolved', reason: 'It stands' });
const IN_DANGER = { fact: { danger: true } };

describe('the clocks at a stage', () => {
  const { policy } = caseUnder({
    timescales: [
      clock('everywhere', { scope: 'stage' }),
      clock('above', { scope: 'stage', stages: ['managers', 'top'] }),
      clock('cap', { scope: 'case' }),
    ],
  });
  const at = (stage: string) => clocksAt(policy, stage).map(({ id }) => id);

  test('are its own and those of every stage; no cap, and none of other stages', () => {
    expect(at('talk')).toEqual(['soon', 'everywhere']);
    expect(at('top')).toEqual(['week', 'everywhere', 'above']);
  });

  test('are at a stage that the policy has not those of every stage', () => {
    expect(at('elsewhere')).toEqual(['everywhere']);
  });
});

describe('a clock with a condition', () => {
  const instead = [{ when: IN_DANGER, within: null, words: 'at once', clauses: ['small.danger'] }];
  const changes = { 'stages/0/clocks': [clock('only', { when: IN_DANGER }), clock('other', { instead })] };
  const found = (facts: object) => {
    const { policy, state } = caseUnder(changes, [{ facts }]);
    const [only, other] = clocksAt(policy, 'talk');
    const visit = currentVisit(state)!;
    return [runsIn(only!, state, visit), runsIn(only!, state), ruleFor(other!, state, visit).words];
  };

  test('runs, or says something else, where it holds, at a stage to come too', () => {
    expect(found({ danger: true })).toEqual([true, true, 'at once']);
    expect(found({ danger: false })).toEqual([false, false, undefined]);
  });
});

test('a number that counts otherwise is said with both', () => {
  expect(durationValues({ amount: 2, unit: 'weeks' })).toEqual({ amount: 2, unit: 'weeks' });
  const counted = { amount: 48, unit: 'hours', countedAs: { amount: 2, unit: 'working-days' } } as const;
  expect(durationValues(counted)).toEqual({
    amount: 48,
    unit: 'hours',
    countedAmount: 2,
    countedUnit: 'working-days',
  });
});

test('a clock is stopped by what stops it, in its own stay', () => {
  const stops = { event: 'discussed', side: 'receiving' };
  const changes = { 'stages/0/clocks': [clock('reply', { stops }), clock('soon')] };
  const discussed = (side: string) => ({ type: 'discussed', channel: 'phone', summary: 'Said', by: { side } });
  const stopped = (clockId: string, ...log: readonly object[]) => {
    const { policy, state } = caseUnder(changes, [{}, ...log] as never);
    return isStopped(policy, currentVisit(state)!, clockId);
  };
  expect(stopped('reply')).toBe(false);
  expect(stopped('reply', discussed('raising'))).toBe(false);
  expect(stopped('reply', discussed('receiving'))).toBe(true);
  expect(stopped('reply', discussed('receiving'), up('managers'))).toBe(false);
  expect(stopped('soon', discussed('receiving'))).toBe(false);
});
