import { describe, expect, test } from 'vitest';
import { caseUnder, duty } from '../../../../test/engine/small.ts';

/*
 * Once a case is at its end nothing is left that nobody can answer for: what lapses, lapses; the rest was done or not
 * done; and what the end itself gives rise to can still be recorded.
 */

const RESOLVED = { type: 'resolved', outcome: 'Agreed' };
const CLOSED = { type: 'closed', reason: 'Over' };
const WITHDRAWN = { type: 'withdrawn', reason: 'In error' };
const REOPENED = { type: 'reopened', reason: 'Not settled' };
const UP = { type: 'escalated', to: 'managers', because: 'unresolved', reason: 'It stands' };

const statuses = (made: ReturnType<typeof caseUnder>, now?: string) =>
  Object.fromEntries(made.at(now).duties.map(({ id, status }) => [id, status]));
const isOpenFor = (made: ReturnType<typeof caseUnder>, action: string) =>
  made.at().actions.some((offered) => offered.action === action);

describe('closing', () => {
  test('what is still owed when a case is resolved is done, or is asked for no more once it is closed', () => {
    const resolved = caseUnder({}, [{}, RESOLVED]);
    expect(statuses(resolved)).toMatchObject({ 'record@talk:raising': 'due', 'outcome@talk': 'due' });
    const answers = { 'record@talk:raising': 'done', 'record@talk:receiving': 'not-done' };
    const closed = caseUnder({}, [{}, RESOLVED, { ...CLOSED, duties: answers }]);
    expect(statuses(closed, '2027-03-01T10:00:00Z')).toMatchObject({
      'record@talk:raising': 'done',
      'record@talk:receiving': 'lapsed',
      'outcome@talk': 'lapsed',
    });
    expect(isOpenFor(closed, 'done')).toBe(false);
  });

  test('what was missed at an earlier stage is asked for no more either', () => {
    const missed = duty({ by: { amount: 1, unit: 'working-days' }, lapses: 'stage-left' });
    const log = [{}, { ...UP, at: '2026-11-25T10:00:00Z' }, { ...RESOLVED, at: '2026-11-25T11:00:00Z' }];
    const changes = { 'duties/3': missed };
    const later = '2026-11-26T10:00:00Z';
    expect(statuses(caseUnder(changes, log), later)).toMatchObject({ 'extra@talk': 'overdue' });
    const closed = caseUnder(changes, [...log, { ...CLOSED, at: '2026-11-25T12:00:00Z' }]);
    expect(statuses(closed, later)).toMatchObject({ 'extra@talk': 'lapsed' });
    const withdrawn = caseUnder(changes, [...log.slice(0, 2), { ...WITHDRAWN, at: '2026-11-25T12:00:00Z' }]);
    expect(statuses(withdrawn, later)).toMatchObject({ 'extra@talk': 'lapsed' });
  });

  test('a case that is opened again asks for it as before', () => {
    const log = [{}, RESOLVED, { ...CLOSED, duties: { 'record@talk:receiving': 'not-done' } }, REOPENED];
    expect(statuses(caseUnder({}, log))).toMatchObject({ 'record@talk:receiving': 'due' });
  });

  test('an answer about a duty that is not owed is refused', () => {
    const resolved = caseUnder({}, [{}, RESOLVED]);
    const close = { action: 'close', reason: 'Over' };
    expect(resolved.try({ ...close, duties: { 'record@talk:raising': 'done' } })).toBe('accepted');
    expect(resolved.try({ ...close, duties: { nothing: 'done' } })).toBe('refusal.not-owed');
  });

  test.each([
    ['closed', 'closed', [{}, RESOLVED, CLOSED]],
    ['withdrawn', 'withdrawn', [{}, WITHDRAWN]],
  ])('what the end gives rise to can be recorded in a case that is %s', (_, event, log) => {
    const changes = { 'duties/3': duty({ on: [{ event }], clauses: ['small.review'] }) };
    const ended = caseUnder(changes, log);
    expect(statuses(ended)).toMatchObject({ 'extra@talk': 'due' });
    expect(isOpenFor(ended, 'done')).toBe(true);
    const done = { action: 'done', clause: 'small.review', duty: 'extra@talk' };
    expect(ended.try(done)).toBe('accepted');
    expect(ended.try({ action: 'done', clause: 'small.review' })).toBe('accepted');
    expect(ended.try({ action: 'done', clause: 'small.record', duty: 'record@talk:raising' })).toBe(
      'refusal.nothing-owed',
    );
    const recorded = caseUnder(changes, [...log, { type: 'done', clause: 'small.review' }]);
    expect(statuses(recorded)).toMatchObject({ 'extra@talk': 'done' });
    expect(isOpenFor(recorded, 'done')).toBe(false);
  });
});
