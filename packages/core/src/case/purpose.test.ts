import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, OPENING } from '../../../../test/engine/small.ts';
import { PURPOSES } from '../policy/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Friday 20 November 2026 is day 0: two working days end on Tuesday 24. */
const MONDAY = '2026-11-23T10:00:00Z';
const WEDNESDAY = '2026-11-25T10:00:00Z';
const NOW = '2026-12-01T10:00:00Z';

const up = (because: string, at = MONDAY) => ({ type: 'escalated', to: 'managers', at, because, reason: 'Because' });
const end = (type: string, at = MONDAY) => ({ type, at, reason: 'Because', outcome: 'Settled' });
const done = (clause: string, at = MONDAY) => ({ type: 'done', clause, at });
const clock = (more: object) => ({
  id: 'reply',
  clauses: ['small.talk'],
  owner: 'receiving',
  within: { amount: 2, unit: 'working-days' },
  firmness: 'firm',
  ...more,
});

/** How a clock of the first stage stands after what happened there. */
function first(more: object, log: readonly Fields[], changes: Changes = {}) {
  return caseUnder({ 'stages/0/clocks': [clock(more)], ...changes }, [{}, ...log]).at(NOW).deadlines[0]!;
}
const status = (more: object, ...log: readonly Fields[]) => first(more, log).status;

const LEAVING_MEETS = ['agree', 'decide', 'meet'];
const BY_EVENT = [...PURPOSES.filter((purpose) => !LEAVING_MEETS.includes(purpose)), { words: 'to be ready' }];
const SETTLING = ['unresolved', 'early', 'urgent', 'decided', 'conference-refused'].map((because) => up(because));

describe.each([...LEAVING_MEETS, undefined])('a clock for %s', (purpose) => {
  test('is met by resolving in its stage, and by leaving it, late or in time', () => {
    for (const step of [...SETTLING, end('resolved')]) {
      expect(status({ for: purpose }, step)).toBe('met');
      expect(status({ for: purpose }, { ...step, at: WEDNESDAY })).toBe('met-late');
    }
  });

  test('is ended by a reply that never came, a withdrawal, a case closed as it stood', () => {
    for (const step of [up('no-reply'), end('withdrawn'), end('closed')]) {
      expect(status({ for: purpose }, step)).toBe('ended');
      expect(status({ for: purpose }, { ...step, at: WEDNESDAY })).toBe('ended-late');
    }
  });

  test('is met by what it waits for, before its stage is left', () => {
    expect(status({ for: purpose, stops: { event: 'discussed' } }, { ...end('discussed'), channel: 'x' })).toBe('met');
    expect(status({ for: purpose }, done('small.talk'), up('no-reply', WEDNESDAY))).toBe('ended-late');
  });
});

describe.each(BY_EVENT)('a clock for %j', (purpose) => {
  test('is ended by whatever leaves its stage', () => {
    for (const step of [...SETTLING, up('no-reply'), end('resolved'), end('withdrawn')]) {
      expect(status({ for: purpose }, step)).toBe('ended');
      expect(status({ for: purpose }, { ...step, at: WEDNESDAY })).toBe('ended-late');
    }
  });

  test('is met when its clause is recorded as done, which can be recorded', () => {
    expect(status({ for: purpose }, done('small.talk'), up('unresolved', WEDNESDAY))).toBe('met');
    expect(status({ for: purpose }, done('small.talk', WEDNESDAY))).toBe('met-late');
    const { try: attempt } = caseUnder({ 'stages/0/clocks': [clock({ for: purpose })] });
    expect(attempt({ action: 'done', clause: 'small.talk' })).toBe('accepted');
  });

  test('is met by any of what its policy names, and by nothing else', () => {
    const stops = [{ event: 'updated' }, { event: 'discussed', side: 'receiving' }];
    const discussed = { type: 'discussed', at: MONDAY, channel: 'x', summary: 'x', by: { side: 'receiving' } };
    expect(status({ for: purpose, stops }, discussed)).toBe('met');
    expect(status({ for: purpose, stops }, { type: 'updated', at: MONDAY, summary: 'x' })).toBe('met');
    expect(status({ for: purpose, stops }, done('small.talk'), up('early'))).toBe('ended');
  });
});

test('what has to be done is that of what stands in its place', () => {
  const instead = [{ when: { fact: { danger: false } }, within: null, words: 'now', clauses: ['small.danger'] }];
  const { try: attempt } = caseUnder({ 'stages/0/clocks': [clock({ for: 'act', instead })] });
  expect(attempt({ action: 'done', clause: 'small.danger' })).toBe('accepted');
  expect(attempt({ action: 'done', clause: 'small.talk' })).toBe('refusal.nothing-owed');
});

test('a reply closes the way up for want of one', () => {
  const way = { id: 'silent', from: ['talk'], to: 'top', because: ['no-reply'], label: 'Up', clauses: ['small.talk'] };
  const changes = {
    'stages/0/clocks': [clock({ for: 'reply' })],
    'ways/1': { ...way, silence: 'reply' },
  };
  const go = { action: 'escalate', to: 'top', because: 'no-reply', reason: 'Because' };
  expect(caseUnder(changes).try(go)).toBe('accepted');
  expect(caseUnder(changes, [{}, done('small.talk')]).try(go)).toBe('refusal.no-reason');
});

describe('a date is as firm as the time that wins', () => {
  const firmness = (more: object, log: readonly Fields[] = [], changes: Changes = {}) =>
    first(more, log, changes).firmness;
  const set = (because: string, due = '2026-11-23') => ({ type: 'timescale-set', at: MONDAY, because, due });

  test('what the source says should be is guidance', () => {
    expect(firmness({ verb: 'should' })).toBe('guidance');
    expect(firmness({ verb: 'must' })).toBe('firm');
    expect(firmness({ verb: 'must', firmness: 'guidance' })).toBe('guidance');
  });

  test.each(['agreed', 'priority', 'raiser', 'protects-child'])('a date given for the case is firm: %s', (because) => {
    const guide = { verb: 'should', chosen: ['agreed', 'priority', 'raiser'] };
    expect(firmness(guide, [set(because)])).toBe('firm');
    expect(firmness(guide, [{ ...set('protects-child', '2026-12-24') }])).toBe('guidance');
  });

  test('what stands in a clock’s place has an owner, a verb and a firmness of its own', () => {
    const instead = { when: { fact: { danger: true } }, within: null, words: 'now', clauses: ['small.danger'] };
    const danger = [{ type: 'changed', at: MONDAY, facts: { danger: true } }];
    const of = (more: object) => first({ instead: [{ ...instead, ...more }] }, danger);
    expect(of({ firmness: 'guidance' }).firmness).toBe('guidance');
    expect(of({ verb: 'should' }).firmness).toBe('guidance');
    expect(of({ owner: 'partnership' }).owner).toBe('partnership');
    expect(of({})).toMatchObject({ owner: 'receiving', firmness: 'firm' });
    expect(first({ verb: 'should', instead: [{ ...instead, firmness: 'firm' }] }, danger).firmness).toBe('firm');
  });
});

test('a duty after a clock is spared where that was met alone', () => {
  const late = (because: string) =>
    caseUnder({ 'duties/1/lapses': undefined }, [{}, up(because)])
      .at(NOW)
      .duties.find(({ duty }) => duty === 'late')!.status;
  expect([late('unresolved'), late('no-reply')]).toEqual(['lapsed', 'overdue']);
});

test('hours count from the hour that was answered', () => {
  const ask = {
    id: 'seen',
    kind: 'date-time',
    label: 'When?',
    clauses: ['small.talk'],
    stages: ['talk'],
    verb: 'must',
  };
  const within = { amount: 24, unit: 'hours' };
  const changes = { 'asks/0': ask, 'stages/0/clocks': [clock({ starts: { answer: 'seen' }, within })] };
  const at = (seen: unknown) => caseUnder(changes, [{ seen }]).at(NOW).deadlines[0]!.dueAt;
  expect(at('2026-11-20T15:30:00+01:00')).toBe('2026-11-21T14:30:00Z');
  expect(at('yesterday')).toBeNull();
  const open = (seen: unknown) => caseUnder(changes, []).try({ action: 'open', ...OPENING, seen });
  expect(open('2026-11-20T15:30:00Z')).toBe('accepted');
  expect(open('2026-11-20')).toBe('refusal.field');
  expect(open(undefined)).toBe('refusal.ask');
});
