import { ofPolicy } from '../text/text.ts';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder } from '../../../../test/engine/small.ts';
import type { Deadline } from './assessment.ts';

type Fields = Readonly<Record<string, unknown>>;

const days = (amount: number, unit = 'working-days') => ({ amount, unit });
const clock = (more: object = {}) => ({
  id: 'reply',
  clauses: ['small.talk'],
  owner: 'receiving',
  within: days(2),
  firmness: 'firm',
  ...more,
});
const WORDS = { within: null, words: 'without delay' };
/** Friday 20 November 2026, 10:00: when each case here is opened, unless it says. Two working days end on Tuesday 24. */
const MONDAY = '2026-11-23T10:00:00Z';
const TUESDAY = '2026-11-24T10:00:00Z';
const WEDNESDAY = '2026-11-25T10:00:00Z';

const up = (to: string, at = MONDAY) => ({ type: 'escalated', to, at, because: 'unresolved', reason: 'It stands' });
const discussed = (at: string, side = 'raising') => ({
  type: 'discussed',
  at,
  channel: 'phone',
  summary: 'Said',
  by: { side },
});
const done = (clause: string, at: string) => ({ type: 'done', clause, at });
const set = (because: string, due: string) => ({ type: 'timescale-set', at: MONDAY, because, due });
const extended = (until: string) => ({ type: 'extended', at: MONDAY, until, reason: 'Leave', safe: true });

/** The deadlines of a case whose first stage has these clocks and no others. */
function under(clocks: readonly object[], log: readonly Fields[] = [], now = MONDAY, changes: Changes = {}) {
  const opening = log[0]?.type === undefined ? log : [{}, ...log];
  return caseUnder({ 'stages/0/clocks': clocks, ...changes }, opening.length > 0 ? opening : [{}]).at(now).deadlines;
}
/** The deadline of a case whose first stage has one clock. */
function only(more: object, log?: readonly Fields[], now?: string, changes?: Changes): Deadline {
  return under([clock(more)], log, now, changes)[0]!;
}
const candidates = ({ explanation }: Deadline) =>
  explanation.candidates.map(({ kind, due, wins }) => [kind, due, wins]);

describe('a clock starts', () => {
  const startAtManagers = (starts: unknown, ...log: readonly Fields[]) =>
    under([], [up('managers', TUESDAY), ...log], '2026-11-30T10:00:00Z', {
      'stages/1/clocks': [clock({ starts })],
    })[0];

  test.each<readonly [words: string, starts: unknown, start: string | null]>([
    ['with its stage, unless it says', undefined, '2026-11-24'],
    ['with its stage', 'entered', '2026-11-24'],
    ['with the case', 'opened', '2026-11-20'],
    ['with an earlier stage', { stage: 'talk' }, '2026-11-20'],
    ['not with a stage where the case has not been', { stage: 'top' }, null],
    ['with what happens', { event: 'discussed' }, '2026-11-26'],
    ['with what a side does', { event: 'discussed', side: 'receiving' }, '2026-11-27'],
    ['not with what does not happen', { event: 'dissented' }, null],
    ['with a clause that is recorded as done', { done: 'small.review' }, '2026-11-25'],
    ['not with a question that was not answered', { answer: 'decidedOn' }, null],
    ['with the first of several', { firstOf: [{ event: 'discussed' }, { done: 'small.review' }] }, '2026-11-25'],
    ['with the first of several', { firstOf: [{ event: 'dissented' }, 'entered', 'opened'] }, '2026-11-20'],
    ['with none of several', { firstOf: [{ event: 'dissented' }, { stage: 'top' }] }, null],
  ])('%s: %j', (_, starts, start) => {
    const log = [
      done('small.review', WEDNESDAY),
      discussed('2026-11-26T10:00:00Z'),
      discussed('2026-11-27T10:00:00Z', 'receiving'),
    ];
    expect(startAtManagers(starts, ...log)).toMatchObject({ start });
  });

  test('with what happens in its own stay, a cap with what happens at any time', () => {
    const starts = { event: 'discussed' };
    const log = [discussed('2026-11-20T12:00:00Z'), up('managers')];
    const changes = {
      'stages/1/clocks': [clock({ starts })],
      timescales: [clock({ id: 'cap', scope: 'case', starts })],
    };
    const found = under([], log, MONDAY, changes).map(({ id, start }) => [id, start]);
    expect(found).toEqual([
      ['reply', null],
      ['cap', '2026-11-20'],
    ]);
  });

  test('and has no date, nor words but that it waits, until then', () => {
    const waiting = only({ starts: { event: 'discussed' } });
    expect(waiting).toMatchObject({ start: null, due: null, dueAt: null, status: 'none' });
    expect(waiting.words).toEqual({ key: 'deadline.not-started' });
    expect(waiting.explanation).toEqual({
      start: null,
      candidates: [],
      skipped: [],
      clauses: ['small.talk'],
      notes: [],
    });
  });
});

describe('the words of a deadline', () => {
  test.each<readonly [words: string, clock: object, said: object]>([
    ['are those of the policy', WORDS, ofPolicy('without delay')],
    ['are those of the policy beside a number', { words: 'soon' }, ofPolicy('soon')],
    ['are the number', {}, { key: 'deadline.within', values: days(2) }],
    ['are none', { within: null }, { key: 'deadline.none' }],
  ])('%s', (_, more, words) => {
    expect(only(more).words).toEqual(words);
  });

  test('say that the calendar ends before the date', () => {
    const found = only({ words: 'soon' }, [{ at: '2028-12-29T10:00:00Z' }], '2028-12-30T10:00:00Z');
    expect(found).toMatchObject({ due: null, status: 'unknown' });
    expect(found.words).toEqual({ key: 'deadline.unknown', values: { to: '2028-12-31' } });
  });

  test('without a number give no date, however late it is', () => {
    expect(only(WORDS, [{}], '2027-11-20T10:00:00Z')).toMatchObject({ due: null, dueAt: null, status: 'none' });
  });
});

describe('a clock is met', () => {
  const status = (more: object, log: readonly Fields[], now?: string) => only(more, log, now).status;

  test('by leaving the stage, in time on the last day and late after it', () => {
    const late = '2026-12-01T10:00:00Z';
    expect(status({}, [up('managers', '2026-11-24T23:59:59Z')], late)).toBe('met');
    expect(status({}, [up('managers', '2026-11-25T00:00:00Z')], late)).toBe('met-late');
  });

  test('by ending the case', () => {
    expect(status({}, [{ type: 'resolved', at: MONDAY, outcome: 'Agreed', outstanding: '' }], TUESDAY)).toBe('met');
  });

  test('by what stops it, or else by leaving the stage', () => {
    const stops = { event: 'discussed', side: 'receiving' };
    const later = '2026-11-26T10:00:00Z';
    expect(status({ stops }, [discussed(TUESDAY)], later)).toBe('overdue');
    expect(status({ stops }, [discussed(TUESDAY, 'receiving')], later)).toBe('met');
    expect(status({ stops }, [discussed(TUESDAY, 'receiving'), up('managers', WEDNESDAY)], later)).toBe('met');
    expect(status({ stops }, [up('managers', WEDNESDAY)], later)).toBe('met-late');
  });

  test('in hours up to the instant', () => {
    const hours = { within: days(4, 'hours') };
    expect(only(hours)).toMatchObject({ due: '2026-11-20', dueAt: '2026-11-20T14:00:00Z' });
    expect(status(hours, [up('managers', '2026-11-20T14:00:00Z')])).toBe('met');
    expect(status(hours, [up('managers', '2026-11-20T14:00:01Z')])).toBe('met-late');
  });

  test('not before it was, looked at from earlier', () => {
    const log = [up('managers', WEDNESDAY)];
    expect(status({}, log, '2026-11-23T10:00:00Z')).toBe('due-soon');
    expect(status({}, log, '2026-11-25T09:59:59Z')).toBe('overdue');
    expect(status({}, log, WEDNESDAY)).toBe('met-late');
  });

  test('in time inside the calendar, where its date lies past that', () => {
    const left = (at: string) =>
      status({}, [{ at: '2028-12-29T10:00:00Z' }, up('managers', at)], '2029-02-01T10:00:00Z');
    expect(left('2028-12-31T10:00:00Z')).toBe('met');
    expect(left('2029-01-01T10:00:00Z')).toBe('unknown');
    const long = { within: days(10_000) };
    const opened = (at: string) => status(long, [{ at }, up('managers', '2012-03-01T10:00:00Z')]);
    expect(opened('2012-01-01T10:00:00Z')).toBe('met');
    expect(opened('2011-12-31T10:00:00Z')).toBe('unknown');
  });
});

describe('of several times the soonest wins', () => {
  const LONG = days(10_000);
  test.each<readonly [words: string, within: readonly object[], due: string | null, dueAt: string | null]>([
    ['the sooner day', [days(5), days(2)], '2026-11-24', null],
    [
      'hours against the day on which they end',
      [days(1, 'calendar-days'), days(24, 'hours')],
      '2026-11-21',
      '2026-11-21T10:00:00Z',
    ],
    ['a day against later hours', [days(2, 'calendar-days'), days(72, 'hours')], '2026-11-22', null],
    ['the fewer hours of one day', [days(6, 'hours'), days(4, 'hours')], '2026-11-20', '2026-11-20T14:00:00Z'],
    ['a day that is known against one past the calendar', [LONG, days(2)], '2026-11-24', null],
    ['none of two past the calendar', [LONG, days(9_999)], null, null],
  ])('%s', (_, within, due, dueAt) => {
    expect(only({ within })).toMatchObject({ due, dueAt });
    expect(only({ within: [...within].reverse() })).toMatchObject({ due, dueAt });
  });

  test('and of two on one day, or at one instant, the first', () => {
    const wins = (...within: object[]) => only({ within }).explanation.candidates.map((each) => each.wins);
    expect(wins(days(2), days(4, 'calendar-days'))).toEqual([true, false]);
    expect(wins(days(4, 'hours'), days(4, 'hours'))).toEqual([true, false]);
  });

  test('and the others are named as losing', () => {
    const { explanation } = only({ within: [days(5), days(2)] });
    const candidate = { kind: 'timescale', clauses: ['small.talk'] };
    expect(explanation.candidates).toEqual([
      { ...candidate, text: { key: 'duration', values: days(5) }, due: '2026-11-27', wins: false },
      { ...candidate, text: { key: 'duration', values: days(2) }, due: '2026-11-24', wins: true },
    ]);
  });
});

test('an explanation names the days passed over, and what the policy’s data notes on its clauses', () => {
  const notes = { 'clauses/small.talk/notes': [{ kind: 'ambiguous', text: 'Which two days?' }] };
  expect(only({ clauses: ['small.talk', 'small.top'] }, [{}], MONDAY, notes).explanation).toMatchObject({
    start: '2026-11-20',
    skipped: [
      { date: '2026-11-21', why: 'weekend' },
      { date: '2026-11-22', why: 'weekend' },
    ],
    clauses: ['small.talk', 'small.top'],
    notes: ['Which two days?'],
  });
});

describe('an extension', () => {
  const until = '2026-12-04';
  const granted = { extension: { clauses: ['small.review'] } };

  test('stands in the place of the stage’s own date, sooner or not', () => {
    const found = only({}, [extended(until)], MONDAY, granted);
    expect(found).toMatchObject({ due: until, status: 'on-track', clauses: ['small.talk'] });
    expect(found.words).toEqual({
      key: 'candidate.extension',
      values: { until, reason: 'Leave' },
      typed: ['reason'],
    });
    expect(candidates(found)).toEqual([
      ['timescale', '2026-11-24', false],
      ['extension', until, true],
    ]);
    expect(found.explanation).toMatchObject({ skipped: [], clauses: ['small.talk', 'small.review'] });
    expect(found.explanation.candidates[1]).toMatchObject({ text: found.words, clauses: ['small.review'] });
  });

  test('has no clause where the policy speaks of none', () => {
    expect(only({}, [extended(until)]).explanation.candidates[1]?.clauses).toEqual([]);
  });

  test.each<readonly [words: string, clock: object, due: string | null]>([
    ['a clock that something else stops', { stops: { event: 'dissented' } }, '2026-11-24'],
    ['words', WORDS, null],
    ['a clock that waits', { starts: { event: 'dissented' } }, null],
  ])('does not move %s', (_, more, due) => {
    expect(only(more, [extended(until)])).toMatchObject({ due });
  });

  test('does not move a cap, nor does any date set for a stage', () => {
    const timescales = [clock({ id: 'cap', scope: 'case' })];
    const log = [
      { protectBy: '2026-11-21' },
      extended(until),
      set('agreed', '2026-11-23'),
      set('priority', '2026-11-23'),
    ];
    const cap = under([], log, MONDAY, { timescales }).find(({ id }) => id === 'cap')!;
    expect(candidates(cap)).toEqual([['timescale', '2026-11-24', true]]);
  });

  test('still leaves a sooner date that protects the child', () => {
    expect(only({}, [{ protectBy: '2026-11-30' }, extended(until)])).toMatchObject({ due: '2026-11-30' });
  });
});

describe.each(['agreed', 'priority'] as const)('a date set because %s', (because) => {
  const other = because === 'agreed' ? 'priority' : 'agreed';
  const SOONER = '2026-11-23';
  const LATER = '2026-11-30';
  const due = (more: object, date: string) => only(more, [set(because, date)]).due;

  test('can bring a date forward, not put it off, where the policy does not let it be chosen', () => {
    expect(due({}, SOONER)).toBe(SOONER);
    expect(due({}, LATER)).toBe('2026-11-24');
    expect(due({ chosen: [other] }, SOONER)).toBe(SOONER);
    expect(due({ chosen: [other] }, LATER)).toBe('2026-11-24');
    expect(due(WORDS, SOONER)).toBe(null);
  });

  test('stands in the place of the number or the words, where it does', () => {
    expect(due({ chosen: [because] }, LATER)).toBe(LATER);
    expect(due({ chosen: [because], ...WORDS }, LATER)).toBe(LATER);
    expect(due({ chosen: [other, because] }, LATER)).toBe(LATER);
    expect(only({ chosen: [because] }).due).toBe('2026-11-24');
  });

  test('says so, and rests on the clauses of the clock only where it was chosen', () => {
    const words = { key: `candidate.${because}`, values: { due: SOONER } };
    const given = only({}, [set(because, SOONER)]);
    expect(given.words).toEqual(words);
    expect(given.explanation.candidates[1]).toEqual({
      kind: because,
      text: words,
      due: SOONER,
      clauses: [],
      wins: true,
    });
    const chosen = only({ chosen: [because] }, [set(because, SOONER)]);
    expect(chosen.explanation.candidates[1]).toMatchObject({ kind: because, text: words, clauses: ['small.talk'] });
    expect(candidates(chosen)).toEqual([
      ['timescale', '2026-11-24', false],
      [because, SOONER, true],
    ]);
  });
});

describe('the priority of a case', () => {
  const byPriority = { high: days(1) };

  test('has its own time, where the clock gives one', () => {
    expect(only({ byPriority }, [{ priority: 'high' }]).due).toBe('2026-11-23');
    expect(only({ byPriority, ...WORDS }, [{ priority: 'high' }]).due).toBe('2026-11-23');
    expect(only({ byPriority }, [{ priority: 'low' }]).due).toBe('2026-11-24');
    expect(only({ byPriority }).due).toBe('2026-11-24');
    expect(only({}, [{ priority: 'high' }]).due).toBe('2026-11-24');
    for (const priority of ['constructor', '__proto__', 'toString']) {
      expect(only({ byPriority }, [{ priority }]).due).toBe('2026-11-24');
    }
  });
});

describe('a date that protects the child', () => {
  const protectBy = '2026-11-26';
  const LATE_CLOCK = { within: days(10) };
  const from = (clocks: readonly object[], log: readonly Fields[] = [], changes: Changes = {}) =>
    under(clocks, [{ protectBy }, ...log], MONDAY, changes).map(({ id, due }) => [id, due]);

  test('competes with the date of the stage', () => {
    expect(from([clock(LATE_CLOCK)])).toEqual([['reply', protectBy]]);
    expect(from([clock()])).toEqual([['reply', '2026-11-24']]);
    const { words, explanation } = only(LATE_CLOCK, [{ protectBy }]);
    expect(words).toEqual({ key: 'candidate.protects-child', values: { due: protectBy } });
    expect(explanation.candidates[1]).toEqual({
      kind: 'protects-child',
      text: words,
      due: protectBy,
      clauses: [],
      wins: true,
    });
  });

  test('is the date of words that speak of one', () => {
    expect(from([clock({ ...WORDS, protectsChild: true })])).toEqual([['reply', protectBy]]);
  });

  test.each<readonly [words: string, clock: object, log: readonly Fields[], changes: Changes]>([
    ['has words alone', WORDS, [], {}],
    [
      'has words alone, extended though they were',
      WORDS,
      [extended('2026-12-04')],
      { extension: { clauses: ['small.review'] } },
    ],
    ['has words alone, agreed though a date was', WORDS, [set('agreed', '2026-12-04')], {}],
    ['has a clock that waits', { starts: { event: 'dissented' } }, [], {}],
    [
      'has words that speak of one, and a clock that waits',
      { ...WORDS, protectsChild: true, starts: { event: 'dissented' } },
      [],
      {},
    ],
  ])('is a deadline of its own where the stage %s', (_, more, log, changes) => {
    expect(from([clock(more)], log, changes)).toEqual([
      ['reply', null],
      ['protects-child', protectBy],
    ]);
  });

  test('is a deadline of its own where the clock with a date does not run', () => {
    expect(from([clock({ when: { fact: { danger: true } } })])).toEqual([['protects-child', protectBy]]);
  });

  test.each<readonly [words: string, clock: object, log: readonly Fields[]]>([
    [
      'by the priority of the case',
      { ...WORDS, byPriority: { high: days(10) } },
      [{ type: 'changed', priority: 'high' }],
    ],
    ['that was chosen', { ...WORDS, chosen: ['agreed'] }, [set('agreed', '2026-12-04')]],
  ])('competes with a date %s', (_, more, log) => {
    expect(from([clock(more)], log)).toEqual([['reply', protectBy]]);
  });

  test('of its own runs from when it was set, firmly, for the side that raised the case', () => {
    const log = [{}, set('protects-child', protectBy)];
    const found = under([clock({ ...WORDS, clauses: ['small.danger'] })], log, TUESDAY)[1]!;
    expect(found).toMatchObject({
      id: 'protects-child',
      clauses: ['small.danger'],
      stage: 'talk',
      owner: 'raising',
      start: '2026-11-23',
      due: protectBy,
      dueAt: null,
      firmness: 'firm',
      status: 'on-track',
      words: { key: 'candidate.protects-child', values: { due: protectBy } },
    });
    expect(found.explanation).toMatchObject({ start: '2026-11-23', skipped: [], clauses: ['small.danger'] });
    expect(candidates(found)).toEqual([['protects-child', protectBy, true]]);
  });

  test('of its own rests on what the policy says of such dates, where the stage has no clock', () => {
    const clauses = (changes: Changes) => under([], [{ protectBy }], MONDAY, changes)[0]!.clauses;
    const protects = clock({ protectsChild: true, clauses: ['small.danger', 'small.top'] });
    expect(clauses({})).toEqual([]);
    expect(clauses({ 'stages/1/clocks': [clock(), protects] })).toEqual(['small.danger']);
    expect(clauses({ timescales: [{ ...protects, scope: 'stage', stages: ['top'] }] })).toEqual(['small.danger']);
  });

  test('of its own is met when the case ends there, and keeps to what was so then', () => {
    const resolved = (at: string) => ({ type: 'resolved', at, outcome: 'Agreed', outstanding: '' });
    const after = (...log: readonly Fields[]) => {
      const found = under([clock(WORDS)], [{ protectBy }, ...log], '2026-12-01T10:00:00Z')[1]!;
      return [found.due, found.status];
    };
    expect(after()).toEqual([protectBy, 'overdue']);
    expect(after(resolved(TUESDAY))).toEqual([protectBy, 'met']);
    expect(after(resolved('2026-11-27T10:00:00Z'))).toEqual([protectBy, 'met-late']);
    const since = { ...set('protects-child', '2026-11-24'), at: '2026-11-30T10:00:00Z' };
    expect(after(resolved(WEDNESDAY), since)).toEqual([protectBy, 'met']);
  });

  test('goes with the case to its next stage', () => {
    const log = [{ protectBy }, up('managers')];
    const found = under([clock(LATE_CLOCK)], log, TUESDAY).map(({ id, stage, due }) => [id, stage, due]);
    expect(found).toEqual([
      ['reply', 'talk', protectBy],
      ['soon', 'managers', null],
      ['protects-child', 'managers', protectBy],
    ]);
  });
});

describe('the deadlines of a case', () => {
  test('are none before it is opened', () => {
    const timescales = [clock({ id: 'cap', scope: 'case' })];
    expect(caseUnder({ timescales }, []).at().deadlines).toEqual([]);
  });

  test('are numbered where a stage is entered again', () => {
    const log = [{}, up('managers'), up('talk'), up('managers'), up('talk')];
    const timescales = [clock({ id: 'update', scope: 'stage', stages: ['talk'] })];
    expect(under([clock()], log, TUESDAY, { timescales }).map(({ id, stage }) => [id, stage])).toEqual([
      ['reply', 'talk'],
      ['update@talk', 'talk'],
      ['soon', 'managers'],
      ['reply#2', 'talk'],
      ['update@talk#2', 'talk'],
      ['soon#2', 'managers'],
      ['reply#3', 'talk'],
      ['update@talk#3', 'talk'],
    ]);
  });

  test('leave out a cap that is not for the case', () => {
    const timescales = [clock({ id: 'cap', scope: 'case', when: { fact: { danger: true } } })];
    const found = (facts: object) => under([], [{ facts }], MONDAY, { timescales }).map(({ id }) => id);
    expect(found({ danger: true })).toEqual(['cap']);
    expect(found({})).toEqual([]);
  });

  test('take what was stopped in an earlier stage as having met a cap, not a clock of a later one', () => {
    const stops = { event: 'discussed' };
    const log = [{}, discussed('2026-11-20T12:00:00Z'), up('managers')];
    const changes = { timescales: [clock({ id: 'cap', scope: 'case', stops })], 'stages/1/clocks': [clock({ stops })] };
    expect(under([], log, TUESDAY, changes).map(({ id, status }) => [id, status])).toEqual([
      ['reply', 'due-soon'],
      ['cap', 'met'],
    ]);
  });
});
