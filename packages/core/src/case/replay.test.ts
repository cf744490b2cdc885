import { describe, expect, test } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, OPENING } from '../../../../test/engine/small.ts';
import { unopened } from './reading.ts';
import { replay } from './replay.ts';

type Fields = Readonly<Record<string, unknown>>;

const AT = '2026-11-20T11:00:00Z';
const up = (to: string, because = 'unresolved') => ({ type: 'escalated', to, because, reason: 'It stands' });
const RESOLVED = { type: 'resolved', outcome: 'Agreed' };
const WITHDRAWN = { type: 'withdrawn', reason: 'In error' };
const CLOSED = { type: 'closed', reason: 'Over' };
const REOPENED = { type: 'reopened', reason: 'Not settled' };
const UPDATED = { type: 'updated', summary: 'As before' };

const stateOf = (...log: readonly Fields[]) => caseUnder({}, log).state;
const stateUnder = (changes: Changes, ...log: readonly Fields[]) => caseUnder(changes, log).state;

const NOT_OPENED = {
  status: 'none',
  policy: null,
  calendar: null,
  opened: null,
  route: null,
  visits: [],
  bypassed: [],
  parties: null,
  child: { statuses: [] },
  causes: [],
  facts: {},
  priority: null,
  protectBy: null,
  duties: [],
  done: new Set(),
  consulted: new Set(),
  consultations: [],
  discussed: false,
  dissented: false,
  conferenceRequested: false,
  resolution: null,
  departures: [],
  first: new Map(),
  log: [],
  count: 0,
  last: null,
};

test('before anything is recorded, nothing is known', () => {
  expect(stateOf()).toMatchObject(NOT_OPENED);
  expect(unopened()).toMatchObject(NOT_OPENED);
});

test('the log is kept as it was given, with its number of events and the last', () => {
  const { state, events } = caseUnder({}, [{}, UPDATED]);
  expect(state.log).toBe(events);
  expect(state).toMatchObject({ count: 2, last: events[1] });
});

describe('the opening', () => {
  test('says what the case is', () => {
    const policy = { id: 'small', version: '1' };
    const calendar = { id: 'england-and-wales' };
    const child = { statuses: ['unborn'], reference: 'A-1' };
    const more = { policy, calendar, child, causes: ['thresholds'], facts: { danger: true }, priority: 'high' };
    const { state, events } = caseUnder({}, [{ ...more, protectBy: '2026-11-23' }]);
    expect(state).toMatchObject({
      ...more,
      status: 'open',
      opened: events[0],
      route: 'standard',
      parties: OPENING.parties,
      protectBy: { due: '2026-11-23', at: '2026-11-20T10:00:00Z', event: 'e1' },
    });
    expect(state.visits).toEqual([
      {
        stage: 'talk',
        at: '2026-11-20T10:00:00Z',
        event: 'e1',
        because: 'opened',
        left: null,
        tier: null,
        tiers: 0,
        decision: null,
        extension: null,
        dates: {},
        tierOf: {},
        conference: null,
        first: new Map(),
      },
    ]);
  });

  test('leaves open what it does not say', () => {
    const bare = { parties: undefined, child: undefined, causes: undefined, facts: undefined };
    const { policy, calendar, parties, child, causes, facts, priority, protectBy } = stateOf(bare);
    expect({ policy, calendar, parties, priority, protectBy }).toEqual({
      policy: null,
      calendar: null,
      parties: null,
      priority: null,
      protectBy: null,
    });
    expect({ child, causes, facts }).toEqual({ child: { statuses: [] }, causes: [], facts: {} });
  });

  test('counts once: another is noted and changes nothing', () => {
    const state = stateOf({}, { ...OPENING, type: 'opened', route: 'short', stage: 'first', priority: 'high' });
    expect(state).toMatchObject({ route: 'standard', priority: null, visits: [{ stage: 'talk' }] });
    expect(state.departures).toMatchObject([
      { kind: 'departure', event: 'e2', words: { values: { type: 'opened', reason: 'refusal.while-open' } } },
    ]);
  });
});

describe('a change', () => {
  const change = (fields: Fields) =>
    stateOf(
      { child: { statuses: ['unborn'], reference: 'A-1' }, causes: ['thresholds'] },
      { type: 'changed', ...fields },
    );
  const other = { agency: 'The Trust', sector: 'health' };

  test.each<[string, Fields, object]>([
    ['the child’s status', { child: { statuses: [] } }, { child: { statuses: [], reference: 'A-1' } }],
    [
      'whom it is about',
      { child: { subject: 'adult' } },
      { child: { statuses: ['unborn'], reference: 'A-1', subject: 'adult' } },
    ],
    ['the reference', { child: { reference: 'B-2' } }, { child: { statuses: ['unborn'], reference: 'B-2' } }],
    [
      'no field of the child that is unknown',
      { child: { name: 'A' } },
      { child: { statuses: ['unborn'], reference: 'A-1' } },
    ],
    ['one answer', { facts: { danger: true } }, { facts: { danger: true } }],
    ['the causes', { causes: [] }, { causes: [] }],
    ['the priority', { priority: 'high' }, { priority: 'high' }],
    ['one of the parties', { parties: { raising: other } }, { parties: { ...OPENING.parties, raising: other } }],
    ['the other party', { parties: { receiving: other } }, { parties: { ...OPENING.parties, receiving: other } }],
  ])('can be of %s, and leaves the rest', (_, fields, expected) => {
    const { child, causes, facts, priority, parties } = change(fields);
    expect({ child, causes, facts, priority, parties }).toStrictEqual({
      child: { statuses: ['unborn'], reference: 'A-1' },
      causes: ['thresholds'],
      facts: {},
      priority: null,
      parties: OPENING.parties,
      ...expected,
    });
  });

  test('of an answer keeps the others, and of parties where none were known names them', () => {
    expect(stateOf({ facts: { danger: true } }, { type: 'changed', facts: { late: true } }).facts).toEqual({
      danger: true,
      late: true,
    });
    const parties = { raising: other };
    expect(stateOf({ parties: undefined }, { type: 'changed', parties }).parties).toEqual(parties);
  });
});

describe('what is recorded of a case', () => {
  test.each<[string, Fields, object]>([
    ['a discussion', { type: 'discussed', channel: 'phone', summary: 'Said' }, { discussed: true }],
    ['dissent', { type: 'dissented', summary: 'No' }, { dissented: true }],
    ['a request for a conference', { type: 'conference-requested', reason: 'Risk' }, { conferenceRequested: true }],
    ['what was done', { type: 'done', clause: 'small.record' }, { done: new Set(['small.record']) }],
    [
      'a newer policy',
      { type: 'adopted', policy: { id: 'small', version: '2' } },
      { policy: { id: 'small', version: '2' }, calendar: null },
    ],
    [
      'another calendar',
      { type: 'adopted', calendar: { id: 'scotland' } },
      { calendar: { id: 'scotland' }, policy: null },
    ],
    [
      'a date that protects the child',
      { type: 'timescale-set', due: '2026-11-23', because: 'protects-child' },
      { protectBy: { due: '2026-11-23', at: AT, event: 'e2' } },
    ],
  ])('is %s', (_, event, expected) => {
    expect(stateOf({}, event)).toMatchObject(expected);
  });

  test('is nothing else where nothing else was said', () => {
    const { discussed, dissented, conferenceRequested, policy } = stateOf({}, UPDATED, {
      type: 'learned',
      summary: 'So',
    });
    expect({ discussed, dissented, conferenceRequested, policy }).toEqual({
      discussed: false,
      dissented: false,
      conferenceRequested: false,
      policy: null,
    });
  });

  test.each<[string, Fields, readonly string[], readonly string[]]>([
    ['the raising side', { with: 'Lead', side: 'raising' }, ['raising'], ['Lead']],
    ['the other side', { with: 'Lead', side: 'receiving' }, ['receiving'], []],
    ['the side of whoever wrote it down', { with: 'Lead', by: { side: 'receiving' } }, ['receiving'], []],
    ['the raising side where nobody is named', { with: 'Lead', by: undefined }, ['raising'], ['Lead']],
    ['nobody by name', { side: 'raising' }, ['raising'], []],
  ])('is who was consulted, and by which side: %s', (_, fields, sides, consultations) => {
    const state = stateOf({}, { type: 'consulted', ...fields });
    expect([[...state.consulted], state.consultations]).toEqual([sides, consultations]);
  });
});

describe('what is recorded of a stay', () => {
  const log = [{}, up('managers')];
  const stay = (...events: readonly Fields[]) => stateOf(...log, ...events).visits[1];
  const moment = { at: '2026-11-20T12:00:00Z', event: 'e3' };

  test('is the tier that it has come to', () => {
    expect(stay()).toMatchObject({ tier: null, tiers: 0 });
    const tier = (name: string) => ({ type: 'progressed', tier: name });
    expect(stay(tier('Head'), tier('Director'))).toMatchObject({ tier: 'Director', tiers: 2 });
  });

  test('is the decision, the longer time and the dates set for it', () => {
    expect(stay({ type: 'decided', option: 'uphold' })?.decision).toEqual({ option: 'uphold', ...moment });
    const longer = { until: '2026-12-01', reason: 'Leave' };
    expect(stay({ type: 'extended', ...longer, safe: true })?.extension).toEqual({ ...longer, ...moment });
    const set = { type: 'timescale-set', due: '2026-12-02', because: 'agreed' };
    expect(stay(set)?.dates).toEqual({ agreed: { due: '2026-12-02', ...moment } });
    expect(stateOf(...log, set).protectBy).toBeNull();
  });

  test.each<[string, Fields]>([
    ['progressed', { tier: 'Head' }],
    ['decided', { option: 'uphold' }],
    ['extended', { until: '2026-12-01', reason: 'Leave', safe: true }],
    ['timescale-set', { due: '2026-12-02', because: 'agreed' }],
    ['escalated', { to: 'top', because: 'urgent', reason: 'Now' }],
    ['resolved', { outcome: 'Agreed' }],
    ['reopened', { reason: 'Again' }],
    ['withdrawn', { reason: 'In error' }],
    ['closed', { reason: 'Over' }],
  ])('is nothing before the opening: %s', (type, fields) => {
    const state = stateOf({ type, ...fields });
    expect(state).toMatchObject({ status: 'none', visits: [], bypassed: [], resolution: null, count: 1 });
    expect(state.departures).toMatchObject([{ kind: 'departure', event: 'e1' }]);
  });
});

describe('a step up', () => {
  const bypassed = (changes: Changes, ...log: readonly Fields[]) => stateUnder(changes, ...log).bypassed;

  test('leaves the stage and enters another', () => {
    const { visits } = stateOf({ priority: 'high', protectBy: '2026-11-23' }, up('managers', 'early'));
    expect(visits).toMatchObject([
      {
        stage: 'talk',
        left: {
          at: AT,
          event: 'e2',
          how: 'escalated',
          priority: 'high',
          protectBy: { due: '2026-11-23' },
          held: new Set(),
        },
      },
      { stage: 'managers', at: AT, event: 'e2', because: 'early', left: null },
    ]);
  });

  test('to a stage that the policy does not know is noted and leads nowhere', () => {
    const state = stateOf({}, up('nowhere'));
    expect(state.visits).toMatchObject([{ stage: 'talk', left: null }]);
    expect(state.departures).toMatchObject([{ kind: 'departure', event: 'e2' }]);
  });

  test('opens a case again that was over', () => {
    expect(stateOf({}, RESOLVED, up('managers'))).toMatchObject({
      status: 'open',
      visits: [{ left: { how: 'resolved', event: 'e2' } }, { stage: 'managers', left: null }],
    });
  });

  test('jumps over what lies between, until the case comes to it', () => {
    expect(bypassed({}, {}, up('managers'))).toEqual([]);
    expect(bypassed({}, {}, up('top'))).toEqual(['managers']);
    expect(bypassed({}, {}, up('top'), up('managers'))).toEqual([]);
    expect(bypassed({}, {}, up('top'), up('talk'), up('top'))).toEqual(['managers']);
    expect(bypassed({}, {}, up('top'), up('first'))).toEqual(['managers']);
    expect(bypassed({}, {}, up('first'))).toEqual([]);
  });

  test('on a route that joins another jumps over what lies on it alone', () => {
    const stages = ['first', 'managers'];
    const short = { route: 'short', stage: 'first' };
    expect(bypassed({ 'routes/1/stages': stages }, short, up('top'))).toEqual(['managers']);
    expect(bypassed({}, short, up('top'))).toEqual([]);
    expect(bypassed({}, { stage: 'first' }, up('managers'))).toEqual(['talk']);
  });
});

describe('the end of a case', () => {
  test.each<[string, Fields]>([
    ['resolved', RESOLVED],
    ['withdrawn', WITHDRAWN],
    ['closed', CLOSED],
  ])('%s ends the stay as such', (how, end) => {
    const state = stateOf({}, end);
    expect(state.status).toBe(how);
    expect(state.visits).toMatchObject([{ left: { how, at: AT, event: 'e2' } }]);
  });

  test('is told by how the stay ended first', () => {
    const { status, visits } = stateOf({}, RESOLVED, CLOSED);
    expect(status).toBe('closed');
    expect(visits).toMatchObject([{ left: { how: 'resolved', event: 'e2' } }]);
  });

  test('is the result, which opening it again takes back with the end of the stay', () => {
    const { state, events } = caseUnder({}, [{}, RESOLVED]);
    expect(state.resolution).toBe(events[1]);
    expect(stateOf({}, RESOLVED, REOPENED)).toMatchObject({
      status: 'open',
      resolution: null,
      visits: [{ stage: 'talk', left: null }],
    });
  });
});

describe('when something first happened', () => {
  const clock = {
    id: 'reply',
    clauses: ['small.talk'],
    owner: 'receiving',
    within: null,
    words: 'Soon',
    firmness: 'firm',
  };
  const watching = (stops: object) => ({ timescales: [{ ...clock, scope: 'stage', stops }] });

  test('is kept for the case and for each stay, where a clock waits for it', () => {
    const log = [{}, UPDATED, UPDATED, up('managers'), UPDATED];
    const { first, visits } = stateUnder(watching({ event: 'updated' }), ...log);
    expect(first).toEqual(new Map([['updated', AT]]));
    expect(visits.map((visit) => [...visit.first])).toEqual([[['updated', AT]], [['updated', '2026-11-20T14:00:00Z']]]);
    expect(stateUnder({}, ...log).first).toEqual(new Map());
  });

  test('counts a step in the stay to which it leads', () => {
    const { visits } = stateUnder(watching({ event: 'escalated' }), {}, up('managers'));
    expect(visits.map((visit) => [...visit.first])).toEqual([[], [['escalated', AT]]]);
  });

  test('is of the side and the clause for which the clock waits', () => {
    const side = stateUnder(watching({ event: 'updated', side: 'receiving' }), {}, UPDATED, {
      ...UPDATED,
      by: { side: 'receiving' },
    });
    expect(side.first).toEqual(new Map([['updated:receiving', '2026-11-20T12:00:00Z']]));
    const done = (clause: string) => ({ type: 'done', clause });
    const clause = stateUnder(watching({ done: 'small.review' }), {}, done('small.record'), done('small.review'));
    expect(clause.first).toEqual(new Map([['done:small.review', '2026-11-20T12:00:00Z']]));
  });

  test('is kept for the case alone before the opening', () => {
    const { first, visits } = stateUnder(watching({ event: 'updated' }), UPDATED);
    expect([first.size, visits.length]).toEqual([1, 0]);
  });
});

describe('what departs from the policy', () => {
  test('is nothing where all is as it should be', () => {
    expect(stateOf({}, UPDATED).departures).toEqual([]);
  });

  test('is noted with the clauses and the reason, and taken', () => {
    const state = stateOf({}, { type: 'decided', option: 'uphold' });
    expect(state.departures).toEqual([
      {
        kind: 'departure',
        event: 'e2',
        clauses: ['small.talk'],
        words: {
          key: 'warning.departure',
          values: { type: 'decided', reason: 'refusal.no-decision' },
          texts: [{ key: 'refusal.no-decision' }],
        },
      },
    ]);
    expect(state.visits).toMatchObject([{ decision: { option: 'uphold' } }]);
  });

  test('names an event that cannot be read, by its id or its place, and leaves it aside', () => {
    const broken = { type: 'updated', at: 'yesterday', summary: 'As before' };
    const state = stateOf({}, broken, { ...broken, id: 7 }, UPDATED);
    expect(state.departures).toMatchObject([
      {
        kind: 'malformed-event',
        event: 'e2',
        clauses: [],
        words: { key: 'warning.malformed', values: { field: 'at' } },
      },
      { kind: 'malformed-event', event: '3' },
    ]);
    expect(state).toMatchObject({ count: 4, last: { id: 'e4' } });
    expect(stateOf({}, broken).last?.id).toBe('e1');
  });

  test('names what is no event at all by its place', () => {
    const { departures } = replay(changed({}) as Policy, [null as never]);
    expect(departures).toMatchObject([{ kind: 'malformed-event', event: '1', words: { values: { field: '' } } }]);
  });

  test('says of what cannot be read what would be right', () => {
    const [fault] = stateOf({}, { type: 'updated', at: 'yesterday', summary: 'As before' }).departures;
    expect(fault?.words.values?.allowed).toMatch(/ISO 8601/);
  });

  const guard = (action: string, more: object = {}) => ({
    id: 'talk',
    verb: 'should',
    before: [{ action, ...more }],
    needs: { discussed: true },
    text: 'Talk first',
    clauses: ['small.talk'],
  });
  const unmet = (guards: readonly object[], ...log: readonly Fields[]) =>
    stateUnder({ guards }, ...log).departures.filter(({ kind }) => kind === 'guard-unmet');

  const noted = (event: string) => ({
    kind: 'guard-unmet',
    event,
    clauses: ['small.talk'],
    words: { key: 'warning.guard', values: { guard: 'Talk first' }, own: ['guard'] },
    guard: 'talk',
  });

  test('is a guard that was passed unmet, at the opening or a step up', () => {
    expect(unmet([guard('open', { to: ['talk'] })], {})).toEqual([noted('e1')]);
    expect(unmet([guard('open', { to: ['managers'] })], {})).toEqual([]);
    expect(unmet([guard('escalate', { to: ['managers'] })], {}, up('managers'))).toEqual([noted('e2')]);
    expect(unmet([guard('escalate', { to: ['top'] })], {}, up('managers'))).toEqual([]);
  });

  test('is one at every action that it stands before', () => {
    expect(unmet([guard('resolve')], {}, UPDATED, RESOLVED)).toEqual([noted('e3')]);
    expect(unmet([guard('update')], {}, UPDATED, RESOLVED)).toEqual([noted('e2')]);
  });

  test('is none before what meets guards or puts the record right, nor one that was waived for the reason', () => {
    expect(unmet([guard('learn')], {}, RESOLVED, { type: 'learned', summary: 'x' })).toEqual([]);
    const waived = { ...guard('escalate'), waived: { because: ['urgent'] } };
    expect(unmet([waived], {}, up('top', 'urgent'))).toEqual([]);
    expect(unmet([waived], {}, up('managers'))).toHaveLength(1);
  });

  test('looks at an opening as the case is then, and at a step as it has become', () => {
    const needs = { fact: { danger: true } };
    expect(unmet([{ ...guard('open'), needs }], { facts: { danger: true } })).toEqual([]);
    expect(unmet([{ ...guard('open'), needs }], {})).toHaveLength(1);
    expect(unmet([{ ...guard('escalate'), needs }], { facts: { danger: true } }, up('managers'))).toEqual([]);
  });
});

test('conditions are looked at again when what they ask for happens, and not before', () => {
  const duty = { id: 'extra', kind: 'act', text: 'Do it', clauses: ['small.danger'], owner: 'raising', by: null };
  const after = { ...duty, on: [{ event: 'updated' }], when: { discussed: true } };
  const discussed = { type: 'discussed', channel: 'phone', summary: 'Said' };
  const arose = (...log: readonly Fields[]) => stateUnder({ duties: [after] }, ...log).duties.map(({ at }) => at);
  expect(arose({}, UPDATED)).toEqual([]);
  expect(arose({}, UPDATED, discussed)).toEqual(['2026-11-20T12:00:00Z']);
  expect(arose({}, discussed, UPDATED)).toEqual(['2026-11-20T12:00:00Z']);
});
