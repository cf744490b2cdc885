import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../../test/conformance/changed-policy.ts';
import { caseUnder } from '../../../../test/engine/small.ts';
import type { Action } from '../policy/index.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { replay } from './replay.ts';
import { canExtend, canSetDate, clausesFor } from './rules.ts';

type Fields = Readonly<Record<string, unknown>>;
type Log = readonly Fields[];

/** Why an action is refused: the text with what it says, its clauses, its field. Null where it is taken. */
function refusedFor(command: Fields, log?: Log, changes: Changes = {}) {
  const { policy, state } = caseUnder(changes, log);
  const given = { at: '2026-11-20T20:00:00Z', by: { side: 'raising' }, ...command };
  const decided = decide(policy, state, given as unknown as Command);
  if (decided.accepted) return null;
  const { text, clauses, field } = decided.refusal;
  expect(decided.refusal.clause).toBe(clauses[0]);
  return [text.key, text.values ?? {}, clauses, field];
}

const TEXT = 'text that is not blank, up to 100000 characters';
const up = (to: string, because = 'unresolved') => ({ type: 'escalated', to, because, reason: 'It stands' });
const AT_MANAGERS = [{}, up('managers')];
const AT_TOP = [{}, up('top', 'urgent')];
const RESOLVED = [{}, { type: 'resolved', outcome: 'Agreed', outstanding: '' }];
const danger = { fact: { danger: true } };
const guard = (verb: string, action: string) => ({
  id: 'asked',
  verb,
  before: [{ action }],
  needs: danger,
  text: 'Ask about danger',
  clauses: ['small.danger', 'small.record'],
});
const FIRST_ASK = ['refusal.guard', { guard: 'Ask about danger' }, ['small.danger', 'small.record'], undefined];

test.each<[status: string, log: Log, clauses: string[]]>([
  ['none', [], []],
  ['resolved', RESOLVED, ['small.talk']],
  ['withdrawn', [...AT_MANAGERS, { type: 'withdrawn', reason: 'Moved' }], ['small.managers']],
])('while a case is %s an action is refused on where it stands', (status, log, clauses) => {
  expect(refusedFor({ action: 'update', summary: 'As before' }, log)).toEqual([
    `refusal.while-${status}`,
    {},
    clauses,
    'action',
  ]);
});

describe('a step up is refused', () => {
  const go = { action: 'escalate', to: 'top', because: 'urgent', reason: 'Now' };

  test('where the policy gives no way, with those that it gives', () => {
    expect(refusedFor({ ...go, to: 'first' })).toEqual([
      'refusal.no-way',
      { found: 'first', allowed: 'top, managers' },
      ['small.talk'],
      'to',
    ]);
  });

  test('for a reason that the policy does not give for it, with those that it gives', () => {
    const changes = { 'ways/0/because': ['urgent', 'conference-refused'] };
    expect(refusedFor({ ...go, because: 'early' }, [{}], changes)).toEqual([
      'refusal.no-reason',
      { found: 'early', allowed: 'urgent, conference-refused' },
      ['small.talk'],
      'because',
    ]);
  });

  test('before what must come first, and not before what should', () => {
    const step = { ...go, to: 'managers', because: 'unresolved' };
    expect(refusedFor(step)).toBeNull();
    expect(refusedFor(step, [{}], { 'guards/0/verb': 'must' })).toEqual([
      'refusal.guard',
      { guard: 'Tell the managers first' },
      ['small.managers.told'],
      undefined,
    ]);
    expect(refusedFor(go, [{}], { 'guards/0/verb': 'must' })).toBeNull();
    const told = { type: 'done', clause: 'small.managers.told' };
    expect(refusedFor(step, [{}, told], { 'guards/0/verb': 'must' })).toBeNull();
  });

  test('before what must come first for its reason alone', () => {
    const changes = { 'guards/0': { ...guard('must', 'escalate'), waived: { because: ['urgent'] } } };
    expect(refusedFor(go, [{}], changes)).toBeNull();
    expect(refusedFor({ ...go, to: 'managers', because: 'early' }, [{}], changes)).toEqual(FIRST_ASK);
  });

  test('without saying why, on the clause of the way', () => {
    expect(refusedFor({ ...go, reason: undefined })).toEqual([
      'refusal.missing',
      { allowed: TEXT },
      ['small.danger'],
      'reason',
    ]);
  });

  test('without the approval that its way asks for', () => {
    const changes = { 'ways/0/approver': 'board' };
    expect(refusedFor(go, [{}], changes)).toEqual([
      'refusal.approver',
      { role: 'Board' },
      ['small.danger'],
      'approvedBy',
    ]);
    expect(refusedFor({ ...go, approvedBy: 'A. Chair' }, [{}], changes)).toBeNull();
  });

  test('without consulting whom its way asks for', () => {
    const changes = { 'ways/0/consultFirst': 'board' };
    expect(refusedFor(go, [{}], changes)).toEqual([
      'refusal.consult-first',
      { role: 'Board' },
      ['small.danger'],
      undefined,
    ]);
    expect(refusedFor(go, [{}, { type: 'consulted', with: 'The board', side: 'raising' }], changes)).toBeNull();
  });
});

describe('a date', () => {
  const extension = { extension: { clauses: ['small.review'] } };
  const BY_BOARD = { extension: { clauses: ['small.review'], approver: 'board' } };
  const extend = { action: 'extend', until: '2026-11-30', reason: 'Half term', safe: true };
  const set = { action: 'set-timescale', due: '2026-11-30', because: 'priority' };

  test.each<[what: string, command: Fields, refusal: unknown[] | null, log?: Log, changes?: Changes]>([
    [
      'cannot be put off where the policy does not say so',
      extend,
      ['refusal.no-extension', {}, ['small.talk'], 'action'],
      [{}],
      {},
    ],
    [
      'cannot be put off where there is none',
      extend,
      ['refusal.no-extension', {}, ['small.managers'], 'action'],
      AT_MANAGERS,
    ],
    ['can be put off', extend, null],
    ['can be put off with the approval that this needs', { ...extend, approvedBy: 'A. Chair' }, null, [{}], BY_BOARD],
    [
      'cannot be put off without that approval',
      extend,
      ['refusal.approver', { role: 'Board' }, ['small.review'], 'approvedBy'],
      [{}],
      BY_BOARD,
    ],
    ['can be put off to today', { ...extend, until: '2026-11-20' }, null],
    [
      'cannot be put off to yesterday',
      { ...extend, until: '2026-11-19' },
      ['refusal.date-past', { today: '2026-11-20' }, ['small.review'], 'until'],
    ],
    [
      'is put off where it is today',
      { ...extend, at: '2027-07-01T23:30:00Z', until: '2027-07-01' },
      ['refusal.date-past', { today: '2027-07-02' }, ['small.review'], 'until'],
    ],
    [
      'cannot be put off where that is not safe',
      { ...extend, safe: false },
      ['refusal.field', { allowed: 'true' }, ['small.review'], 'safe'],
    ],
    [
      'cannot be put off without saying until when',
      { ...extend, until: undefined },
      ['refusal.missing', { allowed: 'a civil date, YYYY-MM-DD, that exists' }, ['small.review'], 'until'],
    ],
    ['can be set where the policy leaves it to be chosen', set, null, AT_TOP],
    [
      'cannot be set for another reason',
      { ...set, because: 'agreed' },
      ['refusal.no-choice', {}, ['small.top'], 'because'],
      AT_TOP,
    ],
    ['cannot be set where the policy does not leave it', set, ['refusal.no-choice', {}, ['small.talk'], 'because']],
    ['can be set anywhere to protect the child', { ...set, because: 'protects-child' }, null],
    ['can be set to today', { ...set, because: 'protects-child', due: '2026-11-20' }, null],
    [
      'cannot be set to yesterday',
      { ...set, because: 'protects-child', due: '2026-11-19' },
      ['refusal.date-past', { today: '2026-11-20' }, ['small.talk'], 'due'],
    ],
    [
      'cannot be set without saying why',
      { ...set, because: undefined },
      ['refusal.missing', { allowed: 'one of agreed, protects-child, priority, raiser' }, [], 'because'],
    ],
  ])('%s', (_, command, refusal, log = [{}], changes = extension) => {
    expect(refusedFor(command, log, changes)).toEqual(refusal);
  });

  test('that depends on the priority can be put off, too', () => {
    const { policy, state } = caseUnder({ ...extension, 'stages/3/clocks/0/within': null }, AT_TOP);
    expect(canExtend(policy, state)).toBe(true);
    expect(canExtend(policy, caseUnder({}, []).state)).toBe(false);
  });

  test('can be set before a case is opened to protect the child alone', () => {
    const { policy, state } = caseUnder({}, []);
    expect(canSetDate(policy, state, 'protects-child')).toBe(true);
    expect(canSetDate(policy, state, 'priority')).toBe(false);
  });
});

describe('a decision', () => {
  const decide = { action: 'decide', option: 'uphold' };
  const own = { 'stages/3/decision/options/0/clauses': ['small.review'] };

  test.each<[what: string, refusal: unknown[] | null, fields?: Fields, log?: Log, changes?: Changes]>([
    ['is taken where the stage has one', null],
    ['is refused where the stage has none', ['refusal.no-decision', {}, ['small.talk'], 'action'], {}, [{}]],
    [
      'is refused where it does not say what was decided',
      ['refusal.missing', { allowed: TEXT }, ['small.top'], 'option'],
      { option: '' },
    ],
    [
      'is refused where it is none of the stage’s',
      ['refusal.option', { found: 'delay', allowed: 'uphold, overturn' }, ['small.top'], 'option'],
      { option: 'delay' },
    ],
    [
      'is refused for its panel',
      ['refusal.panel.missing', {}, ['small.top'], 'panel'],
      {},
      AT_TOP,
      { 'stages/3/decision/options/0/panel': { agencies: 2 } },
    ],
    [
      'is refused for its panel on the clause of the option',
      ['refusal.panel.missing', {}, ['small.review'], 'panel'],
      {},
      AT_TOP,
      { ...own, 'stages/3/decision/options/0/panel': { agencies: 2 } },
    ],
    [
      'is refused for the one who chairs',
      ['refusal.chair.uninvolved', {}, ['small.review'], 'chair'],
      { chair: { agency: 'Hill School' } },
      AT_TOP,
      { ...own, 'stages/3/decision/options/0/chair': { uninvolved: true } },
    ],
    [
      'is taken with the panel and the chair that are asked for',
      null,
      { panel: [{ agency: 'Police' }], chair: { agency: 'Police' } },
      AT_TOP,
      {
        'stages/3/decision/options/0/panel': { excludesParties: true },
        'stages/3/decision/options/0/chair': { uninvolved: true },
      },
    ],
  ])('%s', (_, refusal, fields = {}, log = AT_TOP, changes = {}) => {
    expect(refusedFor({ ...decide, ...fields }, log, changes)).toEqual(refusal);
  });
});

describe('what is recorded as done', () => {
  const done = (clause: string, duty?: string) => ({ action: 'done', clause, duty });
  const owed = caseUnder({}).state.duties.find(({ duty, owner }) => duty === 'record' && owner === 'receiving')!.id;
  const nothing = (clause: string, clauses: string[], field: string) => [
    'refusal.nothing-owed',
    { clause },
    clauses,
    field,
  ];

  test.each<[what: string, command: Fields, refusal: unknown[] | null, log?: Log]>([
    ['is a clause on which something unmet rests', done('small.record'), null],
    ['is no other clause', done('small.top'), nothing('small.top', ['small.top'], 'clause')],
    ['is nothing that is no clause', done('small.none'), nothing('small.none', [], 'clause')],
    ['needs its clause', done(''), ['refusal.missing', { allowed: TEXT }, [], 'clause']],
    ['is a duty that is owed', done('small.record', owed), null],
    ['is no duty that nobody knows', done('small.record', 'x'), nothing('small.record', ['small.record'], 'duty')],
    ['is no duty on another clause', done('small.top', owed), nothing('small.top', ['small.top'], 'duty')],
    [
      'is no duty that was done',
      done('small.record', owed),
      nothing('small.record', ['small.record'], 'duty'),
      [{}, { type: 'done', clause: 'small.record', duty: owed }],
    ],
  ])('%s', (_, command, refusal, log) => {
    expect(refusedFor(command, log)).toEqual(refusal);
  });
});

describe('the end', () => {
  const resolve = { action: 'resolve', outcome: 'Settled' };

  test('is refused without its outcome', () => {
    expect(refusedFor({ action: 'resolve' })).toEqual(['refusal.missing', { allowed: TEXT }, [], 'outcome']);
  });

  test('is refused in a way that no policy has', () => {
    expect(refusedFor({ ...resolve, result: 'settled' })).toEqual([
      'refusal.result',
      { found: 'settled', allowed: 'agreed, decision-upheld, dissent-recorded, policy-gap' },
      ['small.talk'],
      'result',
    ]);
  });

  test('is as agreed unless it says otherwise, in a way in which the stage can end', () => {
    const results = ['decision-upheld', 'policy-gap'];
    const refused = (found: string) => [
      'refusal.result',
      { found, allowed: 'decision-upheld, policy-gap' },
      ['small.talk'],
      'result',
    ];
    expect(refusedFor(resolve, [{}], { 'stages/0/results': results })).toEqual(refused('agreed'));
    expect(refusedFor({ ...resolve, result: 'dissent-recorded' }, [{}], { 'stages/0/results': results })).toEqual(
      refused('dissent-recorded'),
    );
    expect(refusedFor({ ...resolve, result: 'policy-gap' }, [{}], { 'stages/0/results': results })).toBeNull();
    expect(refusedFor({ ...resolve, result: 'dissent-recorded' })).toBeNull();
  });

  test.each<[string, Fields, Log]>([
    ['resolve', resolve, [{}]],
    ['close', { action: 'close', reason: 'All done' }, RESOLVED],
  ])('by %s is refused before what must come first', (action, command, log) => {
    expect(refusedFor(command, log)).toBeNull();
    expect(refusedFor(command, log, { 'guards/1': guard('should', action) })).toBeNull();
    expect(refusedFor(command, log, { 'guards/1': guard('must', 'open') })).toBeNull();
    expect(refusedFor(command, log, { 'guards/1': guard('must', action) })).toEqual(FIRST_ASK);
  });
});

describe('a change', () => {
  test('is refused where it changes nothing', () => {
    const allowed = 'child, facts, causes, parties, priority';
    expect(refusedFor({ action: 'change' })).toEqual(['refusal.one-of', { allowed }, [], 'child']);
    expect(refusedFor({ action: 'adopt' })).toEqual(['refusal.one-of', { allowed: 'policy, calendar' }, [], 'policy']);
  });

  test.each<Fields>([
    { action: 'change', child: { reference: 'C 7' } },
    { action: 'change', facts: { danger: true } },
    { action: 'change', causes: [] },
    { action: 'change', parties: { raising: { agency: 'Police', sector: 'police' } } },
    { action: 'change', priority: 'high' },
    { action: 'adopt', policy: { id: 'small' } },
    { action: 'adopt', calendar: { id: 'scotland' } },
  ])('is taken with one thing: %j', (command) => {
    expect(refusedFor(command)).toBeNull();
  });

  test.each<[unknown, unknown[]]>([
    ['low', ['refusal.priority', { found: 'low', allowed: 'high' }, [], 'priority']],
    [' ', ['refusal.missing', { allowed: TEXT }, [], 'priority']],
    [7, ['refusal.field', { allowed: TEXT }, [], 'priority']],
  ])('is refused to the priority %j', (priority, refusal) => {
    expect(refusedFor({ action: 'change', priority })).toEqual(refusal);
  });
});

describe('a correction', () => {
  const correct = (fields: Fields) => ({ action: 'correct', of: 'e2', ...fields });
  const LOG = [{}, { type: 'updated', summary: 'As before' }, { id: 'e2', type: 'learned', summary: 'Ask sooner' }];

  test.each<[what: string, fields: Fields, refusal: unknown[] | null]>([
    ['puts a field right', { summary: 'Better' }, null],
    ['puts right what it names apart', { fields: { at: '2026-11-19T10:00:00Z' } }, null],
    ['may say what the entry does not ask', { colour: 7 }, null],
    ['needs an entry', { of: 'e9', summary: 'Better' }, ['refusal.no-event', {}, [], 'of']],
    ['needs to say which', { of: undefined, summary: 'Better' }, ['refusal.no-event', {}, [], 'of']],
    ['needs something to put right', {}, ['refusal.nothing-corrected', {}, [], 'of']],
    [
      'needs more than what is its own',
      { id: 'e8', recorded: '2026-11-21T10:00:00Z', fields: {} },
      ['refusal.nothing-corrected', {}, [], 'of'],
    ],
    ['needs fields that are some', { fields: 'summary' }, ['refusal.nothing-corrected', {}, [], 'of']],
    ['puts nothing wrong', { summary: ' ' }, ['refusal.field', { allowed: TEXT }, [], 'summary']],
    [
      'is right itself',
      { at: 'today', summary: 'Better' },
      ['refusal.field', { allowed: 'an ISO 8601 instant with Z or an offset, of the years 1900 to 2999' }, [], 'at'],
    ],
  ])('%s', (_, fields, refusal) => {
    expect(refusedFor(correct(fields), LOG)).toEqual(refusal);
  });

  test('is of the first entry that has the id', () => {
    const again = { id: 'e2', type: 'discussed', channel: 'telephone', summary: 'Said' };
    expect(refusedFor(correct({ channel: 7 }), [...LOG.slice(0, 2), again])).toBeNull();
  });

  test('can be of what was put in the log since, past what is no entry at all', () => {
    const { policy, events } = caseUnder({}, LOG.slice(0, 2));
    const log = [null as unknown as CaseEvent, ...events.slice(0, 1)];
    const put = () => {
      const command = { ...correct({ summary: 'Better' }), at: '2026-11-20T20:00:00Z', by: { side: 'raising' } };
      const decided = decide(policy, replay(policy, log), command as unknown as Command);
      return decided.accepted || decided.refusal.text.key;
    };
    expect(put()).toBe('refusal.no-event');
    log.push(events[1]!);
    expect(put()).toBe(true);
  });
});

describe('what the policy may have nothing of', () => {
  const clauses = ['small.review'];

  test.each<[command: Fields, key: string, clauses: string[], changes: Changes]>([
    [{ action: 'progress', tier: 'Team' }, 'refusal.no-tiers', ['small.talk'], { 'stages/0/tiers': { clauses } }],
    [
      { action: 'request-conference', reason: 'Declined' },
      'refusal.no-conference',
      ['small.talk'],
      { conference: { clauses } },
    ],
  ])('%j is refused without it', (command, key, where, changes) => {
    expect(refusedFor(command)).toEqual([key, {}, where, 'action']);
    expect(refusedFor(command, [{}], changes)).toBeNull();
  });

  test.each<[Action, Changes]>([
    ['progress', { 'stages/0/tiers': { clauses } }],
    ['discuss', { 'stages/0/channels': { clauses } }],
    ['decide', { 'stages/0/decision': { clauses, options: [] } }],
    ['extend', { extension: { clauses } }],
    ['request-conference', { conference: { clauses } }],
    ['learn', { learning: { clauses } }],
    ['dissent', { dissent: { clauses } }],
    ['dissent', { dissent: { clauses, stages: ['top', 'talk'] } }],
  ])('%s rests on its clauses', (action, changes) => {
    const restingOn = (more: Changes, log?: Log) => {
      const { policy, state } = caseUnder(more, log);
      return clausesFor(policy, state, action);
    };
    expect(restingOn(changes)).toEqual(clauses);
    expect(restingOn({})).toEqual([]);
    expect(clausesFor(caseUnder(changes).policy, caseUnder(changes).state, 'update')).toEqual([]);
  });

  test('a wrong field is refused on them', () => {
    const changes = { 'stages/0/channels': { clauses } };
    expect(refusedFor({ action: 'discuss', channel: 'telephone' }, [{}], changes)).toEqual([
      'refusal.missing',
      { allowed: TEXT },
      clauses,
      'summary',
    ]);
  });

  test('dissent rests on them at the stages for which the policy speaks of it', () => {
    const changes = { dissent: { clauses, stages: ['top'] } };
    const at = (log: Log) => clausesFor(caseUnder(changes, log).policy, caseUnder(changes, log).state, 'dissent');
    expect([[], [{}], AT_TOP].map(at)).toEqual([[], [], clauses]);
  });

  test('before a case is opened no action rests on a stage', () => {
    const { policy, state } = caseUnder({}, []);
    expect(['progress', 'discuss', 'decide'].map((action) => clausesFor(policy, state, action as Action))).toEqual([
      [],
      [],
      [],
    ]);
  });
});

test.each<[Fields, unknown[] | null]>([
  [{ action: 'progress', tier: 'Team' }, ['refusal.no-tiers', {}, [], 'action']],
  [{ action: 'decide', option: 'go' }, ['refusal.no-decision', {}, [], 'action']],
  [{ action: 'resolve', outcome: 'Settled' }, null],
])('at a stage that the policy no longer has, %j is measured all the same', (command, refusal) => {
  expect(refusedFor(command, [{ stage: 'gone' }])).toEqual(refusal);
});

test('a log is measured as a command is: what departs is noted with the reason', () => {
  const { state } = caseUnder({}, [{}, up('first'), { type: 'updated' }, { type: 'closed', reason: 'Over' }]);
  expect(state.departures.map(({ event, words }) => [event, words.values?.reason])).toEqual([
    ['e2', 'refusal.no-way'],
    ['e3', 'refusal.missing'],
    ['e4', 'refusal.while-open'],
  ]);
});
