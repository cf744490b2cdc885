import { expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { conditionsOf, withInner } from './conditions-of.ts';
import type { Condition, Policy } from './schema.ts';

const policyWith = (changes: Changes = {}) => changed(changes) as Policy;
const stage = (...ids: string[]): Condition => ({ stage: ids });

it('lists the conditions of every part that can have one', () => {
  for (const [place, make] of PLACES) {
    const mark = { bypassed: [place] };
    const conditions = conditionsOf(policyWith({ [place]: make(mark) }));
    expect(conditions, place).toContainEqual(mark);
  }
});

it('lists those inside others after what they stand in', () => {
  const inner = [stage('a'), stage('b'), stage('c')] as const;
  const whole = { any: [inner[0]], all: [inner[1]], not: inner[2] };
  expect(withInner(whole)).toEqual([whole, ...inner]);
  expect(withInner({ not: whole })).toEqual([{ not: whole }, whole, ...inner]);
  expect(withInner(undefined)).toEqual([]);
  expect(conditionsOf(policyWith({ 'ways/0/when': whole }))).toEqual(expect.arrayContaining([whole, ...inner]));
});

it('takes no clause, priority or fact for a condition, whatever its id', () => {
  const clause = { place: '1', says: 'x' };
  const conditions = conditionsOf(policyWith({ 'clauses/when': clause, 'clauses/needs': clause }));
  expect(conditions).toEqual(conditionsOf(policyWith()));
});

it('is made once for each policy', () => {
  const policy = policyWith();
  expect(conditionsOf(policy)).toBe(conditionsOf(policy));
});

type Make = (when: Condition) => unknown;
const when: Make = (condition) => condition;
const instead: Make = (condition) => [{ when: condition, clauses: ['small.danger'] }];
const PLACES: readonly [place: string, make: Make][] = [
  ['asks/0/when', when],
  ['stages/0/when', when],
  ['stages/0/instead', instead],
  ['stages/0/clocks/0/when', when],
  ['stages/0/clocks/0/instead', instead],
  ['timescales', (condition) => [{ id: 'all', when: condition }]],
  ['timescales', (condition) => [{ id: 'all', instead: [{ when: condition }] }]],
  ['ways/0/when', when],
  ['guards/0/needs', when],
  ['guards/0/waived', (condition) => ({ when: condition })],
  ['duties/0/when', when],
  ['duties/0/instead', instead],
  ['callouts/0/when', when],
  ['stages/3/decision/options/0/instead', instead],
];
