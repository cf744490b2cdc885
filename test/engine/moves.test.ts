import { describe, expect, test } from 'vitest';
import { compileCalendar, withDays } from '@escalation-kit/core/calendar';
import { changedDays, movesOf } from '@escalation-kit/core/case';
import { calendar, opened, policyOf } from './bundled.ts';
import { caseUnder, duty } from './small.ts';

const policy = policyOf('barnsley');
const FUNERAL = '2022-09-19';
/** The calendar as it was published before the state funeral was made a bank holiday. */
const before = compileCalendar({
  ...calendar.data,
  published: '2022-01-24',
  days: calendar.data.days.filter((day) => day.date !== FUNERAL),
});
const log = [opened(policy, { at: '2022-09-14T09:00:00Z' })].map((event) => ({ ...event, stage: '1' }) as typeof event);
const now = '2022-09-15T09:00:00Z';

describe('a bank holiday made at short notice', () => {
  const moves = movesOf(log, { policy, calendar: before }, { policy, calendar }, now);

  test('moves the deadline from the 21st to the 22nd, and says which day did it', () => {
    expect(moves.find((move) => move.kind === 'deadline')).toMatchObject({
      id: 'stage-1',
      from: '2022-09-21',
      to: '2022-09-22',
      because: [{ date: FUNERAL, change: 'added' }],
    });
  });

  test('moves the duties counted over it', () => {
    expect(moves.filter((move) => move.kind === 'duty').map((move) => move.clauses[0])).toEqual([
      'barnsley.1.summary',
      'barnsley.progress-updates',
    ]);
  });

  test('moves nothing that does not lie across it', () => {
    const later = log.map((event) => ({ ...event, at: '2022-09-20T09:00:00Z' }));
    expect(movesOf(later, { policy, calendar: before }, { policy, calendar }, now)).toEqual([]);
  });

  test('is the only day that the two calendars differ in', () => {
    expect(changedDays(before, calendar)).toEqual([
      { date: FUNERAL, title: 'Bank Holiday for the State Funeral of Queen Elizabeth II', change: 'added' },
    ]);
    expect(changedDays(calendar, before)).toMatchObject([{ change: 'removed' }]);
  });
});

test('a school’s closure days move dates and are named', () => {
  const school = withDays(calendar, [{ date: '2022-09-16', title: 'Staff training day', kind: 'closure' }]);
  const [move] = movesOf(log, { policy, calendar }, { policy, calendar: school }, now);
  expect(move).toMatchObject({ from: '2022-09-22', to: '2022-09-23', because: [{ title: 'Staff training day' }] });
});

test('a newer version of the policy moves dates with no day to blame', () => {
  const newer = structuredClone(policy);
  newer.stages.find((stage) => stage.id === '1')!.clocks[0]!.within = { amount: 3, unit: 'working-days' };
  const [move] = movesOf(log, { policy, calendar }, { policy: newer, calendar }, now);
  expect(move).toMatchObject({ from: '2022-09-22', to: '2022-09-20' });
});

test('a date that runs past the newer calendar is not known under it', () => {
  const short = compileCalendar({ ...calendar.data, covers: { from: '2012-01-01', to: '2022-09-15' } });
  const [move] = movesOf(log, { policy, calendar }, { policy, calendar: short }, now);
  expect(move).toMatchObject({ from: '2022-09-22', to: null });
});

describe('the days that are to blame', () => {
  const under = (changes: Record<string, unknown>, at: string, newer = calendar, kept = before) => {
    const { policy, events } = caseUnder(changes, [{ at }]);
    return movesOf(events, { policy, calendar: kept }, { policy, calendar: newer }, now);
  };
  const within = (amount: number, unit: string) => ({ 'stages/0/clocks/0/within': { amount, unit } });

  test('can be the start itself, where the time is that same day', () => {
    const [move] = under(within(1, 'same-working-day'), '2022-09-19T09:00:00Z');
    expect(move).toMatchObject({ from: '2022-09-19', to: '2022-09-20', because: [{ date: FUNERAL }] });
  });

  test('can be the last day, where the time goes on from there', () => {
    const changes = { ...within(5, 'calendar-days'), counting: { lands: 'next-working-day' } };
    const [move] = under(changes, '2022-09-14T09:00:00Z');
    expect(move).toMatchObject({ from: '2022-09-19', to: '2022-09-20', because: [{ date: FUNERAL }] });
  });

  test('are not those of a weekend that got a name', () => {
    const named = withDays(calendar, [{ date: '2022-09-17', title: 'Open day' }]);
    const [move] = under(within(5, 'working-days'), '2022-09-14T09:00:00Z', named);
    expect(move?.because.map(({ date }) => date)).toEqual([FUNERAL]);
  });

  test('are none where the older calendar did not reach so far', () => {
    const covers = { from: '2022-01-01', to: '2022-09-16' };
    const short = compileCalendar({ ...before.data, covers });
    const [move] = under(within(5, 'working-days'), '2022-09-14T09:00:00Z', calendar, short);
    expect(move).toMatchObject({ from: null, to: '2022-09-22', because: [] });
  });

  test('are told for each stage, where clocks of two stages have one id', () => {
    const five = { amount: 5, unit: 'working-days' };
    const log = [
      { at: '2022-09-14T09:00:00Z' },
      { type: 'escalated', at: '2022-09-15T09:00:00Z', to: 'managers', because: 'early', reason: 'So' },
    ];
    const { policy, events } = caseUnder({ ...within(5, 'working-days'), 'stages/1/clocks/0/within': five }, log);
    const moves = movesOf(events, { policy, calendar: before }, { policy, calendar }, now);
    expect(moves.filter(({ kind }) => kind === 'deadline').map(({ id, stage, to }) => [id, stage, to])).toEqual([
      ['soon', 'talk', '2022-09-22'],
      ['soon', 'managers', '2022-09-23'],
    ]);
  });

  test('move a duty that waits for a clock along with it', () => {
    const late = { after: 'soon', by: { amount: 1, unit: 'working-days' } };
    const changes = { ...within(5, 'working-days'), 'duties/3': duty(late) };
    const moved = under(changes, '2022-09-14T09:00:00Z').find(({ kind }) => kind === 'duty');
    expect(moved).toMatchObject({ from: '2022-09-22', to: '2022-09-23', because: [{ date: FUNERAL }] });
  });
});
