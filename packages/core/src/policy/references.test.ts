import { describe, expect, it } from 'vitest';
import type { core } from 'zod/mini';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import type { Fault } from './fault.ts';
import { markOf } from './marks.ts';
import { referenceFaults } from './references.ts';
import { policySchema } from './schema.ts';
import { schemasIn } from './walk.ts';

function faultsOf(changes: Changes): Fault[] {
  return referenceFaults(changed(changes));
}

const duty = (on: unknown, more = {}) => ({
  id: 'extra',
  kind: 'act',
  text: 'Do it',
  clauses: ['small.record'],
  owner: 'raising',
  on: [on],
  by: null,
  ...more,
});
const timescale = (more = {}) => ({
  id: 'whole',
  scope: 'stage',
  clauses: ['small.talk'],
  owner: 'raising',
  within: { amount: 1, unit: 'months' },
  firmness: 'firm',
  ...more,
});

describe('referenceFaults', () => {
  it('finds nothing in a sound policy', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<unknown>([undefined, null, 5, [], 'x', {}])('finds nothing to look at in %j', (value) => {
    expect(referenceFaults(value)).toEqual([]);
  });

  it('leaves a kind alone whose list cannot be read', () => {
    expect(faultsOf({ roles: 'x', contacts: undefined, clauses: [] })).toEqual([]);
  });
});

describe('ids', () => {
  const again = 'Another part has the id "x" already.';
  it.each<[string, Changes, string]>([
    ['stages', { 'stages/0/id': 'talk', 'stages/1/id': 'talk' }, '$.stages[1].id'],
    ['routes', { 'routes/1/id': 'standard' }, '$.routes[1].id'],
    ['roles', { 'roles/2/id': 'manager' }, '$.roles[2].id'],
    ['causes', { 'causes/1/id': 'thresholds' }, '$.causes[1].id'],
    ['duties', { 'duties/2/id': 'late' }, '$.duties[2].id'],
    ['decision options', { 'stages/3/decision/options/1/id': 'uphold' }, '$.stages[3].decision.options[1].id'],
    ['clocks of a stage', { 'stages/3/clocks/1': { id: 'week' } }, '$.stages[3].clocks[1].id'],
    ['timescales and clocks', { 'timescales/0': timescale({ id: 'week' }) }, '$.stages[3].clocks[0].id'],
    ['facts', { 'facts/1': { id: 'danger', question: 'Again?' } }, '$.facts[1].id'],
    ['asks', { 'asks/1': { id: 'manager' } }, '$.asks[1].id'],
    ['priorities', { 'priorities/1': { id: 'high' } }, '$.priorities[1].id'],
    ['ways', { 'ways/1': { id: 'danger' } }, '$.ways[1].id'],
    ['guards', { 'guards/1': { id: 'told' } }, '$.guards[1].id'],
    ['callouts', { 'callouts/1': { id: 'danger' } }, '$.callouts[1].id'],
    ['contacts', { 'contacts/1': { id: 'office' } }, '$.contacts[1].id'],
    ['timescales', { timescales: [timescale(), timescale()] }, '$.timescales[1].id'],
  ])('of %s are unique', (_name, changes, path) => {
    const fault = faultsOf(changes).find((candidate) => candidate.path === path);
    expect(fault).toEqual({
      path,
      found: fault?.found,
      allowed: 'an id of its own',
      message: again.replace('"x"', fault?.found ?? ''),
    });
  });

  it('of clocks may come again at another stage', () => {
    expect(faultsOf({ 'stages/2/clocks': [timescale({ id: 'soon' })] })).toEqual([]);
  });

  it.each([
    ['stages/0/id', '$.stages[0].id'],
    ['facts/0/id', '$.facts[0].id'],
    ['stages/3/decision/options/0/id', '$.stages[3].decision.options[0].id'],
  ])('at %s are no words of the language', (place, path) => {
    expect(faultsOf({ [place]: 'toString' })).toContainEqual({
      path,
      found: '"toString"',
      allowed: 'any other id',
      message: '"toString" is a word of the programming language.',
    });
  });

  it('of clauses are none either', () => {
    expect(faultsOf({ 'clauses/constructor': { place: '1', says: 'x' } })).toMatchObject([
      { path: '$.clauses.constructor', found: '"constructor"' },
    ]);
  });

  it.each(['route', 'by', 'protectBy'])('of asks do not hide the field %s of a case', (id) => {
    expect(faultsOf({ 'asks/0/id': id })).toEqual([
      {
        path: '$.asks[0].id',
        found: `"${id}"`,
        allowed: 'any other id',
        message: `Every case has a field "${id}" already.`,
      },
    ]);
  });
});

describe('what is referred to exists', () => {
  it.each<[string, string, string, string]>([
    ['causes/1/routes/0', '$.causes[1].routes[0]', 'shrot', 'The policy has no route "shrot". Did you mean "short"?'],
    ['facts/0/routes', '$.facts[0].routes[0]', '*', 'The policy has no route "*".'],
    ['facts/0/stages', '$.facts[0].stages[0]', '*', 'The policy has no stage "*".'],
    ['asks/0/stages/1', '$.asks[0].stages[1]', 'frist', 'The policy has no stage "frist". Did you mean "first"?'],
    ['routes/1/stages/0', '$.routes[1].stages[0]', '9', 'The policy has no stage "9".'],
    ['routes/1/joins/route', '$.routes[1].joins.route', 'x', 'The policy has no route "x".'],
    ['routes/1/joins/at', '$.routes[1].joins.at', 'x', 'The policy has no stage "x".'],
    ['routes/0/beside', '$.routes[0].beside', 'x', 'The policy has no route "x".'],
    [
      'stages/0/meets/raising/0',
      '$.stages[0].meets.raising[0]',
      'wroker',
      'The policy has no role "wroker". Did you mean "worker"?',
    ],
    ['stages/0/meets/receiving/0', '$.stages[0].meets.receiving[0]', 'x', 'The policy has no role "x".'],
    ['stages/3/meets/partnership/0', '$.stages[3].meets.partnership[0]', 'x', 'The policy has no role "x".'],
    ['stages/3/broughtBy', '$.stages[3].broughtBy[0]', '*', 'The policy has no role "*".'],
    [
      'stages/0/clauses/0',
      '$.stages[0].clauses[0]',
      'small.tlak',
      'The policy has no clause "small.tlak". Did you mean "small.talk"?',
    ],
    ['stages/0/clocks/0/clauses/0', '$.stages[0].clocks[0].clauses[0]', 'x', 'The policy has no clause "x".'],
    ['provenance/review/clauses/0', '$.provenance.review.clauses[0]', 'x', 'The policy has no clause "x".'],
    ['ways/0/to', '$.ways[0].to', 'topp', 'The policy has no stage "topp". Did you mean "top"?'],
    ['ways/0/from', '$.ways[0].from[0]', '*', 'The policy has no stage "*".'],
    ['ways/0/approver', '$.ways[0].approver', 'x', 'The policy has no role "x".'],
    ['ways/0/consultFirst', '$.ways[0].consultFirst', 'x', 'The policy has no role "x".'],
    ['guards/0/before/0/to/0', '$.guards[0].before[0].to[0]', 'x', 'The policy has no stage "x".'],
    ['guards/0/before/0/from', '$.guards[0].before[0].from[0]', '*', 'The policy has no stage "*".'],
    ['guards/0/needs/done/0', '$.guards[0].needs.done[0]', 'x', 'The policy has no clause "x".'],
    ['duties/2/who', '$.duties[2].who', 'x', 'The policy has no role "x".'],
    ['duties/1/contact', '$.duties[1].contact', 'ofice', 'The policy has no contact "ofice". Did you mean "office"?'],
    ['duties/0/on/0/enters/2', '$.duties[0].on[0].enters[2]', 'x', 'The policy has no stage "x".'],
    [
      'duties/2/on/1/option/0',
      '$.duties[2].on[1].option[0]',
      'uphodl',
      'The policy has no decision option "uphodl". Did you mean "uphold"?',
    ],
    ['duties/1/copies', '$.duties[1].copies[0]', '*', 'The policy has no contact "*".'],
    ['duties/2/on/0/clause', '$.duties[2].on[0].clause[0]', '*', 'The policy has no clause "*".'],
    ['callouts/0/stages', '$.callouts[0].stages[0]', '*', 'The policy has no stage "*".'],
    ['callouts/0/contact', '$.callouts[0].contact', 'x', 'The policy has no contact "x".'],
  ])('%s', (place, path, id, message) => {
    const list = id === '*';
    const faults = faultsOf({ [place]: list ? [id] : id });
    expect(faults).toMatchObject([{ path, found: JSON.stringify(id), message }]);
  });

  it.each<[string, unknown, string]>([
    ['starts', { stage: 'x' }, '$.stages[0].clocks[0].starts.stage'],
    ['starts', { done: 'x' }, '$.stages[0].clocks[0].starts.done'],
    ['starts', { firstOf: ['opened', { stage: 'x' }] }, '$.stages[0].clocks[0].starts.firstOf[1].stage'],
    ['starts', { firstOf: [{ done: 'x' }] }, '$.stages[0].clocks[0].starts.firstOf[0].done'],
    ['starts', { answer: 'x' }, '$.stages[0].clocks[0].starts.answer'],
    ['starts', { firstOf: [{ answer: 'x' }] }, '$.stages[0].clocks[0].starts.firstOf[0].answer'],
    ['stops', { done: 'x' }, '$.stages[0].clocks[0].stops.done'],
    ['byPriority', { x: { amount: 1, unit: 'hours' } }, '$.stages[0].clocks[0].byPriority.x'],
    [
      'instead',
      [{ when: { stage: ['x'] }, within: null, words: 'now', clauses: ['small.talk'] }],
      '$.stages[0].clocks[0].instead[0].when.stage[0]',
    ],
  ])('of a clock, in %s %j', (field, value, path) => {
    expect(faultsOf({ [`stages/0/clocks/0/${field}`]: value })).toMatchObject([{ path, found: '"x"' }]);
  });

  it('of a timescale', () => {
    expect(faultsOf({ 'timescales/0': timescale({ stages: ['x'] }) })).toMatchObject([
      { path: '$.timescales[0].stages[0]' },
    ]);
  });

  it('of dissent', () => {
    expect(faultsOf({ dissent: { clauses: ['small.top'], stages: ['x'] } })).toMatchObject([
      { path: '$.dissent.stages[0]' },
    ]);
  });

  it('of who approves that a date is put off', () => {
    expect(faultsOf({ extension: { clauses: ['small.top'], approver: 'x' } })).toMatchObject([
      { path: '$.extension.approver', message: 'The policy has no role "x".' },
    ]);
  });

  it('of what meets a duty', () => {
    expect(faultsOf({ 'duties/0/metBy': [{ event: 'updated' }, { done: 'x' }] })).toMatchObject([
      { path: '$.duties[0].metBy[1].done' },
    ]);
  });

  it('in every place where the format has an id', () => {
    const others = new Set<string>();
    for (const [keys, schema] of keysAndSchemas(policySchema)) {
      if (isId(schema) && markOf(schema).refersTo === undefined) others.add(keys);
    }
    // Ids of the parts themselves, of the policy, and of what stands outside it.
    expect([...others].sort()).toEqual(['calendar', 'clauses{}', 'id']);
  });

  it('of a recurring duty', () => {
    const recurring = { every: { amount: 5, unit: 'working-days' }, restartedBy: ['updated'], stages: ['x'] };
    expect(faultsOf({ 'duties/0/recurring': recurring })).toMatchObject([{ path: '$.duties[0].recurring.stages[0]' }]);
  });

  it.each<[unknown, string]>([
    [{ cause: ['x'] }, '.cause[0]'],
    [{ fact: { x: true } }, '.fact.x'],
    [{ priority: ['x'] }, '.priority[0]'],
    [{ route: ['x'] }, '.route[0]'],
    [{ stage: ['x'] }, '.stage[0]'],
    [{ done: ['x'] }, '.done[0]'],
    [{ bypassed: ['x'] }, '.bypassed[0]'],
    [{ answered: ['x'] }, '.answered[0]'],
    [{ decided: { stage: 'x' } }, '.decided.stage'],
    [{ decided: { option: ['x'] } }, '.decided.option[0]'],
    [{ not: { cause: ['x'] } }, '.not.cause[0]'],
    [{ any: [{ all: [{ not: { fact: { x: false } } }] }] }, '.any[0].all[0].not.fact.x'],
  ])('in the condition %j', (condition, below) => {
    for (const [place, path] of [
      ['stages/0/when', '$.stages[0].when'],
      ['guards/0/needs', '$.guards[0].needs'],
      ['guards/0/waived/when', '$.guards[0].waived.when'],
      ['callouts/0/when', '$.callouts[0].when'],
      ['asks/0/when', '$.asks[0].when'],
      ['ways/0/when', '$.ways[0].when'],
      ['duties/0/when', '$.duties[0].when'],
    ]) {
      expect(faultsOf({ [place!]: condition })).toMatchObject([{ path: `${path}${below}`, found: '"x"' }]);
    }
  });

  it('says what there is', () => {
    expect(faultsOf({ 'ways/0/to': 'x' })[0]!.allowed).toBe('the id of a stage: "talk", "managers", "first", "top"');
    expect(faultsOf({ priorities: undefined, 'ways/0/when': { priority: ['x'] } })).toContainEqual(
      expect.objectContaining({ path: '$.ways[0].when.priority[0]', allowed: 'none: the policy defines no priority' }),
    );
  });

  it('says no more than a dozen', () => {
    const roles = Array.from({ length: 14 }, (_, i) => ({ id: `r${i}`, name: 'Role', clauses: ['small.talk'] }));
    const [fault] = faultsOf({ roles, 'stages/0/meets/raising/0': 'x' });
    expect(fault!.allowed).toMatch(/^the id of a role: "r0", .*"r11", …$/);
  });

  it('does not read what the clauses say', () => {
    expect(faultsOf({ 'clauses/small.talk/notes': [{ kind: 'silent', text: 'x', clauses: ['x'] }] })).toEqual([]);
  });
});

/** Every schema below this one, with the key under which it stands; `{}` after it for the keys of an object. */
function* keysAndSchemas(
  schema: core.$ZodType,
  key = '',
  seen = new Set<core.$ZodType>(),
): Generator<[string, core.$ZodType]> {
  yield [key, schema];
  if (seen.has(schema)) return;
  seen.add(schema);
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type === 'object') {
    for (const [name, inner] of Object.entries(def.shape)) yield* keysAndSchemas(inner, name, seen);
  } else if (def.type === 'record') {
    yield* keysAndSchemas(def.keyType, `${key}{}`, seen);
    yield* keysAndSchemas(def.valueType, key, seen);
  } else for (const inner of schemasIn(schema)) yield* keysAndSchemas(inner, key, seen);
}

function isId(schema: core.$ZodType): boolean {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type !== 'string') return false;
  return (def.checks ?? []).some((check) =>
    String((check._zod.def as { pattern?: RegExp }).pattern).includes('A-Za-z0-9'),
  );
}

describe('what is of format 2', () => {
  it.each<[string, Changes, string]>([
    ['for', { 'stages/0/clocks/0/for': 'reply' }, '$.stages[0].clocks[0].for'],
    ['verb', { 'clauses/small.talk/verb': 'must' }, '$.clauses["small.talk"].verb'],
    ['means', { 'facts/0/means': 'danger' }, '$.facts[0].means'],
    ['emergency', { emergency: { number: '112' } }, '$.emergency'],
    ['addressees', { 'duties/0/addressees': ['originator'] }, '$.duties[0].addressees'],
    ['byService', { 'duties/0/byService': true }, '$.duties[0].byService'],
    ['once', { 'duties/0/once': true }, '$.duties[0].once'],
    ['forms', { forms: [{ id: 'a', title: 'A', clauses: ['small.top'] }] }, '$.forms'],
    ['outcomes', { outcomes: [{ id: 'a', label: 'A', clauses: ['small.top'] }] }, '$.outcomes'],
    ['parties', { 'routes/0/parties': { raising: ['health'] } }, '$.routes[0].parties'],
    ['raiser', { 'stages/0/clocks/0/chosen': ['raiser'] }, '$.stages[0].clocks[0].chosen[0]'],
    [
      'instead',
      { 'stages/0/instead': [{ when: {}, meets: { raising: ['worker'] }, clauses: ['small.top'] }] },
      '$.stages[0].instead',
    ],
    ['stops', { 'stages/0/clocks/0/stops': [{ event: 'discussed' }] }, '$.stages[0].clocks[0].stops'],
    ['date-time', { 'asks/0/kind': 'date-time' }, '$.asks[0].kind'],
    ['texts', { texts: { cy: { title: 'Polisi' } } }, '$.texts'],
    ['passage', { 'clauses/small.talk/passage': { from: 0, to: 9 } }, '$.clauses["small.talk"].passage'],
    [
      'answer',
      { 'clauses/small.talk/notes': [{ kind: 'silent', text: 'x', answer: { text: 'y', by: 'z', on: '2026-01-01' } }] },
      '$.clauses["small.talk"].notes[0].answer',
    ],
    [
      'question',
      { 'provenance/notes': [{ kind: 'silent', text: 'x', question: 'y' }] },
      '$.provenance.notes[0].question',
    ],
    ['acknowledged', { acknowledged: [{ finding: 'role-unused', note: 'x' }] }, '$.acknowledged'],
    ['endUnsaid', { 'stages/3/endUnsaid': { text: 'x', clauses: ['small.top'] } }, '$.stages[3].endUnsaid'],
    ['retired', { 'stages/3/decision/options/0/retired': true }, '$.stages[3].decision.options[0].retired'],
    ['gap', { 'duties/2/on/0/gap': true }, '$.duties[2].on[0].gap'],
    ['doubt', { 'contacts/0/doubt': 'x' }, '$.contacts[0].doubt'],
    ['copies', { 'duties/0/copies': [{ side: 'raising' }] }, '$.duties[0].copies[0]'],
  ])('%s is refused in format 1, with what to write, and taken in format 2', (name, changes, path) => {
    const message = `"${name}" is of format 2: write "format": 2 at the top of the policy.`;
    expect(faultsOf(changes)).toContainEqual(
      expect.objectContaining({ path, message, allowed: 'nothing, in format 1' }),
    );
    expect(faultsOf({ ...changes, format: 2 })).toEqual([]);
  });

  it('is told once for each key', () => {
    const everywhere = { 'clauses/small.talk/verb': 'must', 'clauses/small.top/verb': 'must' };
    expect(faultsOf(everywhere)).toHaveLength(1);
  });

  it('has forms in place of the one form of format 1', () => {
    const officialForm = { title: 'A', url: 'https://partnership.example/', clauses: ['small.top'] };
    expect(faultsOf({ officialForm })).toEqual([]);
    expect(faultsOf({ officialForm, format: 2 })).toMatchObject([
      {
        path: '$.officialForm',
        message: 'Format 2 has no "officialForm": see "forms".',
        allowed: 'nothing, in format 2',
      },
    ]);
  });

  it.each<[string, Changes, string, string]>([
    [
      'a text that is not there',
      { texts: { cy: { 'stages/tlak/name': 'x' } } },
      '$.texts.cy["stages/tlak/name"]',
      'The policy has no text "stages/tlak/name". Did you mean "stages/talk/name"?',
    ],
    [
      'what is no text for people',
      { texts: { cy: { timeZone: 'x' } } },
      '$.texts.cy.timeZone',
      'The policy has no text "timeZone".',
    ],
    [
      'the policy’s own language',
      { texts: { 'en-GB': {} } },
      '$.texts["en-GB"]',
      'The policy itself is in "en-GB": its texts stand where they are.',
    ],
    ['no language', { texts: { 'in Welsh': {} } }, '$.texts["in Welsh"]', '"in Welsh" is not a language tag.'],
    [
      'an acknowledgement of nothing',
      { acknowledged: [{ finding: 'role-unused', at: 'roles/x', note: 'x' }] },
      '$.acknowledged[0].at',
      'The policy has nothing at "roles/x".',
    ],
    [
      'an outcome that is not there',
      { 'stages/0/results': ['mended'] },
      '$.stages[0].results[0]',
      'The policy has no outcome "mended".',
    ],
    [
      'a duty that is not there',
      { forms: [{ id: 'a', title: 'A', clauses: ['small.top'], duty: 'x' }] },
      '$.forms[0].duty',
      'The policy has no duty "x".',
    ],
    [
      'a passage that ends before it begins',
      { 'clauses/small.talk/passage': { from: 9, to: 9 } },
      '$.clauses["small.talk"].passage.to',
      'The passage ends before it begins.',
    ],
    [
      'a person asked for as a date',
      { 'asks/1': { id: 'day', kind: 'date' }, 'duties/0/addressees': [{ ask: 'day' }] },
      '$.duties[0].addressees[0].ask',
      'The ask "day" is not for a person.',
    ],
    [
      'hours counted from a day',
      {
        'asks/1': { id: 'day', kind: 'date' },
        'stages/0/clocks/0/starts': { answer: 'day' },
        'stages/0/clocks/0/within': { amount: 48, unit: 'hours' },
      },
      '$.stages[0].clocks[0].starts.answer',
      'The ask "day" is not for a date with its hour, from which hours could be counted.',
    ],
    [
      'a day that there is not',
      { 'clauses/small.talk/notes': [{ kind: 'silent', text: 'x', answer: { text: 'y', by: 'z', on: '2026-02-30' } }] },
      '$.clauses["small.talk"].notes[0].answer.on',
      'There is no such day as "2026-02-30".',
    ],
  ])('is refused where it names %s', (_name, changes, path, message) => {
    expect(faultsOf({ ...changes, format: 2 })).toMatchObject([{ path, message }]);
  });

  it.each<[string, Changes]>([
    [
      'hours from a date with its hour',
      {
        'asks/1': { id: 'day', kind: 'date-time' },
        'stages/0/clocks/0/starts': { answer: 'day' },
        'stages/0/clocks/0/within': { amount: 48, unit: 'hours' },
      },
    ],
    [
      'hours that count as days, from a day',
      {
        'asks/1': { id: 'day', kind: 'date' },
        'stages/0/clocks/0/starts': { answer: 'day' },
        'stages/0/clocks/0/within': { amount: 48, unit: 'hours', countedAs: { amount: 2, unit: 'working-days' } },
      },
    ],
  ])('takes %s', (_name, changes) => {
    expect(faultsOf({ ...changes, format: 2 })).toEqual([]);
  });
});

describe('what spans fields', () => {
  it.each<[string, Changes, { path: string; found: string; message: string }[]]>([
    [
      'a timescale without a number has words',
      { 'stages/1/clocks/0/words': undefined },
      [
        {
          path: '$.stages[1].clocks[0].words',
          found: 'nothing',
          message: 'A timescale without a number needs its words.',
        },
      ],
    ],
    [
      'one for the whole policy too',
      { 'timescales/0': timescale({ within: null }) },
      [{ path: '$.timescales[0].words', found: 'nothing', message: 'A timescale without a number needs its words.' }],
    ],
    [
      'and what stands in its place',
      { 'stages/0/clocks/0/instead': [{ when: { fact: { danger: true } }, within: null, clauses: ['small.danger'] }] },
      [
        {
          path: '$.stages[0].clocks[0].instead[0].words',
          found: 'nothing',
          message: 'A timescale without a number needs its words.',
        },
      ],
    ],
    [
      'a route has a stage once',
      { 'routes/0/stages/3': 'talk' },
      [{ path: '$.routes[0].stages[3]', found: '"talk"', message: 'The route has the stage "talk" already.' }],
    ],
    [
      'a route joins another at a stage of that one',
      { 'routes/1/joins/at': 'first' },
      [{ path: '$.routes[1].joins.at', found: '"first"', message: 'The route "standard" has no stage "first".' }],
    ],
    [
      'routes do not join in a circle',
      { 'routes/0/joins': { route: 'short', at: 'first', clauses: ['small.short'] } },
      [
        {
          path: '$.routes[0].joins.route',
          found: '"short"',
          message: 'By what it joins, the route leads back to itself.',
        },
        {
          path: '$.routes[1].joins.route',
          found: '"standard"',
          message: 'By what it joins, the route leads back to itself.',
        },
      ],
    ],
    [
      'a route does not join itself',
      { 'routes/0/joins': { route: 'standard', at: 'top', clauses: ['small.short'] } },
      [
        {
          path: '$.routes[0].joins.route',
          found: '"standard"',
          message: 'By what it joins, the route leads back to itself.',
        },
      ],
    ],
    [
      'a duty waits for a clock of its stage',
      { 'duties/1/after': 'week' },
      [{ path: '$.duties[1].after', found: '"week"', message: 'At stage "talk" no clock "week" runs.' }],
    ],
    [
      'of each of its stages',
      { 'duties/1/on': [{ enters: ['talk', 'top'] }, { event: 'updated', at: ['first'] }] },
      [{ path: '$.duties[1].after', found: '"soon"', message: 'At stage "top", "first" no clock "soon" runs.' }],
    ],
    [
      'or of any, where it names no stage',
      { 'duties/1/on': [{ event: 'opened' }], 'duties/1/after': 'x' },
      [{ path: '$.duties[1].after', found: '"x"', message: 'At no stage a clock "x" runs.' }],
    ],
    [
      'a clock runs from an answer that is a day',
      {
        'asks/1': { id: 'day', kind: 'date', label: 'When?', clauses: ['small.talk'], stages: ['talk'], verb: 'may' },
        'stages/0/clocks/0/starts': { firstOf: [{ answer: 'day' }, { answer: 'manager' }] },
      },
      [
        {
          path: '$.stages[0].clocks[0].starts.firstOf[1].answer',
          found: '"manager"',
          message: 'The ask "manager" is not for a date.',
        },
      ],
    ],
    [
      'and there may be none',
      { 'stages/0/clocks/0/starts': { answer: 'manager' } },
      [
        {
          path: '$.stages[0].clocks[0].starts.answer',
          found: '"manager"',
          message: 'The ask "manager" is not for a date.',
        },
      ],
    ],
    [
      'a way past a silence names a clock of its stages',
      { 'ways/0/from': ['talk', 'first'], 'ways/0/silence': 'soon' },
      [{ path: '$.ways[0].silence', found: '"soon"', message: 'At stage "first" no clock "soon" runs.' }],
    ],
    [
      'or of any, where it starts anywhere',
      { 'ways/0/silence': 'x' },
      [{ path: '$.ways[0].silence', found: '"x"', message: 'At no stage a clock "x" runs.' }],
    ],
    [
      'a decision at a stage has the options of that stage',
      { 'duties/2/on/1/at/0': 'talk' },
      [
        { path: '$.duties[2].on[1].option[0]', found: '"uphold"', message: 'Stage "talk" has no option "uphold".' },
        { path: '$.duties[2].on[1].option[1]', found: '"overturn"', message: 'Stage "talk" has no option "overturn".' },
      ],
    ],
    [
      'in conditions too',
      { 'ways/0/when': { any: [{ decided: { stage: 'talk', option: ['uphold'] } }] } },
      [
        {
          path: '$.ways[0].when.any[0].decided.option[0]',
          found: '"uphold"',
          message: 'Stage "talk" has no option "uphold".',
        },
      ],
    ],
    [
      'a day exists',
      { 'provenance/taken': '2026-02-30' },
      [{ path: '$.provenance.taken', found: '"2026-02-30"', message: 'There is no such day as "2026-02-30".' }],
    ],
    [
      'a month exists',
      { 'provenance/review/due': '2027-13', 'document/dated': '2026-00', 'contacts/0/asOf': '2025-02-29' },
      [
        { path: '$.document.dated', found: '"2026-00"', message: 'There is no such day as "2026-00".' },
        { path: '$.provenance.review.due', found: '"2027-13"', message: 'There is no such day as "2027-13".' },
        { path: '$.contacts[0].asOf', found: '"2025-02-29"', message: 'There is no such day as "2025-02-29".' },
      ],
    ],
    [
      'the day of a confirmation exists',
      { 'provenance/confirmed': { by: 'The partnership', on: '2026-04-31' } },
      [{ path: '$.provenance.confirmed.on', found: '"2026-04-31"', message: 'There is no such day as "2026-04-31".' }],
    ],
    [
      'the time zone is known',
      { timeZone: 'Europe/Lodon' },
      [{ path: '$.timeZone', found: '"Europe/Lodon"', message: 'No time zone "Europe/Lodon" is known.' }],
    ],
    [
      'the language is a tag',
      { language: 'English, British' },
      [{ path: '$.language', found: '"English, British"', message: '"English, British" is not a language tag.' }],
    ],
    [
      'an e-mail address adds nothing to a draft',
      { 'contacts/0/email': 'a@b.example?cc=x@y.example' },
      [
        {
          path: '$.contacts[0].email',
          found: '"a@b.example?cc=x@y.example"',
          message: '"a@b.example?cc=x@y.example" is not an e-mail address.',
        },
      ],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(faultsOf(changes)).toMatchObject(expected);
    expect(faultsOf(changes)).toHaveLength(expected.length);
  });

  it.each<[string, Changes]>([
    ['a leap day', { 'provenance/taken': '2024-02-29', 'document/dated': '2026', 'provenance/review/due': '2027-12' }],
    [
      'a duty after a timescale of all stages',
      { 'timescales/0': timescale(), 'duties/3': duty({ enters: ['talk', 'top'] }, { after: 'whole' }) },
    ],
    ['a duty after a clock of some stage', { 'duties/3': duty({ event: 'opened' }, { after: 'soon' }) }],
    [
      'an option at the stage that has it',
      { 'duties/3': duty({ event: 'decided', at: ['talk', 'top'], option: ['uphold'] }) },
    ],
    ['an option wherever it is decided', { 'ways/0/when': { decided: { option: ['uphold'] } } }],
  ])('%s is sound', (_name, changes) => {
    expect(faultsOf(changes)).toEqual([]);
  });

  it('says which options and clocks there are', () => {
    const allowed = (changes: Changes) => faultsOf(changes).map((fault) => fault.allowed);
    expect(allowed({ 'ways/0/when': { decided: { stage: 'talk', option: ['uphold'] } } })).toEqual([
      'none: nothing is decided there',
    ]);
    expect(
      allowed({
        'stages/0/decision': { options: [{ id: 'a' }, { id: 'b' }] },
        'ways/0/when': { decided: { stage: 'talk', option: ['uphold'] } },
      }),
    ).toEqual(['"a", "b"']);
    expect(allowed({ 'duties/1/on': [{ enters: ['talk', 'top'] }] })).toEqual([
      'a clock of these stages: "soon", "week"',
    ]);
    expect(allowed({ 'duties/1/on': [{ enters: ['first'] }] })).toEqual(['a clock of these stages: they have none']);
  });

  it('of timescales counts only at the stages listed', () => {
    const changes = {
      'timescales/0': timescale({ stages: ['talk'] }),
      'duties/3': duty({ enters: ['top'] }, { after: 'whole' }),
    };
    expect(faultsOf(changes)).toMatchObject([
      { path: '$.duties[3].after', allowed: 'a clock of these stages: "week"' },
    ]);
  });
});
