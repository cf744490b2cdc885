import { ofPolicy } from '../text/text.ts';
import { describe, expect, test } from 'vitest';
import { loadCalendar, type Today } from '@escalation-kit/core/calendar';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, duty } from '../../../../test/engine/small.ts';
import { skippedByDuties } from './owed.ts';

type Fields = Readonly<Record<string, unknown>>;

const calendar = await loadCalendar('england-and-wales');

/** Cases open on Friday 20 November 2026 at 10:00; the clock of the first stage runs to Tuesday 24. */
const days = (amount: number, unit = 'working-days') => ({ amount, unit });
const up = (to: string, at: string) => ({ type: 'escalated', to, at, because: 'unresolved', reason: 'It stands' });

function under(more: object, log: readonly Fields[] = [], changes: Changes = {}) {
  return caseUnder({ duties: [duty(more)], ...changes }, [{}, ...log]);
}

/** By when it is owed, and how it stands at each of some instants. */
function stands(more: object, nows: readonly string[], log: readonly Fields[] = [], changes: Changes = {}) {
  const { at } = under(more, log, changes);
  const found = nows.map((now) => at(now).duties[0]!);
  return [found[0]!.due, ...found.map(({ status }) => status)];
}

test('a duty is shown with what the policy says of it and where it arose', () => {
  expect(under({}).at().duties).toEqual([
    {
      id: 'extra@talk',
      duty: 'extra',
      kind: 'act',
      verb: null,
      clauses: ['small.danger'],
      owner: 'raising',
      who: null,
      to: null,
      addressees: [],
      copiedTo: null,
      copies: [],
      byService: false,
      stage: 'talk',
      arose: '2026-11-20T10:00:00Z',
      due: null,
      dueAt: null,
      status: 'due',
      recurring: false,
      words: ofPolicy('Do it'),
    },
  ]);
  const told = { to: 'The head', copiedTo: 'The board' };
  expect(under(told).at().duties[0]).toMatchObject(told);
});

describe('a duty is owed', () => {
  test('at no time where the policy sets none', () => {
    expect(stands({}, ['2027-11-20T10:00:00Z'])).toEqual([null, 'due']);
  });

  test('at once: on the day on which it arose', () => {
    const nows = ['2026-11-20T23:59:59Z', '2026-11-21T00:00:00Z'];
    expect(stands({ by: 'at-once' }, nows)).toEqual(['at-once', 'due', 'overdue']);
  });

  test('in a number of days: to the end of the last', () => {
    const nows = ['2026-11-23T23:59:59Z', '2026-11-24T00:00:00Z'];
    expect(stands({ by: days(1) }, nows)).toEqual(['2026-11-23', 'due', 'overdue']);
  });

  test('in a number of hours: to the instant', () => {
    const nows = ['2026-11-20T14:00:00Z', '2026-11-20T14:00:01Z'];
    expect(stands({ by: days(4, 'hours') }, nows)).toEqual(['2026-11-20', 'due', 'overdue']);
    expect(under({ by: days(4, 'hours') }).at().duties[0]).toMatchObject({ dueAt: '2026-11-20T14:00:00Z' });
  });

  test('again and again, where it recurs', () => {
    const recurring = { every: days(1), restartedBy: ['updated'], stages: ['talk'] };
    expect(under({ recurring }).at().duties[0]).toMatchObject({ due: '2026-11-23', recurring: true });
    const nows = ['2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z'];
    const log = [{ type: 'updated', summary: 'As before', at: '2026-11-23T10:00:00Z' }];
    expect(stands({ recurring }, nows, log)).toEqual(['2026-11-24', 'due', 'overdue']);
  });

  test('at a time not known, and is not late, where that lies past the calendar', () => {
    const log = [{ type: 'discussed', channel: 'phone', summary: 'Said', at: '2028-12-29T10:00:00Z' }];
    const more = { on: [{ event: 'discussed' }], by: days(2) };
    expect(stands(more, ['2028-12-30T10:00:00Z', '2029-02-01T10:00:00Z'], log)).toEqual([null, 'due', 'due']);
  });
});

describe('a duty that waits for a clock', () => {
  const TUESDAY = '2026-11-24T23:59:59Z';
  const AFTER = '2026-11-25T00:00:00Z';
  const clock = (more: object) => ({
    id: 'soon',
    clauses: ['small.talk'],
    owner: 'raising',
    within: days(2),
    firmness: 'firm',
    ...more,
  });

  test('is in words, where its own time is', () => {
    expect(stands({ after: 'soon', by: null, words: 'soon after' }, [TUESDAY, AFTER])).toEqual([null, 'due', 'due']);
  });

  test.each([null, 'at-once'])('is owed once that has run out, where its own time is %j', (by) => {
    expect(stands({ after: 'soon', by }, [TUESDAY, AFTER])).toEqual(['at-once', 'due', 'overdue']);
  });

  test('is owed in its own time from there: days from the last day, hours from its end', () => {
    expect(stands({ after: 'soon', by: days(1) }, [AFTER])).toEqual(['2026-11-25', 'due']);
    expect(stands({ after: 'soon', by: days(24, 'hours') }, ['2026-11-26T00:00:00Z', '2026-11-26T00:00:01Z'])).toEqual([
      '2026-11-26',
      'due',
      'overdue',
    ]);
    const counted = { ...days(24, 'hours'), countedAs: days(1) };
    expect(stands({ after: 'soon', by: counted }, [AFTER])).toEqual(['2026-11-25', 'due']);
  });

  test('is counted from the instant at which hours end', () => {
    const changes = { 'stages/0/clocks': [clock({ within: days(4, 'hours') })] };
    const nows = ['2026-11-20T15:00:00Z', '2026-11-20T15:00:01Z'];
    expect(stands({ after: 'soon', by: days(1, 'hours') }, nows, [], changes)).toEqual([
      '2026-11-20',
      'due',
      'overdue',
    ]);
    expect(stands({ after: 'soon', by: days(1) }, nows, [], changes)).toEqual(['2026-11-23', 'due', 'due']);
    const toMidnight = { 'stages/0/clocks': [clock({ within: days(14, 'hours') })] };
    expect(stands({ after: 'soon', by: days(1, 'calendar-days') }, nows, [], toMidnight)[0]).toBe('2026-11-22');
  });

  test.each<readonly [words: string, clock: object]>([
    ['words', { within: null, words: 'without delay' }],
    ['a start that has not come', { starts: { event: 'dissented' } }],
    ['a condition that does not hold', { when: { fact: { danger: true } } }],
  ])('is never late while that has no date: %s', (_, more) => {
    const changes = { 'stages/0/clocks': [clock(more)] };
    const nows = ['2027-11-20T10:00:00Z'];
    expect(stands({ after: 'soon', by: days(1) }, nows, [], changes)).toEqual([null, 'due']);
    expect(stands({ after: 'soon', by: 'at-once' }, nows, [], changes)).toEqual([null, 'due']);
  });

  test.each([null, days(1)])('is not asked for where that was kept, and is where it was not: %j', (by) => {
    const nows = ['2026-11-30T10:00:00Z'];
    expect(stands({ after: 'soon', by }, nows, [up('managers', TUESDAY)])[1]).toBe('lapsed');
    expect(stands({ after: 'soon', by }, nows, [up('managers', AFTER)])[1]).toBe('overdue');
  });

  test('takes the clock of its own stage, and of its own stay there', () => {
    const log = [up('managers', '2026-11-23T10:00:00Z'), up('talk', '2026-11-30T10:00:00Z')];
    const changes = { 'stages/1/clocks': [clock({ within: days(9) })] };
    const more = { on: [{ enters: ['talk', 'managers'] }], after: 'soon', by: days(1) };
    const found = under(more, log, changes).at('2026-11-30T10:00:00Z').duties;
    expect(found.map(({ id, due }) => [id, due])).toEqual([
      ['extra@talk', '2026-11-25'],
      ['extra@managers', '2026-12-07'],
      ['extra@talk#2', '2026-12-03'],
    ]);
  });

  test('takes a clock of every stage in its own, and a cap wherever the case has gone', () => {
    const timescales = [
      clock({ id: 'update', scope: 'stage', within: days(3) }),
      clock({ id: 'cap', scope: 'case', within: days(5) }),
    ];
    const log = [up('managers', '2026-11-23T10:00:00Z')];
    const owed = (more: object) => stands({ by: days(1), ...more }, ['2026-11-24T10:00:00Z'], log, { timescales });
    expect(owed({ after: 'update', on: [{ enters: ['managers'] }] })).toEqual(['2026-11-27', 'due']);
    expect(owed({ after: 'cap' })).toEqual(['2026-11-30', 'due']);
  });
});

describe('a duty stands as', () => {
  const LATER = ['2026-12-01T10:00:00Z'];
  const by = days(1);

  test('done, late though it was', () => {
    const done = { type: 'done', clause: 'small.danger', at: '2026-11-27T10:00:00Z' };
    expect(stands({ by }, LATER, [done])[1]).toBe('done');
    expect(stands({ by: 'at-once', after: 'soon' }, LATER, [{ ...done, at: '2026-11-23T10:00:00Z' }])[1]).toBe('done');
  });

  test('lapsed where its stage was left in time, overdue where it was late by then', () => {
    const left = (at: string) => stands({ by, lapses: 'stage-left' }, LATER, [up('managers', at)])[1];
    expect(left('2026-11-23T23:59:59Z')).toBe('lapsed');
    expect(left('2026-11-24T00:00:00Z')).toBe('overdue');
    const inHours = (at: string) =>
      stands({ by: days(4, 'hours'), lapses: 'stage-left' }, LATER, [up('managers', at)])[1];
    expect(inHours('2026-11-20T14:00:00Z')).toBe('lapsed');
    expect(inHours('2026-11-20T14:00:01Z')).toBe('overdue');
  });

  test('lapsed where its condition ended, late though it was', () => {
    const { at } = caseUnder({ duties: [duty({ by, when: { fact: { danger: true } } })] }, [
      { facts: { danger: true } },
      { type: 'changed', facts: { danger: false }, at: '2026-11-27T10:00:00Z' },
    ]);
    expect(at(LATER[0]).duties[0]?.status).toBe('lapsed');
  });
});

describe('the days that a duty passes over', () => {
  const now = '2026-11-20T20:00:00Z';
  const today: Today = { ms: Date.parse(now), date: '2026-11-20', calendar };
  const passed = (more: object, changes: Changes = {}) => {
    const { policy, state, at } = under(more, [], changes);
    const found = skippedByDuties(policy, state, today, at(now).deadlines).get('extra@talk');
    return found?.map(({ date }) => date);
  };

  test('are none without a date, nor in hours', () => {
    expect(passed({})).toEqual([]);
    expect(passed({ by: 'at-once' })).toEqual([]);
    expect(passed({ by: days(72, 'hours') })).toEqual([]);
  });

  test('are those of its own time', () => {
    expect(passed({ by: days(1) })).toEqual(['2026-11-21', '2026-11-22']);
  });

  test('are those of its clock, too', () => {
    expect(passed({ after: 'soon', by: days(4) })).toEqual(['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29']);
  });
});
