import { describe, expect, test } from 'vitest';
import {
  firstMeetable,
  isAnyOwed,
  isLive,
  meetableOf,
  noteArisen,
  noteMissed,
  owedOf,
  type Meetable,
} from './meetable.ts';
import { unopened } from './reading.ts';
import type { Lapse, OwedDuty } from './state.ts';

const AT = '2026-11-20T10:00:00Z';
const DONE = { at: AT, event: 'e2' };
const lapsed = (how: Lapse) => ({ how, at: AT });

const owed = (id: string, duty: string): OwedDuty => ({
  id,
  duty,
  owner: 'raising',
  stage: 'talk',
  visit: 0,
  round: 0,
  instead: -1,
  trigger: 'enters',
  at: AT,
  event: 'e1',
  from: AT,
  done: null,
  lapsed: null,
});

/** A case with these duties, in this order. */
function arisen(...all: readonly OwedDuty[]) {
  const meetable = meetableOf(unopened());
  all.forEach((each, place) => noteArisen(meetable, each, place));
  return meetable;
}

/** It was late when its stage was left. */
function miss(meetable: Meetable, duty: OwedDuty): void {
  duty.lapsed = lapsed('stage-left');
  noteMissed(meetable, duty);
}

test('where a duty stands is known by its id', () => {
  expect([...arisen(owed('a', 'tell'), owed('b', 'record')).places]).toEqual([
    ['a', 0],
    ['b', 1],
  ]);
});

describe('what a clause recorded as done meets', () => {
  test('is the earliest that is owed, in the order of the case and not of the policy', () => {
    const [a, b, c] = [owed('a', 'tell'), owed('b', 'record'), owed('c', 'tell')];
    const meetable = arisen(a, b, c);
    expect(firstMeetable(meetable, ['record', 'tell'])).toBe(a);
    expect(firstMeetable(meetable, ['tell', 'record'])).toBe(a);
    a.done = DONE;
    expect(firstMeetable(meetable, ['tell', 'record'])).toBe(b);
    b.done = DONE;
    expect(firstMeetable(meetable, ['record', 'tell'])).toBe(c);
    c.done = DONE;
    expect(firstMeetable(meetable, ['record', 'tell'])).toBeUndefined();
  });

  test('is nothing of a duty that never arose, nor what lapsed otherwise than with its stage', () => {
    const a = owed('a', 'tell');
    const meetable = arisen(a);
    expect(firstMeetable(meetable, [])).toBeUndefined();
    expect(firstMeetable(meetable, ['record'])).toBeUndefined();
    expect(firstMeetable(meetable, ['record', 'tell'])).toBe(a);
    a.lapsed = lapsed('resolved');
    expect(firstMeetable(meetable, ['tell'])).toBeUndefined();
  });

  test('is what was missed, the earliest first, where nothing is owed', () => {
    const [a, b, c] = [owed('a', 'tell'), owed('b', 'record'), owed('c', 'record')];
    const meetable = arisen(a, b, c);
    miss(meetable, b);
    miss(meetable, a);
    expect(firstMeetable(meetable, ['tell', 'record'])).toBe(c);
    expect(firstMeetable(meetable, ['record', 'tell'])).toBe(c);
    c.done = DONE;
    expect(firstMeetable(meetable, ['record', 'tell'])).toBe(a);
    expect(firstMeetable(meetable, ['tell', 'record'])).toBe(a);
    a.done = DONE;
    expect(firstMeetable(meetable, ['tell', 'record'])).toBe(b);
    b.done = DONE;
    expect(firstMeetable(meetable, ['tell', 'record'])).toBeUndefined();
  });
});

describe('what a happening meets', () => {
  test('is all that is owed of a duty', () => {
    const [a, b, c, d] = [owed('a', 'tell'), owed('b', 'tell'), owed('c', 'record'), owed('d', 'tell')];
    const meetable = arisen(a, b, c, d);
    expect(owedOf(meetable, 'tell')).toEqual([a, b, d]);
    a.done = DONE;
    b.lapsed = lapsed('condition');
    expect(owedOf(meetable, 'tell')).toEqual([d]);
    b.lapsed = null;
    expect(owedOf(meetable, 'tell')).toEqual([b, d]);
    expect(owedOf(meetable, 'unknown')).toEqual([]);
  });

  test('is nothing where none of the duties is owed', () => {
    const a = owed('a', 'tell');
    const meetable = arisen(a);
    expect(isAnyOwed(meetable, ['record', 'tell'])).toBe(true);
    expect(isAnyOwed(meetable, ['record'])).toBe(false);
    a.lapsed = lapsed('withdrawn');
    expect(isAnyOwed(meetable, ['tell'])).toBe(false);
    expect(owedOf(meetable, 'tell')).toEqual([]);
    a.lapsed = null;
    expect(isAnyOwed(meetable, ['tell'])).toBe(true);
  });
});

test.each<[string, Partial<OwedDuty>, boolean]>([
  ['a duty that is owed is', {}, true],
  ['one that lapsed with its condition can be again', { lapsed: lapsed('condition') }, true],
  ['one that lapsed with the case can be again', { lapsed: lapsed('resolved') }, true],
  ['one that lapsed with a case in error can be again', { lapsed: lapsed('withdrawn') }, true],
  ['one that was left with its stage cannot', { lapsed: lapsed('stage-left') }, false],
  ['one of an end that was no end cannot', { lapsed: lapsed('reopened') }, false],
  ['one that was done cannot', { done: DONE }, false],
])('owed, or owed again: %s', (_, fields, expected) => {
  expect(isLive({ ...owed('a', 'tell'), ...fields })).toBe(expected);
});
