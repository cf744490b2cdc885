import { ofPolicy } from '../text/text.ts';
import { describe, expect, test } from 'vitest';
import { caseUnder } from '../../../../test/engine/small.ts';

const up = (to: string, because = 'unresolved') => ({ type: 'escalated', to, because, reason: 'It stands' });
const confirmed = { 'provenance/confirmed': { by: 'The partnership', on: '2026-03-01' } };

test('a case that is not opened stands nowhere', () => {
  expect(caseUnder({}, []).at()).toMatchObject({ status: 'none', route: null, stage: null, tier: null, bypassed: [] });
});

test('a case stands where the log has taken it', () => {
  const log = [{}, up('top', 'urgent'), { type: 'progressed', tier: 'Chair' }];
  const standing = { status: 'open', route: 'standard', stage: 'top', tier: 'Chair', bypassed: ['managers'] };
  expect(caseUnder({}, log).at()).toMatchObject(standing);
});

describe('a callout', () => {
  const callout = (kind: string, more: object = {}) => ({
    id: kind,
    kind,
    text: `About ${kind}`,
    clauses: ['small.contacts'],
    ...more,
  });
  const OURS = {
    id: 'immediate-danger',
    kind: 'immediate-danger',
    clauses: [],
    words: { key: 'callout.immediate-danger', values: { number: '999' }, phones: ['number'] },
  };
  const shown = (callouts: readonly object[], log: readonly object[] = [{}]) =>
    caseUnder({ callouts }, log as never)
      .at()
      .callouts.map(({ id }) => id);

  test('says what the policy says, with its clauses', () => {
    expect(caseUnder({ callouts: [callout('paramount')] }).at().callouts).toEqual([
      OURS,
      {
        id: 'paramount',
        kind: 'paramount',
        clauses: ['small.contacts'],
        words: ofPolicy('About paramount'),
      },
    ]);
  });

  test('on immediate danger comes first, the others in the order of their kinds', () => {
    const kinds = ['contact', 'support', 'immediate-danger', 'paramount', 'urgent'];
    expect(shown(kinds.map((kind) => callout(kind)))).toEqual([
      'immediate-danger',
      'paramount',
      'urgent',
      'support',
      'contact',
    ]);
  });

  test('on immediate danger is ours, without a clause, where the policy has none for such a case', () => {
    const danger = (log: object) => caseUnder({}, [log] as never).at().callouts;
    expect(danger({})).toEqual([OURS]);
    expect(danger({ facts: { danger: true } })).toMatchObject([{ id: 'danger', clauses: ['small.danger'] }]);
  });

  test('for some stages is shown there alone', () => {
    const callouts = [callout('support', { stages: ['managers', 'top'] })];
    expect(shown(callouts, [])).toEqual(['immediate-danger']);
    expect(shown(callouts)).toEqual(['immediate-danger']);
    expect(shown(callouts, [{}, up('managers')])).toEqual(['immediate-danger', 'support']);
  });
});

describe('a warning', () => {
  test('is not given where there is nothing to warn of', () => {
    expect(caseUnder(confirmed).at().warnings).toEqual([]);
  });

  test('says what it is about and on which clauses it rests; those on the policy come first', () => {
    const changes = { 'asks/0/stages': ['talk'], 'stages/1/clocks/0/within': { amount: 2, unit: 'working-days' } };
    const log = [{}, { type: 'updated' }, up('managers')].map((event, i) => ({
      ...event,
      at: `2028-12-29T1${i}:00:00Z`,
    }));
    expect(caseUnder(changes, log).at('2028-12-30T10:00:00Z').warnings).toEqual([
      {
        kind: 'policy-review-overdue',
        clauses: ['small.review'],
        words: { key: 'warning.review-overdue', values: { due: '2027-06' } },
      },
      {
        kind: 'policy-not-confirmed',
        clauses: [],
        words: { key: 'warning.not-confirmed', values: { taken: '2026-02-01' } },
      },
      {
        kind: 'ask-unanswered',
        clauses: ['small.managers'],
        words: { key: 'warning.ask-unanswered', values: { ask: 'Your manager' }, own: ['ask'] },
      },
      {
        kind: 'departure',
        event: 'e2',
        clauses: [],
        words: {
          key: 'warning.departure',
          values: { type: 'updated', reason: 'refusal.missing' },
          texts: [expect.objectContaining({ key: 'refusal.missing' })],
        },
      },
      {
        kind: 'guard-unmet',
        event: 'e3',
        clauses: ['small.managers.told'],
        words: { key: 'warning.guard', values: { guard: 'Tell the managers first' }, own: ['guard'] },
      },
      { kind: 'calendar-ended', clauses: [], words: { key: 'deadline.unknown', values: { to: '2028-12-31' } } },
    ]);
  });

  test('of what was not done first ends once it is done', () => {
    const done = { type: 'done', clause: 'small.managers.told' };
    expect(caseUnder(confirmed, [{}, up('managers')]).at().warnings).toMatchObject([{ kind: 'guard-unmet' }]);
    expect(caseUnder(confirmed, [{}, up('managers'), done]).at().warnings).toEqual([]);
  });

  test('of a step that departed from the policy stays', () => {
    const log = [{}, up('top'), { type: 'updated', summary: 'As before' }];
    expect(caseUnder(confirmed, log).at().warnings).toMatchObject([{ kind: 'departure', event: 'e2' }]);
  });
});
