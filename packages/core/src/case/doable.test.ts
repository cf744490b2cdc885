import { describe, expect, test } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, duty } from '../../../../test/engine/small.ts';
import { doableClauses, isDoable } from './doable.ts';

type Log = readonly Readonly<Record<string, unknown>>[];

const REVIEW = 'small.review';
const BARE = { duties: [], guards: [] };
const RESOLVED = { type: 'resolved', outcome: 'Agreed' };
const done = (clause: string) => ({ type: 'done', clause });
const up = (to: string) => ({ type: 'escalated', to, because: 'unresolved', reason: 'It stands' });
const clock = (more: object) => ({
  id: 'reply',
  clauses: ['small.talk'],
  owner: 'receiving',
  within: { amount: 1, unit: 'working-days' },
  firmness: 'firm',
  ...more,
});

/** The clauses that can be recorded as done; each of them, and no other, is taken. */
function doable(changes: Changes, log: Log = [{}]): string[] {
  const policy = changed(changes) as Policy;
  const { state } = caseUnder(changes, log);
  const offered = doableClauses(policy, state);
  const taken = Object.keys(policy.clauses).filter((clause) => isDoable(policy, state, clause));
  expect(taken.sort()).toEqual([...offered].sort());
  return offered;
}

describe('what can be recorded as done', () => {
  test('is what is owed, each clause once, and what something waits for', () => {
    expect(doable({})).toEqual(['small.record', 'small.talk.notify', 'small.managers.told']);
  });

  test('is no longer what was done', () => {
    const record = done('small.record');
    expect(doable({}, [{}, record])).toContain('small.record');
    expect(doable({}, [{}, record, record])).not.toContain('small.record');
  });

  test('is what was missed when its stage was left, too', () => {
    expect(doable({ guards: [] }, [{}, up('top')])).toEqual(['small.record', 'small.talk.notify']);
  });

  test('is nothing before the opening, and only what is owed once the case is resolved', () => {
    expect(doable({}, [])).toEqual([]);
    expect(doable({ 'duties/1/lapses': 'stage-ended' }, [{}, RESOLVED])).toEqual(['small.record', 'small.outcome']);
  });

  test.each<[string, object]>([
    ['a clock at its start', { 'stages/0/clocks/0': clock({ starts: { done: REVIEW } }) }],
    ['a clock at its end', { 'stages/0/clocks/0': clock({ stops: { done: REVIEW } }) }],
    [
      'a clock at the first of several',
      { 'stages/0/clocks/0': clock({ starts: { firstOf: ['opened', { done: REVIEW }] } }) },
    ],
    ['a time of every stage', { timescales: [clock({ scope: 'stage', stops: { done: REVIEW } })] }],
    ['a time of this stage', { timescales: [clock({ scope: 'stage', stages: ['talk'], stops: { done: REVIEW } })] }],
    ['a time of the case', { timescales: [clock({ scope: 'case', stops: { done: REVIEW } })] }],
    ['a duty that arises from it', { duties: [duty({ on: [{ event: 'done', clause: [REVIEW] }] })] }],
    [
      'a duty that arises from it here',
      { duties: [duty({ on: [{ event: 'done', at: ['talk'], clause: [REVIEW] }] })] },
    ],
    ['a condition', { 'stages/1/when': { done: [REVIEW] } }],
  ])('is what is waited for by %s, until it is', (_, changes) => {
    const all = { ...BARE, ...changes };
    expect(doable(all)).toEqual([REVIEW]);
    expect(doable(all, [{}, done(REVIEW)])).not.toContain(REVIEW);
    expect(doable(all, [{}, RESOLVED])).toEqual([]);
  });

  test.each<[string, object]>([
    ['a clock that waits for something else', { 'stages/0/clocks/0': clock({ stops: { event: 'discussed' } }) }],
    ['a clock of another stage', { 'stages/1/clocks/0': clock({ stops: { done: REVIEW } }) }],
    ['a time of other stages', { timescales: [clock({ scope: 'stage', stages: ['top'], stops: { done: REVIEW } })] }],
    [
      'a duty that arises from it elsewhere',
      { duties: [duty({ on: [{ event: 'done', at: ['top'], clause: [REVIEW] }] })] },
    ],
    ['a duty that arises from whatever is done', { duties: [duty({ on: [{ event: 'done' }] })] }],
  ])('is not what is waited for by %s', (_, changes) => {
    expect(doable({ ...BARE, ...changes })).toEqual([]);
  });

  test('is once in each stay what a clock waits for, once in the case what caps it', () => {
    const here = { ...BARE, timescales: [clock({ scope: 'stage', stops: { done: REVIEW } })] };
    const overall = { ...BARE, timescales: [clock({ scope: 'case', stops: { done: REVIEW } })] };
    const log = [{}, done(REVIEW), up('managers')];
    expect(doable(here, log)).toEqual([REVIEW]);
    expect(doable(overall, log)).toEqual([]);
  });

  test('is what meets a duty, while that is owed and the case is open', () => {
    const changes = {
      ...BARE,
      duties: [duty({ metBy: [{ done: REVIEW }, { event: 'discussed' }] }), duty({ id: 'b' })],
    };
    expect(doable(changes)).toEqual(['small.danger', REVIEW]);
    expect(doable(changes, [{}, done(REVIEW)])).toEqual(['small.danger']);
    expect(doable(changes, [{}, RESOLVED])).toEqual(['small.danger']);
  });
});
