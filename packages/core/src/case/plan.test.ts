import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type Clock, type Policy, type Timescale } from '../policy/index.ts';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, duty } from '../../../../test/engine/small.ts';
import type { CaseEvent } from './events.ts';
import { conditionName, happeningKey, happeningsIn, planOf } from './plan.ts';

type Log = readonly Readonly<Record<string, unknown>>[];

const REVIEW = 'small.review';
const plan = (changes: Changes = {}) => planOf(changed(changes) as Policy);
const up = (to: string) => ({ type: 'escalated', to, because: 'unresolved', reason: 'It stands' });
const clock = (more: object) => ({
  id: 'reply',
  clauses: ['small.talk'],
  owner: 'receiving',
  within: null,
  words: 'soon',
  firmness: 'firm',
  ...more,
});

test('a plan is made once for each policy', () => {
  const policy = changed({}) as Policy;
  expect(planOf(policy)).toBe(planOf(policy));
  expect(planOf(policy)).not.toBe(planOf(changed({}) as Policy));
});

describe('a happening', () => {
  const event = (more: object) => ({ id: 'e1', at: '', by: { side: 'raising' }, ...more }) as unknown as CaseEvent;

  test.each<[object, readonly string[]]>([
    [{ type: 'discussed' }, ['discussed', 'discussed:raising']],
    [{ type: 'discussed', by: undefined }, ['discussed']],
    [{ type: 'done', clause: REVIEW }, ['done', 'done:raising', `done:${REVIEW}`]],
    [{ type: 'consulted', side: 'receiving' }, ['consulted', 'consulted:receiving']],
    [{ type: 'consulted' }, ['consulted', 'consulted:raising']],
    [{ type: 'consulted', by: undefined }, ['consulted']],
    [{ type: 'progressed', side: 'receiving' }, ['progressed', 'progressed:receiving']],
    [{ type: 'updated', side: 'receiving' }, ['updated', 'updated:raising']],
  ])('in %j goes by its type, its side and its clause', (fields, names) => {
    expect(happeningsIn(event(fields))).toEqual(names);
  });

  test.each<[Parameters<typeof happeningKey>[0], string]>([
    [{ event: 'discussed' }, 'discussed'],
    [{ event: 'discussed', side: 'raising' }, 'discussed:raising'],
    [{ done: REVIEW }, `done:${REVIEW}`],
  ])('that is waited for as %j has the same name', (happening, name) => {
    expect(happeningKey(happening)).toBe(name);
  });
});

test('the conditions of a stage’s clock, of a time for every stage and of what stands in their place have names of their own', () => {
  const own = { id: 'soon' } as Clock;
  const general = { id: 'soon', scope: 'stage' } as Timescale;
  const other = { id: 'late', scope: 'stage' } as Timescale;
  const names = [own, general, other].flatMap((each) => [
    conditionName(each),
    conditionName(each, 0),
    conditionName(each, 1),
  ]);
  expect(new Set(names).size).toBe(9);
});

describe('a clause of which a condition asks whether it was done', () => {
  const instead = [{ when: { done: [REVIEW] }, within: null, words: 'now', clauses: ['small.talk'] }];
  const guard = { id: 'g', verb: 'should', before: [{ action: 'close' }], text: 'First', clauses: ['small.talk'] };
  const callout = { id: 'c', kind: 'advice', text: 'Do', clauses: ['small.talk'] };

  test.each<[string, (when: object) => object]>([
    ['a stage', (when) => ({ 'stages/2/when': when })],
    ['a clock', (when) => ({ 'stages/0/clocks/0': clock({ when }) })],
    ['a time of all stages', (when) => ({ timescales: [clock({ scope: 'stage', when })] })],
    ['what stands in a clock’s place', (when) => ({ 'stages/0/clocks/0/instead': [{ ...instead[0], when }] })],
    ['a way', (when) => ({ 'ways/0/when': when })],
    ['a duty', (when) => ({ duties: [duty({ when })] })],
    ['a callout', (when) => ({ callouts: [{ ...callout, when }] })],
    ['a question', (when) => ({ 'asks/0/when': when })],
    [
      'what stands in a stage’s place',
      (when) => ({ 'stages/0/instead': [{ when, meets: {}, clauses: ['small.talk'] }] }),
    ],
    ['what stands in a duty’s place', (when) => ({ duties: [duty({ instead: [{ when, clauses: ['small.talk'] }] })] })],
  ])('is found in %s, however deep', (_, holder) => {
    const bare = { duties: [], guards: [], callouts: [] };
    const asked = (when: object) => plan({ ...bare, ...holder(when) }).conditionClauses;
    expect(asked({ done: [REVIEW] })).toEqual([REVIEW]);
    expect(asked({ any: [{ discussed: true }, { all: [{ not: { done: [REVIEW, 'small.talk'] } }] }] })).toEqual([
      REVIEW,
      'small.talk',
    ]);
    expect(asked({ discussed: true })).toEqual([]);
  });

  test.each<[string, (when: object) => object]>([
    ['a guard', (needs) => ({ ...guard, needs })],
    ['what waives a guard', (when) => ({ ...guard, needs: { discussed: true }, waived: { when } })],
  ])('is told apart in %s, however deep: it matters only where that can', (_, holder) => {
    const { conditionClauses, guardClauses } = plan({
      duties: [],
      callouts: [],
      guards: [holder({ any: [{ discussed: true }, { all: [{ not: { done: [REVIEW, 'small.talk'] } }] }] })],
    });
    expect(conditionClauses).toEqual([]);
    expect(guardClauses.map(({ clauses }) => [...clauses])).toEqual([[REVIEW, 'small.talk']]);
  });
});

describe('a duty’s condition is looked at again after', () => {
  const PARTIES = {
    raising: { agency: 'The Trust', sector: 'health' },
    receiving: { agency: 'Children’s Services', sector: 'social-care' },
  };
  test.each<[string, object, object]>([
    [
      'a change of the child’s status',
      { childStatus: ['unborn'] },
      { type: 'changed', child: { statuses: ['unborn'] } },
    ],
    ['a change of whom it is about', { subject: ['adult'] }, { type: 'changed', child: { subject: 'adult' } }],
    ['a change of the causes', { cause: ['thresholds'] }, { type: 'changed', causes: ['thresholds'] }],
    ['an answer', { fact: { danger: true } }, { type: 'changed', facts: { danger: true } }],
    ['a change of the priority', { priority: ['high'] }, { type: 'changed', priority: 'high' }],
    ['a change of the parties', { party: { sector: ['health'] } }, { type: 'changed', parties: PARTIES }],
    ['a decision', { decided: {} }, { type: 'decided', option: 'uphold' }],
    ['what is recorded as done', { done: [REVIEW] }, { type: 'done', clause: REVIEW }],
    ['consulting', { consulted: 'raising' }, { type: 'consulted', with: 'Lead', side: 'raising' }],
    ['a discussion', { discussed: true }, { type: 'discussed', channel: 'phone', summary: 'Said' }],
    ['dissent', { dissented: true }, { type: 'dissented', summary: 'No' }],
    ['a request for a conference', { conferenceRequested: true }, { type: 'conference-requested', reason: 'Risk' }],
  ])('%s, also as a part of more', (_, when, event) => {
    const arisen = (condition: object, log: Log) =>
      caseUnder({ duties: [duty({ when: condition })], stages: changedStages }, log).state.duties.length;
    for (const condition of [when, { any: [{ all: [when] }] }]) {
      expect([arisen(condition, [{}]), arisen(condition, [{}, event as never])]).toEqual([0, 1]);
    }
    const { on } = plan({ duties: [duty({ when })] });
    const deciding = EVENT_TYPES.filter((type) => on[type].decides);
    expect(deciding).toEqual(
      EVENT_TYPES.filter((type) => type === (event as { type: string }).type || type === 'reopened'),
    );
  });

  const changedStages = (changed({}) as Policy).stages;
});

describe('what there is to do at an event', () => {
  const types = (is: (handling: ReturnType<typeof planOf>['on']['opened']) => boolean, changes: Changes) => {
    const { on } = plan(changes);
    return EVENT_TYPES.filter((type) => is(on[type]));
  };
  const bare = { duties: [], timescales: [] };

  test.each<[string, object, readonly string[]]>([
    ['no clock', { stops: undefined }, []],
    ['a clock that an event stops', { stops: { event: 'discussed' } }, ['discussed']],
    ['a clock that one side stops', { stops: { event: 'updated', side: 'receiving' } }, ['updated']],
    ['a clock that a clause stops', { stops: { done: REVIEW } }, ['done']],
    [
      'a clock that an event starts',
      { starts: { event: 'discussed' }, stops: { event: 'decided' } },
      ['discussed', 'decided'],
    ],
    ['a clock that the first of several starts', { starts: { firstOf: ['opened', { done: REVIEW }] } }, ['done']],
    ['a clock that runs from a stage', { starts: { stage: 'talk' } }, []],
    ['a clock that runs from an answer', { starts: { answer: 'when' } }, []],
  ])('is remembering it for %s', (_, more, expected) => {
    expect(types(({ isWatched }) => isWatched, { ...bare, 'stages/0/clocks/0': clock(more) })).toEqual(expected);
    expect(types(({ isWatched }) => isWatched, { ...bare, timescales: [clock({ scope: 'case', ...more })] })).toEqual(
      expected,
    );
  });

  test('is meeting, raising and restarting the duties that it can', () => {
    const recurring = { every: { amount: 1, unit: 'weeks' }, restartedBy: ['updated'], stages: ['talk'] };
    const duties = [
      duty({ metBy: [{ event: 'discussed', side: 'raising' }, { done: REVIEW }] }),
      duty({ id: 'second', on: [{ event: 'dissented' }, { event: 'updated' }] }),
      duty({ id: 'third', on: [{ event: 'dissented' }], recurring }),
      duty({ id: 'fourth', metBy: [{ done: REVIEW }] }),
    ];
    const { on, metBy, bearing, dutiesOnEntering } = plan({ duties });
    expect(types(({ meets }) => meets, { duties })).toEqual(['discussed', 'done']);
    expect(types((handling) => handling.duties.length > 0, { duties })).toEqual(['updated', 'dissented']);
    expect(types(({ restarts }) => restarts.size > 0, { duties })).toEqual(['updated']);
    expect(on.dissented.duties.map((each) => each.duty.id)).toEqual(['second', 'third']);
    expect([...on.updated.restarts]).toEqual(['third']);
    expect([...metBy.get(`done:${REVIEW}`)!]).toEqual(['extra', 'fourth']);
    expect(bearing.get('small.danger')).toEqual(['extra', 'second', 'third', 'fourth']);
    expect(dutiesOnEntering.get('talk')?.map(({ id }) => id)).toEqual(['extra', 'fourth']);
  });

  test('is remembering a clause from which alone a duty arises', () => {
    const waits = (clause?: readonly string[]) => {
      const duties = [duty({ on: [{ event: 'done', clause }] })];
      return plan({ ...bare, duties, 'stages/0/clocks': [] });
    };
    expect(waits([REVIEW]).watched).toEqual(new Set([`done:${REVIEW}`]));
    expect(waits([REVIEW]).doneTriggers).toHaveLength(1);
    expect(waits().watched).toEqual(new Set());
    expect(waits().doneTriggers).toEqual([]);
  });
});

test('what a clock depended on is kept when its stage is left, whether its own or a time for all', () => {
  const when = { fact: { danger: false } };
  const instead = (fact: boolean) => [
    { when: { fact: { danger: fact } }, within: null, words: 'now', clauses: ['small.talk'] },
  ];
  const changes = {
    'stages/0/clocks': [clock({ when }), clock({ id: 'other', instead: [...instead(true), ...instead(false)] })],
    timescales: [clock({ id: 'all', scope: 'stage', when, instead: instead(false) })],
  };
  const { left } = caseUnder(changes, [{}, up('managers')]).state.visits[0]!;
  const of = (id: string, more = {}) => ({ id, ...more }) as Clock;
  expect(left?.held).toEqual(
    new Set([
      conditionName(of('reply')),
      conditionName(of('other'), 1),
      conditionName(of('all', { scope: 'stage' })),
      conditionName(of('all', { scope: 'stage' }), 0),
    ]),
  );
});
