import { describe, expect, test } from 'vitest';
import { caseUnder, duty as dutyOf, OPENING } from './small.ts';

const done = (clause: string, more = {}) => ({ type: 'done', clause, ...more });
const up = (to: string, because = 'unresolved') => ({ type: 'escalated', to, because, reason: 'It stands' });
const statuses = ({ duties }: { duties: readonly { duty: string; status: string }[] }, id: string) =>
  duties.filter(({ duty }) => duty === id).map(({ status }) => status);
const duty = (more: object) => dutyOf({ by: 'at-once', ...more });

describe('a duty', () => {
  test('is met by what happens, where the policy says so', () => {
    const changes = { 'duties/3': duty({ metBy: [{ event: 'consulted', side: 'raising' }] }) };
    const consulted = (side: string) => ({ type: 'consulted', with: 'Lead', side });
    expect(statuses(caseUnder(changes, [{}, consulted('receiving')]).at(), 'extra')).toEqual(['due']);
    expect(statuses(caseUnder(changes, [{}, consulted('raising')]).at(), 'extra')).toEqual(['done']);
  });

  test('can be met by a step up, which does not meet what arises from it', () => {
    const on = [{ enters: ['talk', 'managers'] }];
    const changes = { 'duties/3': duty({ on, metBy: [{ event: 'escalated' }] }) };
    expect(statuses(caseUnder(changes, [{}, up('managers')]).at(), 'extra')).toEqual(['done', 'due']);
  });

  test('that recurs starts afresh from what meets it', () => {
    const recurring = { every: { amount: 2, unit: 'working-days' }, restartedBy: ['updated'], stages: ['talk'] };
    const changes = { 'duties/3': duty({ by: null, recurring, metBy: [{ event: 'discussed' }] }) };
    const log = [{}, { type: 'discussed', channel: 'phone', summary: 'Said', at: '2026-11-24T09:00:00Z' }];
    const found = caseUnder(changes, log)
      .at('2026-11-25T09:00:00Z')
      .duties.find((each) => each.duty === 'extra');
    expect(found).toMatchObject({ due: '2026-11-26', status: 'due' });
  });

  test('can arise from one clause being recorded as done, which is then offered', () => {
    const changes = { 'duties/3': duty({ on: [{ event: 'done', clause: ['small.review'] }] }) };
    const open = caseUnder(changes);
    expect(open.at().actions.find(({ action }) => action === 'done')?.clauses).toContain('small.review');
    expect(open.try({ action: 'done', clause: 'small.review' })).toBe('accepted');
    expect(statuses(caseUnder(changes, [{}, done('small.record')]).at(), 'extra')).toEqual([]);
    expect(statuses(caseUnder(changes, [{}, done('small.review')]).at(), 'extra')).toEqual(['due']);
  });

  test('that waits for a clock is not asked for once the clock was kept', () => {
    const stops = { event: 'discussed', side: 'receiving' };
    const changes = { 'stages/0/clocks/0/stops': stops };
    const answer = { type: 'discussed', channel: 'phone', summary: 'Said', by: { side: 'receiving' } };
    const late = { ...answer, at: '2026-11-26T09:00:00Z' };
    const at = '2026-11-27T09:00:00Z';
    expect(statuses(caseUnder(changes).at(at), 'late')).toEqual(['overdue']);
    expect(statuses(caseUnder(changes, [{}, answer]).at(at), 'late')).toEqual(['lapsed']);
    expect(statuses(caseUnder(changes, [{}, late]).at(at), 'late')).toEqual(['overdue']);
  });

  test('that waits for a clock takes the one of its own stay, not one whose name begins alike', () => {
    const clock = (id: string, amount: number) => ({
      id,
      clauses: ['small.talk'],
      owner: 'raising',
      within: { amount, unit: 'working-days' },
      firmness: 'firm',
    });
    const changes = { 'stages/0/clocks': [clock('soon-after', 1), clock('soon', 9)] };
    expect(statuses(caseUnder(changes).at('2026-11-25T09:00:00Z'), 'late')).toEqual(['due']);
  });

  test('that waits for a clock can have a time of its own from there', () => {
    const timed = (by: object) => {
      const { at } = caseUnder({ 'duties/3': duty({ after: 'soon', by }) });
      const found = (now: string) => at(now).duties.find((each) => each.duty === 'extra')!;
      // Stage A runs to Tuesday 24 November.
      return [found('2026-11-26T09:00:00Z'), found('2026-11-27T09:00:00Z')].map(({ due, status }) => [due, status]);
    };
    expect(timed({ amount: 2, unit: 'working-days' })).toEqual([
      ['2026-11-26', 'due'],
      ['2026-11-26', 'overdue'],
    ]);
    expect(timed({ amount: 48, unit: 'hours' })).toEqual([
      ['2026-11-27', 'due'],
      ['2026-11-27', 'overdue'],
    ]);
  });

  test('can wait for a cap', () => {
    const cap = {
      id: 'cap',
      scope: 'case',
      clauses: ['small.talk'],
      owner: 'raising',
      within: { amount: 3, unit: 'working-days' },
      firmness: 'firm',
    };
    const changes = { 'timescales/0': cap, 'duties/3': duty({ after: 'cap' }) };
    const { at } = caseUnder(changes, [{}, up('managers')]);
    expect(statuses(at('2026-11-25T09:00:00Z'), 'extra')).toEqual(['due']);
    expect(statuses(at('2026-11-26T09:00:00Z'), 'extra')).toEqual(['overdue']);
  });

  test('says who gets a copy', () => {
    const { at } = caseUnder({ 'duties/3': duty({ to: 'The head', copiedTo: 'The board' }) });
    expect(at().duties.find((each) => each.duty === 'extra')).toMatchObject({ to: 'The head', copiedTo: 'The board' });
  });

  test('lapses when what its condition excludes is recorded', () => {
    const changes = { 'duties/3': duty({ when: { not: { done: ['small.review'] } } }) };
    expect(statuses(caseUnder(changes).at(), 'extra')).toEqual(['due']);
    expect(statuses(caseUnder(changes, [{}, done('small.review')]).at(), 'extra')).toEqual(['lapsed']);
  });

  test('keeps to the stay in which it arose where its condition speaks of one', () => {
    const changes = { 'duties/3': duty({ on: [{ enters: ['managers'] }], when: { because: ['no-reply'] } }) };
    const log = [{}, up('managers', 'no-reply'), up('top'), { type: 'changed', facts: { danger: true } }];
    expect(statuses(caseUnder(changes, log).at(), 'extra')).toEqual(['due']);
  });
});

describe('a condition', () => {
  test('can ask whether a stage was jumped over', () => {
    const changes = { 'duties/3': duty({ on: [{ enters: ['top'] }], when: { bypassed: ['managers'] } }) };
    expect(statuses(caseUnder(changes, [{}, up('top', 'urgent')]).at(), 'extra')).toEqual(['due']);
    expect(statuses(caseUnder(changes, [{}, up('managers'), up('top')]).at(), 'extra')).toEqual([]);
  });

  test('can ask whether a question of the form was answered', () => {
    const changes = { 'duties/3': duty({ when: { answered: ['manager'] } }) };
    const answered = (manager: unknown) => statuses(caseUnder(changes, [{ manager }]).at(), 'extra');
    expect(answered({ name: 'A. Head', contact: '1' })).toEqual(['due']);
    expect(answered({ name: ' ' })).toEqual([]);
    expect(answered(undefined)).toEqual([]);
  });
});

describe('a way up', () => {
  const way = (more: object) => ({
    'ways/1': {
      id: 'extra',
      from: ['talk'],
      to: 'top',
      because: ['no-reply'],
      label: 'Up',
      clauses: ['small.top'],
      ...more,
    },
  });

  test('that rests on silence is closed by an answer; the next stage is not', () => {
    const stops = { event: 'discussed', side: 'receiving' };
    const changes = { ...way({ silence: 'soon' }), 'stages/0/clocks/0/stops': stops };
    const answer = { type: 'discussed', channel: 'phone', summary: 'Said', by: { side: 'receiving' } };
    const go = { action: 'escalate', because: 'no-reply', reason: 'Silence' };
    expect(caseUnder(changes).try({ ...go, to: 'top' })).toBe('accepted');
    expect(caseUnder(changes, [{}, answer]).try({ ...go, to: 'top' })).toBe('refusal.no-reason');
    expect(caseUnder(changes, [{}, answer]).try({ ...go, to: 'managers' })).toBe('accepted');
  });

  test.each([
    ['board', true],
    ['The Board', true],
    ['A. Chair, board', true],
    ['Manager', false],
  ])('that asks to consult a role first: consulting %j will do: %j', (role, isEnough) => {
    const go = { action: 'escalate', to: 'top', because: 'early', reason: 'Now' };
    const { at, ...found } = caseUnder(way({ because: ['early'], consultFirst: 'board' }), [
      {},
      { type: 'consulted', with: role, side: 'raising' },
    ]);
    expect(found.try(go)).toBe(isEnough ? 'accepted' : 'refusal.consult-first');
    expect(at().actions.some(({ to, because }) => to === 'top' && because === 'early')).toBe(isEnough);
  });

  test('asks nothing more of an ordinary step to the next stage', () => {
    const changes = way({ to: 'managers', because: ['early', 'urgent'], approver: 'board', consultFirst: 'board' });
    const go = { action: 'escalate', to: 'managers', reason: 'Now' };
    expect(caseUnder(changes).try({ ...go, because: 'early' })).toBe('accepted');
    expect(caseUnder(changes).try({ ...go, because: 'urgent' })).toBe('refusal.approver');
  });
});

describe('a stage for some cases only', () => {
  const changes = { 'stages/1/when': { party: { sector: ['health'] } } };
  const health = { parties: { ...OPENING.parties, receiving: { agency: 'The Trust', sector: 'health' } } };
  const jump = { action: 'escalate', to: 'top', because: 'unresolved', reason: 'It stands' };

  test('is not the next one, nor jumped over, in other cases', () => {
    expect(caseUnder(changes).try(jump)).toBe('accepted');
    expect(caseUnder(changes, [health]).try(jump)).not.toBe('accepted');
    expect(caseUnder(changes, [{}, up('top')]).state.bypassed).toEqual([]);
    expect(caseUnder(changes, [health, up('top', 'urgent')]).state.bypassed).toEqual(['managers']);
  });

  test('is no stage to open at, nor to jump to, in other cases', () => {
    const open = { ...OPENING, action: 'open', stage: 'managers' };
    expect(caseUnder(changes, []).try(open)).toBe('refusal.stage-not-here');
    expect(caseUnder(changes, []).try({ ...open, ...health })).toBe('accepted');
    const way = { ...WAY, from: ['talk'], to: 'managers' };
    expect(caseUnder({ ...changes, 'ways/1': way }).at().actions).not.toContainEqual(
      expect.objectContaining({ to: 'managers' }),
    );
  });

  test('is passed over where a case opens at the first', () => {
    const { opensAt, try: put } = caseUnder({ 'stages/0/when': { fact: { danger: true } } }, []);
    const open = { ...OPENING, stage: undefined };
    expect(opensAt(open)).toBe('managers');
    expect(opensAt({ ...open, facts: { danger: true } })).toBe('talk');
    expect(put({ ...open, action: 'open', facts: 7 })).toBe('refusal.field');
  });

  const WAY = { id: 'extra', because: ['urgent'], label: 'Up', clauses: ['small.top'] };
});

describe('opening', () => {
  const open = { ...OPENING, action: 'open' };

  test('is refused where every cause belongs elsewhere, and says where', () => {
    const changes = { 'causes/0/leadsTo': 'The complaints procedure' };
    expect(caseUnder(changes, []).try({ ...open, causes: ['thresholds'] })).toBe('refusal.elsewhere');
    expect(caseUnder(changes, []).try(open)).toBe('accepted');
    const two = { ...open, route: 'short', stage: 'first', causes: ['thresholds', 'conference'] };
    expect(caseUnder(changes, []).try(two)).toBe('accepted');
  });

  test('is refused for a subject or a priority that the policy has not', () => {
    const adults = { subjects: ['adult', 'unborn-child'] };
    expect(caseUnder(adults, []).try({ ...open, child: { statuses: [], subject: 'child' } })).toBe('refusal.subject');
    expect(caseUnder(adults, []).try(open)).toBe('accepted');
    expect(caseUnder({}, []).try({ ...open, priority: 'low' })).toBe('refusal.priority');
    expect(caseUnder({}, []).try({ ...open, priority: 'high' })).toBe('accepted');
    expect(caseUnder({}).try({ action: 'change', priority: 'low' })).toBe('refusal.priority');
  });

  test('is about the first of the subjects, where a policy is not about children', () => {
    expect(caseUnder({ subjects: ['adult', 'unborn-child'] }).state.child.subject).toBe('adult');
    expect(caseUnder({ subjects: ['adult', 'child'] }).state.child.subject).toBeUndefined();
  });

  test('leaves a warning where what should be answered is not', () => {
    const warned = (log: object[], changes = {}) =>
      caseUnder({ 'asks/0/stages': ['talk'], ...changes }, log as never)
        .at()
        .warnings.filter(({ kind }) => kind === 'ask-unanswered').length;
    expect(warned([{}])).toBe(1);
    expect(warned([{ manager: { name: 'A. Head', contact: '1' } }])).toBe(0);
    expect(warned([{}], { 'asks/0/verb': 'may' })).toBe(0);
    expect(warned([{}, { type: 'resolved', outcome: 'Agreed', outstanding: '' }])).toBe(0);
  });
});

describe('a priority', () => {
  test('can become another, and the time with it', () => {
    const byPriority = { high: { amount: 1, unit: 'working-days' } };
    const changes = { 'stages/0/clocks/0/byPriority': byPriority };
    const due = (log: object[]) => caseUnder(changes, log as never).at().deadlines[0]!.due;
    expect(due([{}])).toBe('2026-11-24');
    expect(due([{}, { type: 'changed', priority: 'high' }])).toBe('2026-11-23');
  });
});

const FIVE = { amount: 5, unit: 'working-days' };

test('an event of a year that nobody counts in is set aside and named', () => {
  const { at } = caseUnder({ 'stages/0/clocks/0/within': { amount: 2, unit: 'months' } }, [
    {},
    { type: 'updated', summary: 'As before', at: '9999-12-31T23:00:00Z' },
    up('top', 'urgent'),
  ]);
  expect(at().warnings).toContainEqual(expect.objectContaining({ kind: 'malformed-event', event: 'e2' }));
  expect(at().stage).toBe('top');
});

describe('a clock', () => {
  const clock = (more: object) => ({
    id: 'reply',
    clauses: ['small.talk'],
    owner: 'receiving',
    within: { amount: 1, unit: 'working-days' },
    firmness: 'firm',
    ...more,
  });

  test('can wait for a clause at its start as at its end', () => {
    const starts = { firstOf: [{ done: 'small.review' }, { event: 'discussed' }] };
    const { try: put } = caseUnder({ 'stages/0/clocks/1': clock({ starts }) });
    expect(put({ action: 'done', clause: 'small.review' })).toBe('accepted');
  });

  test('can run from a day that the form asks for, which may lie before the case', () => {
    const ask = {
      id: 'decidedOn',
      kind: 'date',
      label: 'When?',
      clauses: ['small.talk'],
      stages: ['talk'],
      verb: 'must',
    };
    const changes = {
      'asks/1': ask,
      'stages/0/clocks/1': clock({ starts: { answer: 'decidedOn' }, stops: { event: 'opened' }, within: FIVE }),
    };
    const reply = (decidedOn: unknown) =>
      caseUnder(changes, [{ decidedOn }])
        .at()
        .deadlines.find(({ id }) => id === 'reply');
    expect(reply('2026-11-16')).toMatchObject({ start: '2026-11-16', due: '2026-11-23', status: 'met' });
    expect(reply('2026-11-12')).toMatchObject({ due: '2026-11-19', status: 'met-late' });
    expect(reply(undefined)).toMatchObject({ start: null, due: null, status: 'none' });
    const open = (decidedOn: unknown) => caseUnder(changes, []).try({ ...OPENING, action: 'open', decidedOn });
    expect(open('2026-11-16')).toBe('accepted');
    expect(open('16 November')).toBe('refusal.field');
    expect(open('9999-11-16')).toBe('refusal.field');
    expect(open(undefined)).toBe('refusal.ask');
  });

  test('keeps to what was so in its own stay, whatever reason the case went up for since', () => {
    const instead = [
      { when: { because: ['early'] }, within: { amount: 1, unit: 'working-days' }, clauses: ['small.talk'] },
    ];
    const changes = {
      'stages/1/clocks/1': clock({ instead }),
      'stages/1/clocks/2': clock({ id: 'only', when: { because: ['early'] } }),
    };
    const dated = (...log: object[]) =>
      caseUnder({ ...changes, 'stages/1/clocks/1/within': FIVE }, [{}, ...log] as never)
        .at()
        .deadlines.filter(({ stage }) => stage === 'managers')
        .map(({ id, due }) => [id, due]);
    const early = [
      ['soon', null],
      ['reply', '2026-11-23'],
      ['only', '2026-11-23'],
    ];
    expect(dated(up('managers', 'early'))).toEqual(early);
    expect(dated(up('managers', 'early'), up('top'))).toEqual(early);
    expect(dated(up('managers'), up('top', 'early'))).toEqual([
      ['soon', null],
      ['reply', '2026-11-27'],
    ]);
  });

  test('that is over keeps to what was so when it ended', () => {
    const instead = [
      { when: { fact: { danger: true } }, within: { amount: 1, unit: 'working-days' }, clauses: ['small.talk'] },
    ];
    const changes = {
      'stages/0/clocks/0/instead': instead,
      'stages/0/clocks/1': clock({ byPriority: { high: { amount: 1, unit: 'working-days' } }, within: FIVE }),
      'stages/0/clocks/2': clock({ id: 'only', when: { not: { fact: { danger: true } } } }),
    };
    const left = { ...up('managers'), at: '2026-11-24T10:00:00Z' };
    const since = { type: 'changed', at: '2026-11-24T11:00:00Z', facts: { danger: true }, priority: 'high' };
    const talk = (...log: object[]) =>
      caseUnder(changes, [{}, ...log] as never)
        .at('2026-11-24T12:00:00Z')
        .deadlines.filter(({ stage }) => stage === 'talk')
        .map(({ id, due, status }) => [id, due, status]);
    const asItEnded = [
      ['soon', '2026-11-24', 'met'],
      ['reply', '2026-11-27', 'met'],
      ['only', '2026-11-23', 'met-late'],
    ];
    expect(talk(left)).toEqual(asItEnded);
    expect(talk(left, since)).toEqual(asItEnded);
    expect(talk({ ...since, at: '2026-11-23T11:00:00Z' }, left)).toEqual([
      ['soon', '2026-11-23', 'met-late'],
      ['reply', '2026-11-23', 'met-late'],
    ]);
  });

  test('of which the calendar knows too little says so, at its beginning as at its end', () => {
    const early = (now: string, ...log: object[]) =>
      caseUnder({}, [{ at: '2011-12-30T10:00:00Z' }, ...log] as never).at(now).deadlines[0];
    const unknown = {
      due: null,
      status: 'unknown',
      words: { key: 'deadline.unknown-before', values: { from: '2012-01-01' } },
    };
    expect(early('2012-01-09T10:00:00Z')).toMatchObject(unknown);
    expect(early('2012-02-09T10:00:00Z', { ...up('managers'), at: '2012-02-01T10:00:00Z' })).toMatchObject(unknown);
    const late = caseUnder({}, [{ at: '2028-12-29T10:00:00Z' }]).at('2028-12-30T10:00:00Z').deadlines[0];
    expect(late).toMatchObject({ due: null, status: 'unknown', words: { key: 'deadline.unknown' } });
  });

  test('says which days off moved its end', () => {
    const within = { amount: 2, unit: 'calendar-days' };
    const changes = { counting: { lands: 'next-working-day' }, 'stages/0/clocks/0/within': within };
    const [deadline] = caseUnder(changes).at().deadlines;
    expect(deadline).toMatchObject({ due: '2026-11-23' });
    expect(deadline?.explanation.skipped.map(({ date }) => date)).toEqual(['2026-11-22']);
  });

  test('waits for its clause afresh in each stage', () => {
    const changes = { 'timescales/0': clock({ scope: 'stage', stops: { done: 'small.review' } }) };
    const log = [{}, done('small.review')];
    expect(caseUnder(changes, log).try({ action: 'done', clause: 'small.review' })).toBe('refusal.nothing-owed');
    expect(caseUnder(changes, [...log, up('managers')]).try({ action: 'done', clause: 'small.review' })).toBe(
      'accepted',
    );
  });

  test('that caps the case can be met by a clause', () => {
    const changes = { 'timescales/0': clock({ scope: 'case', stops: { done: 'small.review' } }) };
    expect(caseUnder(changes).try({ action: 'done', clause: 'small.review' })).toBe('accepted');
    const { deadlines } = caseUnder(changes, [{}, done('small.review'), up('managers')]).at();
    expect(deadlines.find(({ id }) => id === 'reply')?.status).toBe('met');
  });

  test('can cap some stages together', () => {
    const within = { amount: 10, unit: 'working-days' };
    const changes = { 'timescales/0': clock({ scope: 'case', stages: ['managers', 'top'], within }) };
    const cap = (log: object[]) =>
      caseUnder(changes, log as never)
        .at()
        .deadlines.find(({ id }) => id === 'reply');
    expect(cap([{}])).toBeUndefined();
    const upLater = { ...up('managers'), at: '2026-11-24T10:00:00Z' };
    expect(cap([{}, upLater])).toMatchObject({ start: '2026-11-24', due: '2026-12-08', stage: 'managers' });
    expect(cap([{}, upLater, { ...up('top'), at: '2026-11-26T10:00:00Z' }])).toMatchObject({
      due: '2026-12-08',
      stage: 'top',
    });
    const first = { ...changes, 'timescales/0': clock({ scope: 'case', stages: ['talk'], within }) };
    const { at } = caseUnder(first, [{}, up('managers')]);
    expect(at().deadlines.find(({ id }) => id === 'reply')).toMatchObject({ status: 'met', stage: 'talk' });
  });
});

describe('a decision', () => {
  const decision = (option: object) => ({
    'stages/0/decision': {
      options: [{ id: 'go', label: 'Go', ...option }],
      decidedBy: 'panel',
      clauses: ['small.talk'],
    },
  });
  const decide = (fields: object) => ({ action: 'decide', option: 'go', ...fields });
  const members = (...agencies: string[]) => ({ panel: agencies.map((agency) => ({ agency })) });

  test('can ask for so many agencies or more', () => {
    const { try: put } = caseUnder(decision({ panel: { agenciesAtLeast: 2 } }));
    expect(put(decide(members('Police')))).toBe('refusal.panel.agencies-at-least');
    expect(put(decide(members('Police', 'Trust', 'Hill School')))).toBe('accepted');
  });

  test('can ask for sectors; those of the agencies in the case are known', () => {
    const { try: put } = caseUnder(decision({ panel: { sectors: ['education', 'police'] } }));
    expect(put(decide(members('hill  school', 'Police')))).toBe('refusal.panel.sector');
    const police = { agency: 'Police', sector: 'police' };
    expect(put(decide({ panel: [{ agency: 'hill  school' }, police] }))).toBe('accepted');
    expect(put(decide({ panel: [{ agency: 'Hill School', sector: 'health' }, police] }))).toBe('refusal.panel.sector');
    expect(put(decide({ panel: [{ agency: 'Police', sector: 'army' }] }))).toBe('refusal.field');
  });

  test('can ask for a chair from outside', () => {
    const { try: put } = caseUnder(decision({ chair: { independent: true } }));
    expect(put(decide({ chair: { agency: 'A company' } }))).toBe('refusal.chair.independent');
    expect(put(decide({ chair: { agency: 'A company', independent: true } }))).toBe('accepted');
  });
});

test('a case cannot end as agreed at a stage that ends otherwise', () => {
  const { try: put } = caseUnder({ 'stages/0/results': ['decision-upheld'] });
  expect(put({ action: 'resolve', outcome: 'Ended' })).toBe('refusal.result');
  expect(put({ action: 'resolve', outcome: 'Ended', result: 'decision-upheld' })).toBe('accepted');
});

test('dissent is taken anywhere, and names the clause where the policy speaks of it', () => {
  const { at, try: put } = caseUnder({ dissent: { clauses: ['small.top'], stages: ['top'] } });
  expect(put({ action: 'dissent', summary: 'No' })).toBe('accepted');
  expect(at().actions.find(({ action }) => action === 'dissent')?.clauses).toEqual([]);
  const top = caseUnder({ dissent: { clauses: ['small.top'], stages: ['top'] } }, [{}, up('top', 'urgent')]);
  expect(top.at().actions.find(({ action }) => action === 'dissent')?.clauses).toEqual(['small.top']);
});
