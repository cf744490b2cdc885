import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder, OPENING } from '../../../../test/engine/small.ts';
import type { Policy } from '../policy/index.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { asIfOpened, asksAt, childOf, firstStage, unansweredAsks } from './opening.ts';
import { newVisit } from './state.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Why a case is not opened: the text with what it says, its clauses, its field. Null where it is opened. */
function refusedFor(fields: Fields, changes: Changes = {}, before: readonly Fields[] = []) {
  const { policy, state } = caseUnder(changes, before);
  const command = { action: 'open', at: '2026-11-20T20:00:00Z', by: { side: 'raising' }, ...OPENING, ...fields };
  const decided = decide(policy, state, command as unknown as Command);
  if (decided.accepted) return null;
  const { text, clauses, field } = decided.refusal;
  expect(decided.refusal.clause).toBe(clauses[0]);
  return [text.key, text.values ?? {}, clauses, field];
}

const found = (what: string, allowed: string) => ({ found: what, allowed });
const guard = (verb: string) => ({
  id: 'asked',
  verb,
  before: [{ action: 'open', to: ['talk'] }],
  needs: { fact: { danger: true } },
  text: 'Ask about danger',
  clauses: ['small.danger'],
});
const elsewhere = { 'causes/0/leadsTo': 'Complaints', 'causes/1/leadsTo': 'The court', 'causes/1/routes': undefined };
const danger = { when: { fact: { danger: true } } };
const ask = (more: object) => ({
  id: 'extra',
  kind: 'text',
  label: 'What?',
  clauses: ['small.record'],
  stages: ['talk'],
  verb: 'must',
  ...more,
});

describe('a case is not opened', () => {
  test.each<[what: string, fields: Fields, changes: Changes, refusal: unknown[]]>([
    [
      'on a route that the policy has not',
      { route: 'long' },
      {},
      ['refusal.route', { allowed: 'standard, short' }, [], 'route'],
    ],
    ['on no route', { route: 7 }, {}, ['refusal.route', { allowed: 'standard, short' }, [], 'route']],
    [
      'at a stage that its route has not',
      { stage: 'first' },
      {},
      ['refusal.stage', { allowed: 'talk, managers, top' }, [], 'stage'],
    ],
    ['with a wrong answer', { causes: 7 }, {}, ['refusal.field', { allowed: 'a list of texts' }, [], 'causes']],
    [
      'for a cause that the policy has not',
      { causes: ['thresholds', 'cost'] },
      {},
      ['refusal.cause', found('cost', 'thresholds, conference'), [], 'causes'],
    ],
    [
      'for a cause of another route',
      { causes: ['conference'] },
      {},
      ['refusal.cause', found('conference', 'thresholds, conference'), [], 'causes'],
    ],
    [
      'for a cause that belongs elsewhere',
      { causes: ['thresholds'] },
      elsewhere,
      ['refusal.elsewhere', { to: 'Complaints' }, ['small.causes'], 'causes'],
    ],
    [
      'for causes that all belong elsewhere',
      { causes: ['thresholds', 'conference'] },
      elsewhere,
      ['refusal.elsewhere', { to: 'Complaints; The court' }, ['small.causes', 'small.causes'], 'causes'],
    ],
    [
      'for causes that belong to one place elsewhere, which is named once',
      { causes: ['thresholds', 'conference'] },
      { ...elsewhere, 'causes/1/leadsTo': 'Complaints' },
      ['refusal.elsewhere', { to: 'Complaints' }, ['small.causes', 'small.causes'], 'causes'],
    ],
    [
      'about a subject that the policy is not about',
      { child: { statuses: [], subject: 'child' } },
      { subjects: ['adult', 'unborn-child'] },
      ['refusal.subject', found('child', 'adult, unborn-child'), [], 'child'],
    ],
    [
      'with a priority that the policy has not',
      { priority: 'low' },
      { 'priorities/1': { id: 'top', label: 'Top', clauses: [] } },
      ['refusal.priority', found('low', 'high, top'), [], 'priority'],
    ],
    [
      'with a priority where the policy has none',
      { priority: 'low' },
      { priorities: [] },
      ['refusal.priority', found('low', '–'), [], 'priority'],
    ],
    [
      'at a stage for other cases',
      {},
      { 'stages/0/when': { fact: { danger: true } } },
      ['refusal.stage-not-here', { stage: 'Step A' }, ['small.talk'], 'stage'],
    ],
    [
      'before what must come first',
      {},
      { 'guards/1': guard('must') },
      ['refusal.guard', { guard: 'Ask about danger' }, ['small.danger'], undefined],
    ],
    [
      'with a day from which no time can be counted',
      { extra: 'Friday' },
      { 'asks/1': ask({ kind: 'date', verb: 'may' }) },
      ['refusal.field', { allowed: 'a civil date, YYYY-MM-DD' }, ['small.record'], 'extra'],
    ],
    [
      'without what must be answered',
      {},
      { 'asks/1': ask({}) },
      ['refusal.ask', { ask: 'What?' }, ['small.record'], 'extra'],
    ],
  ])('%s', (_, fields, changes, refusal) => {
    expect(refusedFor(fields, changes)).toEqual(refusal);
  });

  test('twice', () => {
    expect(refusedFor({}, {}, [{}])).toEqual(['refusal.while-open', {}, ['small.talk'], 'action']);
  });
});

describe('a case is opened', () => {
  test.each<[what: string, fields: Fields, changes?: Changes]>([
    ['with what is asked', {}],
    ['for a cause of its own route', { route: 'short', stage: 'first', causes: ['conference'] }],
    ['for a cause of any route', { route: 'short', stage: 'first', causes: ['thresholds'] }],
    ['where one of its causes does not belong elsewhere', { causes: ['thresholds', 'cost'] }, oneElsewhere()],
    ['without causes', { causes: undefined }],
    ['about one of the subjects', { child: { statuses: [], subject: 'adult' } }, { subjects: ['adult'] }],
    ['about anybody where the policy does not say', { child: { statuses: [], subject: 'adult' } }],
    ['about one of the subjects, not said which', { child: undefined }, { subjects: ['adult'] }],
    ['with a priority of the policy', { priority: 'high' }],
    ['at a stage that is for it', { facts: { danger: true } }, { 'stages/0/when': danger.when }],
    ['where what must come first is so', { facts: { danger: true } }, { 'guards/1': guard('must') }],
    ['before what only should come first', {}, { 'guards/1': guard('should') }],
    ['with a day that is one', { extra: '2026-11-16' }, { 'asks/1': ask({ kind: 'date' }) }],
    ['without a day that may be given', { extra: ' ' }, { 'asks/1': ask({ kind: 'date', verb: 'may' }) }],
    ['with a text that is no day, where none is asked', { extra: 'Friday' }, { 'asks/1': ask({}) }],
    ['without what only should be answered', {}, { 'asks/1': ask({ verb: 'should' }) }],
    ['without what is asked at another stage', {}, { 'asks/1': ask({ stages: ['top'] }) }],
    ['without what is asked in other cases', {}, { 'asks/1': ask(danger) }],
  ])('%s', (_, fields, changes) => {
    expect(refusedFor(fields, changes)).toBeNull();
  });

  function oneElsewhere(): Changes {
    return {
      'causes/0/leadsTo': 'Complaints',
      'causes/1': { id: 'cost', label: 'Cost', clauses: ['small.causes'] },
    };
  }
});

test('a log may open a case without saying who it is about', () => {
  const { state } = caseUnder({ subjects: ['adult'] }, [{ child: undefined }]);
  expect([state.child, state.departures]).toEqual([{ subject: 'adult', statuses: [] }, []]);
});

describe('an answer', () => {
  const person = (name: unknown, contact: unknown) => ({ name, contact });

  test.each<[kind: string, answer: unknown, isOne: boolean]>([
    ['text', 'Yes', true],
    ['text', ' ', false],
    ['text', 7, false],
    ['text', undefined, false],
    ['long-text', 'At length', true],
    ['date', '2026-11-16', true],
    ['date', 'Friday', false],
    ['date', '', false],
    ['person', person('A. Head', '01'), true],
    ['person', person('A. Head', ' '), false],
    ['person', person('', '01'), false],
    ['person', person('A. Head', undefined), false],
    ['person', 'A. Head', false],
    ['person', null, false],
  ])('to a question for a %s: %j, %j', (kind, answer, isOne) => {
    const { policy, state } = caseUnder({ 'asks/1': ask({ kind }) }, []);
    const unanswered = unansweredAsks(policy, state, { ...OPENING, extra: answer } as never);
    expect(unanswered.map(({ id }) => id)).toEqual(isOne ? [] : ['extra']);
  });

  test('is asked for at the stages that the question names, in the cases that it is for', () => {
    const { policy, state } = caseUnder({ 'asks/1': ask(danger), 'asks/0/stages': ['talk', 'top'] }, []);
    const asked = (stage: string, facts = {}) => asksAt(policy, { ...state, facts }, stage).map(({ id }) => id);
    expect(asked('talk')).toEqual(['manager']);
    expect(asked('talk', { danger: true })).toEqual(['manager', 'extra']);
    expect(asked('managers')).toEqual([]);
  });
});

describe('as it would be opened', () => {
  const { policy, state } = caseUnder({}, []);

  test('a case is about what the opening says', () => {
    const said = {
      ...OPENING,
      child: { statuses: ['unborn'] },
      causes: ['thresholds'],
      facts: { danger: true },
      priority: 'high',
    };
    const { route, parties, child, causes, facts, priority } = said;
    expect(asIfOpened(policy, state, said as never)).toEqual({
      ...state,
      status: 'open',
      opened: said,
      route,
      visits: [newVisit('talk', 'opened', { at: '', event: '' })],
      parties,
      child,
      causes,
      facts,
      priority,
    });
  });

  test('a case of which nothing is said is about nothing known', () => {
    const opening = { route: 'standard', stage: 'talk' };
    expect(asIfOpened(policy, state, opening as never)).toMatchObject({
      parties: null,
      child: { statuses: [] },
      causes: [],
      facts: {},
      priority: null,
    });
  });

  test.each<[subjects: string[] | undefined, child: object | undefined, about: object]>([
    [undefined, undefined, { statuses: [] }],
    [['adult', 'unborn-child'], undefined, { subject: 'adult', statuses: [] }],
    [['adult', 'child'], undefined, { statuses: [] }],
    [['adult', 'unborn-child'], { subject: 'unborn-child' }, { subject: 'unborn-child', statuses: [] }],
    [undefined, { statuses: ['unborn'], reference: 'C 7' }, { statuses: ['unborn'], reference: 'C 7' }],
  ])('under a policy about %j, %j is about %j', (subjects, child, about) => {
    expect(childOf({ subjects } as Policy, { child } as never)).toEqual(about);
  });

  test.each<[what: string, opening: Fields, stage: string | undefined]>([
    ['the first of the route', { route: 'short' }, 'first'],
    ['the first that is for the case', {}, 'managers'],
    ['the first where it is for the case', { facts: { danger: true } }, 'talk'],
    ['the first of all where the opening is wrong, which is told next', { facts: 7 }, 'talk'],
    ['none where there is no such route', { route: 'long' }, undefined],
  ])('it opens at %s', (_, opening, stage) => {
    const some = caseUnder({ 'stages/0/when': danger.when }, []);
    expect(firstStage(some.policy, some.state, { ...BARE, ...opening })).toBe(stage);
  });

  test('it opens at the first of all where none is for it', () => {
    const none = Object.fromEntries([0, 1, 3].map((i) => [`stages/${i}/when`, danger.when]));
    const some = caseUnder(none, []);
    expect(firstStage(some.policy, some.state, BARE)).toBe('talk');
  });

  const { stage: _, ...unnamed } = OPENING;
  const BARE = { ...unnamed, at: '2026-11-20T20:00:00Z' };
});
