import { describe, expect, test } from 'vitest';
import { caseUnder, duty } from '../../../../test/engine/small.ts';

type Fields = Readonly<Record<string, unknown>>;
type Log = readonly Fields[];

const DAY = '2026-11-30T09:00:00Z';
const OPENED = {};
const DANGER = { type: 'changed', facts: { danger: true } };
const SAFE = { type: 'changed', facts: { danger: false } };
const UPDATED = { type: 'updated', summary: 'As before' };
const DISCUSSED = { type: 'discussed', channel: 'phone', summary: 'Said' };
const RESOLVED = { type: 'resolved', outcome: 'Agreed' };
const REOPENED = { type: 'reopened', reason: 'Not settled' };
const WITHDRAWN = { type: 'withdrawn', reason: 'In error' };
const CLOSED = { type: 'closed', reason: 'Over' };
const up = (to: string) => ({ type: 'escalated', to, because: 'unresolved', reason: 'It stands' });
const done = (clause: string, duty?: string) => ({ type: 'done', clause, ...(duty && { duty }) });

const ON_UPDATE = { on: [{ event: 'updated' }] };
const IN_DANGER = { when: { fact: { danger: true } } };
const every = (restartedBy: readonly string[], stages = ['talk']) => ({
  recurring: { every: { amount: 2, unit: 'working-days' }, restartedBy, stages },
});

/** The duties of a policy with these alone. */
const under = (duties: readonly object[], log: Log) => caseUnder({ duties }, log);
const views = (duties: readonly object[], ...log: Log) => under(duties, log).at().duties;
/** How each of them stands, by its id. */
const standing = (duties: readonly object[], ...log: Log) =>
  views(duties, ...log).map(({ id, status }) => `${id} ${status}`);

describe('a duty arises', () => {
  test('once for each owner, with what brought it about', () => {
    const { duties } = under([duty({ owner: ['raising', 'receiving'] })], [OPENED]).state;
    const common = {
      duty: 'extra',
      stage: 'talk',
      visit: 0,
      round: 0,
      instead: -1,
      trigger: 'enters',
      at: '2026-11-20T10:00:00Z',
      event: 'e1',
      from: '2026-11-20T10:00:00Z',
      done: null,
      lapsed: null,
    };
    expect(duties).toEqual([
      { id: 'extra@talk:raising', owner: 'raising', ...common },
      { id: 'extra@talk:receiving', owner: 'receiving', ...common },
    ]);
  });

  test('under a name without its owner where it has one', () => {
    expect(standing([duty({ owner: ['receiving'] })], OPENED)).toEqual(['extra@talk due']);
  });

  test('at the stages that give rise to it, in each stay', () => {
    const at = duty({ on: [{ enters: ['managers', 'top'] }] });
    expect(standing([at], OPENED)).toEqual([]);
    expect(standing([at], OPENED, up('managers'))).toEqual(['extra@managers due']);
    expect(standing([at], OPENED, up('managers'), up('top'))).toEqual(['extra@managers due', 'extra@top due']);
  });

  test('from events, at some stages only where the policy says so', () => {
    const at = duty({ on: [{ event: 'updated', at: ['managers'] }] });
    expect(standing([duty(ON_UPDATE)], OPENED, UPDATED)).toEqual(['extra@talk due']);
    expect(standing([at], OPENED, UPDATED)).toEqual([]);
    expect(standing([at], OPENED, up('managers'), UPDATED)).toEqual(['extra@managers due']);
  });

  test('from the opening, and from a step where the case stood', () => {
    const opened = duty({ on: [{ event: 'opened', at: ['talk'] }] });
    const step = duty({ id: 'step', on: [{ event: 'escalated', at: ['talk'] }] });
    expect(standing([opened, step], OPENED)).toEqual(['extra@talk due']);
    expect(standing([opened, step], OPENED, up('managers'))).toEqual(['extra@talk due', 'step@talk due']);
    expect(standing([opened, step], OPENED, up('managers'), up('top'))).toEqual(['extra@talk due', 'step@talk due']);
  });

  test('from a step and an opening where they happened, not where they lead, and from the opening that counts', () => {
    const duties = [duty({ on: [{ event: 'escalated' }] }), duty({ id: 'opened', on: [{ event: 'opened' }] })];
    const again = { type: 'opened', route: 'standard', stage: 'talk' };
    expect(standing(duties, OPENED, up('managers'), again)).toEqual(['opened@talk due', 'extra@talk due']);
  });

  test('from some options of a decision only, and from some results', () => {
    const on = [{ event: 'decided', option: ['overturn'] }];
    const result = duty({ id: 'result', on: [{ event: 'resolved', result: ['agreed'] }] });
    const decided = (option: string) => ({ type: 'decided', option });
    expect(standing([duty({ on })], OPENED, up('top'), decided('uphold'))).toEqual([]);
    expect(standing([duty({ on })], OPENED, up('top'), decided('overturn'))).toEqual(['extra@top due']);
    expect(standing([result], OPENED, RESOLVED)).toEqual(['result@talk due']);
    expect(standing([result], OPENED, { ...RESOLVED, result: 'policy-gap' })).toEqual([]);
    expect(standing([result], OPENED, { ...RESOLVED, result: 'agreed' })).toEqual(['result@talk due']);
  });

  test('once in a stay, done or not, and again in the next', () => {
    const log = [OPENED, UPDATED, UPDATED, done('small.danger'), UPDATED];
    expect(standing([duty(ON_UPDATE)], ...log)).toEqual(['extra@talk done']);
    expect(standing([duty(ON_UPDATE)], ...log, up('managers'), UPDATED)).toEqual([
      'extra@talk done',
      'extra@managers due',
    ]);
  });

  test('again by the next such event, where a happening met the one before', () => {
    const talk = { type: 'discussed', channel: 'Telephone', summary: 'Talked' };
    const met = duty({ ...ON_UPDATE, metBy: [{ event: 'discussed' }] });
    expect(standing([met], OPENED, UPDATED, UPDATED, talk)).toEqual(['extra@talk done']);
    expect(standing([met], OPENED, UPDATED, talk, UPDATED)).toEqual(['extra@talk done', 'extra@talk#2 due']);
  });

  test('once more when the case is resolved once more', () => {
    const on = { on: [{ event: 'resolved' }] };
    const log = [OPENED, RESOLVED, done('small.danger'), REOPENED, RESOLVED];
    expect(standing([duty(on)], ...log)).toEqual(['extra@talk done', 'extra@talk#2 due']);
  });

  test('at no stage from what is recorded before the opening', () => {
    expect(under([duty(ON_UPDATE)], [UPDATED]).at().duties).toMatchObject([{ stage: '', status: 'due' }]);
  });
});

describe('a duty on a condition', () => {
  test('arises once the condition holds, for all that wait', () => {
    const duties = [duty(IN_DANGER), duty({ id: 'other', ...IN_DANGER })];
    expect(standing(duties, OPENED)).toEqual([]);
    expect(standing(duties, OPENED, DANGER)).toEqual(['extra@talk due', 'other@talk due']);
    expect(views(duties, OPENED, DANGER)).toMatchObject([
      { arose: '2026-11-20T11:00:00Z' },
      { arose: '2026-11-20T11:00:00Z' },
    ]);
  });

  test('does not arise once its stage is left', () => {
    expect(standing([duty(IN_DANGER)], OPENED, up('managers'), DANGER)).toEqual([]);
  });

  test('does not arise while the case is not open, and does when it is again', () => {
    const review = duty({ when: { done: ['small.outcome'] } });
    const outcome = duty({ id: 'outcome', clauses: ['small.outcome'], on: [{ event: 'resolved' }] });
    const log = [OPENED, RESOLVED, done('small.outcome')];
    expect(standing([review, outcome], ...log)).toEqual(['outcome@talk done']);
    expect(standing([review, outcome], ...log, REOPENED)).toEqual(['outcome@talk done', 'extra@talk due']);
  });

  test('lapses with the condition and comes back with it', () => {
    expect(standing([duty(IN_DANGER)], OPENED, DANGER, SAFE)).toEqual(['extra@talk lapsed']);
    expect(standing([duty(IN_DANGER)], OPENED, DANGER, SAFE, DANGER)).toEqual(['extra@talk due']);
    expect(standing([duty(IN_DANGER)], OPENED, DANGER, DANGER)).toEqual(['extra@talk due']);
  });

  test('comes back once, though it would have arisen anew meanwhile', () => {
    const log = [OPENED, DANGER, UPDATED, SAFE, UPDATED, DANGER];
    expect(standing([duty({ ...ON_UPDATE, ...IN_DANGER })], ...log)).toEqual(['extra@talk due']);
  });

  test('that lapsed cannot be met, not even once its stage is left', () => {
    const log = [OPENED, DANGER, SAFE];
    const lapses = { lapses: 'stage-left' };
    expect(standing([duty({ ...IN_DANGER, ...lapses })], ...log, done('small.danger'))).toEqual(['extra@talk lapsed']);
    expect(standing([duty({ ...IN_DANGER, ...lapses })], ...log, up('managers'), done('small.danger'))).toEqual([
      'extra@talk lapsed',
    ]);
  });

  test('that lapsed with the case does not come back with its condition', () => {
    const changes = duty({ when: { not: { done: ['small.review'] } }, lapses: 'resolved' });
    const outcome = duty({ id: 'outcome', clauses: ['small.outcome'], on: [{ event: 'resolved' }] });
    expect(standing([changes, outcome], OPENED, RESOLVED, done('small.outcome'))).toEqual([
      'extra@talk lapsed',
      'outcome@talk done',
    ]);
  });

  test('that was done stays done', () => {
    expect(standing([duty(IN_DANGER)], OPENED, DANGER, done('small.danger'), SAFE)).toEqual(['extra@talk done']);
  });
});

describe('a duty lapses', () => {
  const left = [OPENED, up('managers')];
  const resolved = [OPENED, RESOLVED];
  const closed = [OPENED, CLOSED];
  const withdrawn = [OPENED, WITHDRAWN];

  test.each<[string | undefined, Readonly<Record<string, Log>>, string]>([
    [undefined, { left, resolved }, 'due'],
    [undefined, { closed, withdrawn }, 'lapsed'],
    ['never', { left, resolved }, 'due'],
    ['never', { closed, withdrawn }, 'lapsed'],
    ['stage-left', { resolved }, 'due'],
    ['stage-left', { left, closed, withdrawn }, 'lapsed'],
    ['resolved', { left }, 'due'],
    ['resolved', { resolved, closed, withdrawn }, 'lapsed'],
    ['stage-ended', { left, resolved, closed, withdrawn }, 'lapsed'],
  ])('as the policy says: %s %#', (lapses, logs, status) => {
    for (const log of Object.values(logs)) {
      expect(standing([duty({ lapses })], ...log)).toEqual([`extra@talk ${status}`]);
    }
  });

  test('with the time that it did', () => {
    const lapses = duty({ lapses: 'stage-left' });
    const at = '2026-11-20T11:00:00Z';
    expect(under([lapses], left).state.duties[0]?.lapsed).toEqual({ how: 'stage-left', at });
  });

  test('with its stage and can still be met then, which it cannot once the case is resolved', () => {
    expect(standing([duty({ lapses: 'stage-left' })], ...left, done('small.danger'))).toEqual(['extra@talk done']);
    expect(standing([duty({ lapses: 'resolved' })], ...resolved, done('small.danger'))).toEqual(['extra@talk lapsed']);
  });

  test('not when it was done before', () => {
    const log = [OPENED, done('small.danger'), up('managers')];
    expect(standing([duty({ lapses: 'stage-left' })], ...log)).toEqual(['extra@talk done']);
  });
});

describe('when a case is opened again, a duty', () => {
  const twice = { clauses: ['small.outcome'], on: [{ event: 'resolved' }, { event: 'closed' }] };

  test.each([
    ['resolved', RESOLVED],
    ['closed', CLOSED],
    ['withdrawn', WITHDRAWN],
  ])('that lapsed with a case %s is asked for again', (_, end) => {
    expect(standing([duty({ lapses: 'resolved' })], OPENED, end, REOPENED)).toEqual(['extra@talk due']);
  });

  test('that lapsed with its stage is not', () => {
    const log = [OPENED, up('managers'), RESOLVED, REOPENED];
    expect(standing([duty({ lapses: 'stage-ended' })], ...log)).toEqual(['extra@talk lapsed']);
  });

  test('that comes back keeps to its condition', () => {
    const kept = duty({ when: { not: { done: ['small.outcome'] } }, lapses: 'resolved' });
    const outcome = duty({ id: 'outcome', clauses: ['small.outcome'], on: [{ event: 'resolved' }] });
    const log = [OPENED, RESOLVED, done('small.outcome'), REOPENED];
    expect(standing([kept, outcome], ...log)).toEqual(['extra@talk lapsed', 'outcome@talk done']);
  });

  test.each([
    ['the result', RESOLVED],
    ['the closing', CLOSED],
  ])('that %s gave rise to is not owed any more', (_, end) => {
    expect(standing([duty(twice)], OPENED, end, REOPENED)).toEqual(['extra@talk lapsed']);
    expect(standing([duty(twice)], OPENED, end, WITHDRAWN, REOPENED)).toEqual(['extra@talk lapsed']);
  });

  test('that the withdrawal gave rise to is not owed any more', () => {
    const told = duty({ on: [{ event: 'withdrawn' }] });
    expect(standing([told], OPENED, WITHDRAWN)).toEqual(['extra@talk due']);
    expect(standing([told], OPENED, WITHDRAWN, REOPENED)).toEqual(['extra@talk lapsed']);
  });

  test('that the result gave rise to stays done', () => {
    expect(standing([duty(twice)], OPENED, RESOLVED, done('small.outcome'), REOPENED)).toEqual(['extra@talk done']);
  });

  test('that lapsed twice with its end comes back each time', () => {
    const log = [OPENED, RESOLVED, REOPENED, RESOLVED];
    expect(standing([duty({ lapses: 'resolved' })], ...log)).toEqual(['extra@talk lapsed']);
    expect(standing([duty({ lapses: 'resolved' })], ...log, REOPENED)).toEqual(['extra@talk due']);
  });
});

describe('duties that stand at once', () => {
  /** So many steps to and fro: every second one gives rise to the duty again. */
  const steps = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...up(n % 2 ? 'talk' : 'managers'), at: DAY }));
  const read = (...log: Log) => {
    const { duties, departures } = under([duty()], log).state;
    return { count: duties.length, crowded: departures.filter(({ words }) => words.key === 'warning.crowded') };
  };

  test('are a thousand at most: one that comes after is not listed, which is said once', () => {
    expect(read(OPENED, ...steps(1998))).toEqual({ count: 1000, crowded: [] });
    const words = { key: 'warning.crowded', values: { most: 1000 } };
    const crowded = [{ kind: 'departure', event: 'e2001', clauses: ['small.danger'], words }];
    expect(read(OPENED, ...steps(2000))).toEqual({ count: 1000, crowded });
    expect(read(OPENED, ...steps(2004))).toEqual({ count: 1000, crowded });
  });

  test('are fewer once one is met', () => {
    expect(read(OPENED, ...steps(1998), { ...done('small.danger'), at: DAY }, ...steps(2))).toEqual({
      count: 1001,
      crowded: [],
    });
  });
});

describe('what is recorded as done', () => {
  const first = duty({ id: 'first' });
  const second = duty({ id: 'second', clauses: ['small.danger', 'small.record'] });

  test('meets the earliest duty that bears the clause, and is kept with it', () => {
    const { state } = under([first, second], [OPENED, done('small.danger')]);
    expect(state.duties.map((each) => each.done)).toEqual([{ at: '2026-11-20T11:00:00Z', event: 'e2' }, null]);
    expect(standing([first, second], OPENED, done('small.record'))).toEqual(['first@talk due', 'second@talk done']);
    expect(standing([first, second], OPENED, done('small.danger'), done('small.danger'))).toEqual([
      'first@talk done',
      'second@talk done',
    ]);
  });

  test('meets the duty that it names', () => {
    expect(standing([first, second], OPENED, done('small.danger', 'second@talk'))).toEqual([
      'first@talk due',
      'second@talk done',
    ]);
  });

  test.each([
    ['of a clause that no duty bears', done('small.review')],
    ['of a duty that there is not', done('small.danger', 'third@talk')],
  ])('%s meets none', (_, nothing) => {
    expect(standing([first, second], OPENED, nothing)).toEqual(['first@talk due', 'second@talk due']);
  });

  test('for a duty that was met before leaves it as it was', () => {
    const log = [OPENED, done('small.danger', 'first@talk'), done('small.danger', 'first@talk')];
    expect(under([first], log).state.duties[0]?.done?.event).toBe('e2');
  });
});

describe('what happens', () => {
  test('meets all the duties that wait for it, and no others', () => {
    const metBy = [{ event: 'discussed' }];
    const duties = [
      duty({ owner: ['raising', 'receiving'], metBy }),
      duty({ id: 'review', metBy: [{ done: 'small.review' }] }),
      duty({ id: 'other', metBy }),
    ];
    expect(standing(duties, OPENED, DISCUSSED)).toEqual([
      'extra@talk:raising done',
      'extra@talk:receiving done',
      'review@talk due',
      'other@talk done',
    ]);
    expect(standing(duties, OPENED, done('small.review'))).toContain('review@talk done');
  });
});

describe('a recurring duty', () => {
  const dates = (duties: readonly object[], ...log: Log) =>
    under(duties, log)
      .at(DAY)
      .duties.map(({ id, due, status }) => `${id} ${due} ${status}`);
  const on = (date: string, event: object) => ({ ...event, at: `2026-11-${date}T09:00:00Z` });

  test('counts afresh from what restarts it, and from nothing else', () => {
    const duties = [duty(every(['updated'])), duty({ id: 'other', ...every(['discussed']) })];
    expect(dates(duties, OPENED, on('27', UPDATED))).toEqual([
      'extra@talk 2026-12-01 due',
      'other@talk 2026-11-24 overdue',
    ]);
  });

  test('counts afresh from being recorded as done: it is never over', () => {
    expect(dates([duty(every(['updated']))], OPENED, on('27', done('small.danger')))).toEqual([
      'extra@talk 2026-12-01 due',
    ]);
  });

  test('goes on through its stages, from a step where that restarts it', () => {
    const goesOn = every(['escalated'], ['talk', 'managers']);
    const kept = every(['updated'], ['talk', 'managers']);
    const log = [OPENED, on('26', up('managers'))];
    expect(dates([duty(goesOn)], ...log)).toEqual(['extra@talk 2026-11-30 due']);
    expect(dates([duty(kept)], ...log)).toEqual(['extra@talk 2026-11-24 overdue']);
  });

  test('lapses with the last of its stages, and with the case', () => {
    expect(standing([duty(every(['updated']))], OPENED, up('managers'))).toEqual(['extra@talk lapsed']);
    expect(standing([duty(every(['updated']))], OPENED, RESOLVED)).toEqual(['extra@talk lapsed']);
  });

  test('is not restarted by what happens once it has lapsed', () => {
    const log = [OPENED, RESOLVED, { type: 'learned', summary: 'Sooner' }];
    const [lapsed] = under([duty(every(['learned']))], log).state.duties;
    expect(lapsed?.from).toBe('2026-11-20T10:00:00Z');
  });

  test('counts afresh from the day on which the case is opened again; one that does not recur goes on', () => {
    const once = duty({ id: 'once', by: { amount: 4, unit: 'working-days' }, lapses: 'resolved' });
    expect(dates([duty(every(['updated'])), once], OPENED, RESOLVED, on('27', REOPENED))).toEqual([
      'extra@talk 2026-12-01 due',
      'once@talk 2026-11-26 overdue',
    ]);
  });

  test('counts afresh from the day on which its condition is so again; one that does not recur goes on', () => {
    const once = duty({ id: 'once', by: { amount: 4, unit: 'working-days' }, ...IN_DANGER });
    const log = [OPENED, DANGER, SAFE, on('27', DANGER)];
    expect(dates([duty({ ...every(['updated']), ...IN_DANGER }), once], ...log)).toEqual([
      'extra@talk 2026-12-01 due',
      'once@talk 2026-11-26 overdue',
    ]);
  });

  test('is not owed twice at a time by one side', () => {
    const recurs = { on: [{ enters: ['talk', 'managers'] }], ...every(['updated'], ['talk', 'managers']) };
    const duties = [duty({ ...recurs, owner: ['raising', 'receiving'] }), duty({ id: 'other', ...recurs })];
    expect(standing(duties, OPENED, up('managers'))).toEqual([
      'extra@talk:raising due',
      'extra@talk:receiving due',
      'other@talk due',
    ]);
  });

  test('is owed anew where it arises after it had lapsed', () => {
    const recurs = { on: [{ enters: ['talk', 'top'] }], ...every(['updated']) };
    expect(standing([duty(recurs)], OPENED, up('managers'), up('top'))).toEqual(['extra@talk lapsed', 'extra@top due']);
  });
});

describe('a duty that is owed once in a case', () => {
  const once = (more: object = {}) =>
    duty({ once: true, on: [{ enters: ['managers', 'top'] }], when: { fact: { danger: true } }, ...more });
  const owed = (more: object, ...log: readonly Fields[]) =>
    caseUnder({ duties: [once(more)] }, [{}, ...log]).state.duties.map(({ id, event }) => [id, event]);
  const changed = (danger: boolean) => ({ type: 'changed', facts: { danger } });
  const ANYWHERE = { when: undefined };

  test('comes at the first of its stages, and not again', () => {
    expect(owed(ANYWHERE)).toEqual([]);
    expect(owed(ANYWHERE, up('managers'), up('top'))).toEqual([['extra@managers', 'e2']]);
  });

  test('is not lost by going past its first stage, nor by opening above it', () => {
    expect(owed(ANYWHERE, up('top'))).toEqual([['extra@top', 'e2']]);
    expect(caseUnder({ duties: [once(ANYWHERE)] }, [{ stage: 'top' }]).state.duties.map(({ id }) => id)).toEqual([
      'extra@top',
    ]);
  });

  test('waits for its condition, at later stages too', () => {
    const log = [up('managers'), up('talk'), changed(true)];
    expect(owed({}, ...log)).toEqual([['extra@talk', 'e4']]);
    expect(owed({}, ...log, changed(false), changed(true), up('top'))).toEqual([['extra@talk', 'e4']]);
    expect(owed({ once: undefined }, ...log)).toEqual([]);
  });

  test('waits for what only a step brings about', () => {
    expect(owed({ on: [{ enters: ['talk'] }], when: { stage: ['top'] } }, up('managers'), up('top'))).toEqual([
      ['extra@top', 'e3'],
    ]);
  });

  test('stays done when its stage comes again', () => {
    const done = { type: 'done', clause: 'small.danger' };
    expect(owed(ANYWHERE, up('managers'), done, up('talk'), up('managers'))).toHaveLength(1);
  });

  test('comes anew at the next end of a case that was opened again', () => {
    const ended = { on: [{ event: 'resolved' }], ...ANYWHERE };
    const log = [
      { type: 'resolved', outcome: 'x' },
      { type: 'reopened', reason: 'x' },
    ];
    expect(owed(ended, ...log, log[0]!)).toHaveLength(2);
  });
});

describe('whose a duty is', () => {
  const instead = {
    when: { fact: { danger: true } },
    owner: ['receiving', 'partnership'],
    who: 'board',
    to: 'The board',
    addressees: [{ side: 'partnership', role: 'board' }],
    clauses: ['small.top'],
  };
  const more = {
    who: 'worker',
    addressees: ['originator'],
    copies: ['office', 'recorder', { ask: 'manager' }],
    byService: true,
    verb: 'must',
    instead: [instead],
  };
  const views = (opening: Fields, ...log: readonly Fields[]) =>
    caseUnder({ duties: [duty(more)] }, [opening, ...log]).at().duties;

  test('is told with who does it, who is told, and who gets a copy', () => {
    expect(views({})).toMatchObject([
      {
        owner: 'raising',
        who: 'worker',
        to: null,
        addressees: ['originator'],
        copies: [{ contact: 'office' }, 'recorder', { ask: 'manager' }],
        byService: true,
        verb: 'must',
        clauses: ['small.danger'],
      },
    ]);
  });

  test('is judged when it arises', () => {
    const theirs = { who: 'board', to: 'The board', addressees: [{ side: 'partnership', role: 'board' }] };
    const calm = { type: 'changed', facts: { danger: false } };
    expect(views({ facts: { danger: true } }, calm)).toMatchObject([
      { id: 'extra@talk:receiving', owner: 'receiving', ...theirs, clauses: ['small.danger', 'small.top'] },
      { id: 'extra@talk:partnership', owner: 'partnership', ...theirs },
    ]);
  });
});

test('what may be done is never late', () => {
  const view = (verb: string) =>
    caseUnder({ duties: [duty({ verb, by: 'at-once' })] }).at('2026-12-20T20:00:00Z').duties[0]!.status;
  expect(['must', 'should', 'none', 'may'].map(view)).toEqual(['overdue', 'overdue', 'overdue', 'due']);
});

describe('a gap in policy', () => {
  const told = (on: object, event: Fields) =>
    caseUnder({ duties: [duty({ on: [on] })] }, [{}, event]).state.duties.length;
  const resolved = (more: object) => ({ type: 'resolved', outcome: 'x', ...more });

  test('is told whatever the result, and as the result that it was', () => {
    const on = { event: 'resolved', gap: true };
    expect(told(on, resolved({ result: 'dissent-recorded', gap: true }))).toBe(1);
    expect(told(on, resolved({ result: 'policy-gap' }))).toBe(1);
    expect(told(on, resolved({ result: 'agreed' }))).toBe(0);
    expect(told({ event: 'resolved', gap: false }, resolved({}))).toBe(1);
    expect(told({ event: 'resolved', gap: false }, resolved({ gap: true }))).toBe(0);
    expect(told({ event: 'resolved', result: ['policy-gap'] }, resolved({ gap: true }))).toBe(1);
  });

  test('can be learned of', () => {
    const on = { event: 'learned', gap: true };
    expect(told(on, { type: 'learned', summary: 'x', gap: true })).toBe(1);
    expect(told(on, { type: 'learned', summary: 'x' })).toBe(0);
  });
});
