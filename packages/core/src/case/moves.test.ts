import { describe, expect, test } from 'vitest';
import { compileCalendar, loadCalendar, withDays, type NamedDay } from '@escalation-kit/core/calendar';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, duty } from '../../../../test/engine/small.ts';
import { changedDays, movesNothing, movesOf } from './moves.ts';

const calendar = await loadCalendar('england-and-wales');
const closed = (date: string, title = 'Staff training day'): NamedDay => ({ date, title, kind: 'closure' });
const closing = (...dates: string[]) =>
  withDays(
    calendar,
    dates.map((date) => closed(date)),
  );
const NOW = '2026-11-20T20:00:00Z';

/** What moves for a case opened on Friday 20 November 2026, whose two working days end on Tuesday 24. */
function moves({ kept = calendar, newer = calendar, changes = {} as Changes, opening = {} }) {
  const { policy, events } = caseUnder({}, [opening]);
  const next = caseUnder(changes).policy;
  return movesOf(events, { policy, calendar: kept }, { policy: next, calendar: newer }, NOW);
}

describe('the days that changed', () => {
  test('are those of either calendar that the other has not, in order', () => {
    const days = (...dates: string[]) => compileCalendar({ ...calendar.data, days: dates.map((date) => closed(date)) });
    const changed = changedDays(
      days('2026-12-04', '2026-11-23', '2026-12-02'),
      days('2026-12-03', '2026-12-02', '2026-11-20'),
    );
    expect(changed.map(({ date, change }) => [date, change])).toEqual([
      ['2026-11-20', 'added'],
      ['2026-11-23', 'removed'],
      ['2026-12-03', 'added'],
      ['2026-12-04', 'removed'],
    ]);
    expect(changed[0]?.title).toBe('Staff training day');
  });

  test('are none between a calendar and itself', () => {
    expect(changedDays(calendar, calendar)).toEqual([]);
  });
});

describe('a date moves', () => {
  test('where a day that it passes over changed, and says which', () => {
    const because = [{ date: '2026-11-23', title: 'Staff training day', change: 'added' }];
    expect(moves({ newer: closing('2026-11-23', '2026-12-01') })).toEqual([
      {
        kind: 'deadline',
        id: 'soon',
        stage: 'talk',
        clauses: ['small.talk'],
        from: '2026-11-24',
        to: '2026-11-25',
        because,
      },
    ]);
    expect(moves({ kept: closing('2026-11-23', '2026-12-01') })).toMatchObject([
      { from: '2026-11-25', to: '2026-11-24', because: [{ ...because[0], change: 'removed' }] },
    ]);
  });

  test('not where a day after it changed', () => {
    expect(moves({ newer: closing('2026-11-25') })).toEqual([]);
  });

  test('to none where the newer policy gives none, and no day is to blame', () => {
    const gone = { from: '2026-11-24', to: null, because: [] };
    // What was owed once the clock had run out has no time then, either.
    const late = { kind: 'duty', id: 'late@talk', from: 'at-once', to: null };
    expect(moves({ newer: closing('2026-11-23'), changes: { 'stages/0/clocks': [] } })).toMatchObject([gone, late]);
    const words = { 'stages/0/clocks/0/within': null, 'stages/0/clocks/0/words': 'soon' };
    expect(moves({ newer: closing('2026-11-23'), changes: words })).toMatchObject([gone, late]);
  });

  test('to none known where the newer calendar ends before it, and no day is to blame', () => {
    const short = compileCalendar({ ...calendar.data, covers: { from: '2012-01-01', to: '2026-11-24' } });
    expect(moves({ kept: closing('2026-11-23'), newer: short })).toMatchObject([{ to: '2026-11-24' }]);
    const shorter = compileCalendar({ ...calendar.data, covers: { from: '2012-01-01', to: '2026-11-23' } });
    expect(moves({ kept: closing('2026-11-23'), newer: shorter })).toMatchObject([
      { from: '2026-11-25', to: null, because: [] },
    ]);
  });

  test('not where there was none, and the newer policy has not even the words', () => {
    expect(moves({ opening: { stage: 'managers' }, changes: { 'stages/1/clocks': [] } })).toEqual([]);
  });

  test('for a duty as for a deadline, of its own days', () => {
    const duties = [duty({ by: { amount: 1, unit: 'working-days' } })];
    const { policy, events } = caseUnder({ duties, 'stages/0/clocks': [] });
    const newer = { policy, calendar: closing('2026-11-23') };
    expect(movesOf(events, { policy, calendar }, newer, NOW)).toMatchObject([
      {
        kind: 'duty',
        id: 'extra@talk',
        stage: 'talk',
        clauses: ['small.danger'],
        from: '2026-11-23',
        to: '2026-11-24',
        because: [{ date: '2026-11-23' }],
      },
    ]);
  });
});

describe('newer terms move nothing', () => {
  const { policy, events } = caseUnder({ duties: [duty()] });
  const kept = { policy, calendar };
  const leaves = (changes: Changes, newer = calendar) =>
    movesNothing(events, kept, { policy: caseUnder({ duties: [duty()], ...changes }).policy, calendar: newer }, NOW);

  test('where only words, or what is not asked here, are others', () => {
    expect(leaves({})).toBe(true);
    expect(leaves({ 'stages/0/name': 'Talk it over', 'provenance/taken': '2026-10-01' })).toBe(true);
    expect(leaves({}, closing('2026-12-24'))).toBe(true);
  });

  test('not where a date moves', () => {
    expect(leaves({}, closing('2026-11-23'))).toBe(false);
  });

  test('not where a duty comes or goes, or is another side’s', () => {
    expect(leaves({ duties: [] })).toBe(false);
    expect(leaves({ duties: [duty(), duty({ id: 'more' })] })).toBe(false);
    expect(leaves({ duties: [duty({ owner: 'receiving' })] })).toBe(false);
  });

  test('not where a way up comes or goes', () => {
    expect(leaves({ ways: [] })).toBe(false);
  });
});
