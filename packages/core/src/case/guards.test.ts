import { describe, expect, test } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { changed } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder } from '../../../../test/engine/small.ts';
import { isUnmet, unmetGuards, type Step } from './guards.ts';

const GUARD = {
  id: 'talk',
  verb: 'must',
  before: [{ action: 'escalate' }],
  needs: { discussed: true },
  text: 'Talk first',
  clauses: ['small.talk'],
};
const DISCUSSED = { type: 'discussed', channel: 'phone', summary: 'Said' };
const DANGER = { type: 'changed', facts: { danger: true } };

function under(guard: object, log: readonly object[] = [{}]) {
  const changes = { guards: [{ ...GUARD, ...guard }] };
  const { state } = caseUnder(changes, log as never);
  const policy = changed(changes) as Policy;
  return {
    stands: (step: Step) => unmetGuards(policy, state, step).some(({ id }) => id === 'talk'),
    isUnmet: (id = 'talk') => isUnmet(policy, state, id),
  };
}

const UP: Step = { action: 'escalate', to: 'managers', because: 'unresolved' };

describe('a guard', () => {
  test.each<[string, object, Step, boolean]>([
    ['stands before its action', {}, UP, true],
    ['does not stand before another action', {}, { action: 'resolve' }, false],
    ['stands before one of several actions', { before: [{ action: 'resolve' }, { action: 'escalate' }] }, UP, true],
    ['stands before a step to its stage', { before: [{ action: 'escalate', to: ['managers'] }] }, UP, true],
    ['does not stand before a step to another stage', { before: [{ action: 'escalate', to: ['top'] }] }, UP, false],
    [
      'does not stand before a step to nowhere',
      { before: [{ action: 'resolve', to: ['top'] }] },
      { action: 'resolve' },
      false,
    ],
    ['stands before a step from its stage', { before: [{ action: 'escalate', from: ['talk'] }] }, UP, true],
    [
      'does not stand before a step from another stage',
      { before: [{ action: 'escalate', from: ['managers'] }] },
      UP,
      false,
    ],
  ])('%s', (_, guard, step, stands) => {
    expect(under(guard).stands(step)).toBe(stands);
  });

  test('from a stage does not stand before the opening', () => {
    const guard = { before: [{ action: 'open', from: ['talk'] }] };
    expect(under(guard, []).stands({ action: 'open', to: 'talk' })).toBe(false);
  });

  test('stands no more once what it needs has happened', () => {
    expect(under({}, [{}, DISCUSSED]).stands(UP)).toBe(false);
  });

  test('is waived for a reason, or where a condition holds', () => {
    const urgent: Step = { ...UP, because: 'urgent' };
    const waived = { waived: { because: ['urgent'], when: { fact: { danger: true } } } };
    expect(under(waived).stands(urgent)).toBe(false);
    expect(under(waived).stands(UP)).toBe(true);
    expect(under(waived).stands({ action: 'escalate' })).toBe(true);
    expect(under(waived, [{}, DANGER]).stands(UP)).toBe(false);
    expect(under({ waived: { because: ['urgent'] } }).stands(UP)).toBe(true);
    expect(under({ waived: { when: { fact: { danger: true } } } }).stands(urgent)).toBe(true);
  });

  test('passed unmet stays unmet until it is met, or waived for such a case', () => {
    const waived = { waived: { when: { fact: { danger: true } } } };
    expect(under({}).isUnmet()).toBe(true);
    expect(under({}, [{}, DISCUSSED]).isUnmet()).toBe(false);
    expect(under({}, [{}, DANGER]).isUnmet()).toBe(true);
    expect(under(waived).isUnmet()).toBe(true);
    expect(under(waived, [{}, DANGER]).isUnmet()).toBe(false);
    expect(under({ waived: { because: ['urgent'] } }).isUnmet()).toBe(true);
    expect(under({}).isUnmet('unknown')).toBe(false);
  });
});
