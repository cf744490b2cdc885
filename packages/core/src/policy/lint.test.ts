import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import small from '../../../../test/conformance/policies/small.json' with { type: 'json' };
import { acknowledgedFindings, lintPolicy, type Finding } from './lint.ts';
import { FINDING_KINDS } from './vocabulary.ts';
import { parsePolicy } from './parse.ts';

function findings(changes: Changes, now?: string): Finding[] {
  return lintPolicy(parsePolicy(changed(changes)), now === undefined ? {} : { now });
}

const stage = (more = {}) => ({
  id: 'extra',
  label: 'Step X',
  name: 'Something else',
  formality: 'formal',
  clauses: ['small.top'],
  meets: { partnership: ['board'] },
  clocks: [],
  ...more,
});
const must = (needs: unknown, more = {}) => ({
  id: 'must',
  verb: 'must',
  before: [{ action: 'escalate' }, { action: 'resolve' }],
  needs,
  text: 'First this',
  clauses: ['small.top'],
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
/** What a policy may have and the small one does not. */
const HAS_ALL = {
  extension: { clauses: ['small.top'] },
  conference: { text: 'Ask', clauses: ['small.top'] },
  'stages/0/tiers': { names: ['Head'], clauses: ['small.talk'] },
};
/** The small policy in format 2, with everything said that it has a word for. */
const SAID = {
  format: 2,
  ...Object.fromEntries(Object.keys(small.clauses).map((id) => [`clauses/${id}/verb`, 'must'])),
  ...Object.fromEntries(small.duties.map((_, i) => [`duties/${i}/verb`, 'must'])),
  ...Object.fromEntries(
    small.stages.flatMap(({ clocks }, i) =>
      clocks.flatMap((_, j) => [
        [`stages/${i}/clocks/${j}/verb`, 'must'],
        [`stages/${i}/clocks/${j}/for`, 'agree'],
      ]),
    ),
  ),
} as Changes;
/** The guard's steps, from these stages alone. */
const withFrom = (guard: { before?: object[] }, from: readonly string[]) => {
  const before = guard.before ?? [{ action: 'escalate' }, { action: 'resolve' }];
  return { ...guard, before: before.map((step) => ({ ...step, from })) };
};
const callout = (when: unknown, more = {}) => ({
  id: 'extra',
  kind: 'prompt',
  text: 'See',
  clauses: ['small.top'],
  when,
  ...more,
});

it('finds nothing in a policy that says what it means', () => {
  expect(findings({}, '2026-11-20')).toEqual([]);
});

describe('findings', () => {
  const table: [string, Changes, { kind: Finding['kind']; path: string; message?: string; how?: string }[]][] = [
    [
      'a stage on no route',
      { 'stages/4': stage() },
      [{ kind: 'stage-unreachable', path: '$.stages[4]', message: "No case ever stands at stage 'extra'." }],
    ],
    [
      'a stage taken off its route, and all that happened there',
      { 'routes/0/stages': ['managers', 'top'] },
      [
        { kind: 'stage-unreachable', path: '$.stages[0]', message: "No case ever stands at stage 'talk'." },
        {
          kind: 'duty-never-triggered',
          path: '$.duties[1].on[0]',
          message: "Nothing ever gives rise to the duty 'late'.",
        },
        {
          kind: 'guard-without-step',
          path: '$.guards[0].before[0]',
          message: "The guard 'told' stands before a step that nobody can take.",
        },
      ],
    ],
    [
      'a stage for cases that there are not',
      { 'stages/1/when': { subject: ['adult'] } },
      [{ kind: 'stage-unreachable', path: '$.stages[1]', message: "No case goes up to stage 'managers'." }],
    ],
    [
      'a stage that nothing leads out of',
      {
        'guards/1': must(
          { any: [] },
          {
            before: [
              { action: 'escalate', from: ['talk'] },
              { action: 'resolve', from: ['talk'] },
            ],
          },
        ),
      },
      [
        {
          kind: 'stage-without-exit',
          path: '$.stages[0]',
          message: "A case at stage 'talk' can neither go up nor be resolved.",
        },
        { kind: 'guard-never-met', path: '$.guards[1].needs', message: "What the guard 'must' needs can never be so." },
      ],
    ],
    [
      'a stage that a guard shuts, though something could waive it that never is so',
      {
        'guards/1': must(
          { any: [] },
          {
            before: [
              { action: 'escalate', from: ['talk'] },
              { action: 'resolve', from: ['talk'] },
            ],
            waived: { when: { any: [] } },
          },
        ),
      },
      [
        {
          kind: 'stage-without-exit',
          path: '$.stages[0]',
          message: "A case at stage 'talk' can neither go up nor be resolved.",
        },
        { kind: 'guard-never-met', path: '$.guards[1].needs', message: "What the guard 'must' needs can never be so." },
      ],
    ],
    [
      'a step that nobody can take, whatever its guard needs',
      { 'guards/1': must({ any: [] }, { before: [{ action: 'extend' }] }) },
      [
        {
          kind: 'guard-without-step',
          path: '$.guards[1].before[0]',
          message: "The guard 'must' stands before a step that nobody can take.",
        },
      ],
    ],
    [
      'a stage where nobody meets',
      { 'stages/2/meets': {}, 'duties/0/on/0/enters': ['talk', 'managers'] },
      [{ kind: 'stage-without-parties', path: '$.stages[2]', message: "Nobody meets at stage 'first'." }],
    ],
    [
      'a last stage from which nothing comes',
      { 'stages/3/decision': undefined, 'duties/2/on': [{ event: 'resolved', at: ['talk'] }] },
      [
        {
          kind: 'final-stage-without-outcome',
          path: '$.stages[3]',
          message: "Stage 'top' is the last, and nothing says what comes of a case there.",
        },
      ],
    ],
    [
      'a duty of a side that is not there',
      { 'duties/0/on/0/enters/3': 'top' },
      ['raising', 'receiving'].map((side) => ({
        kind: 'duty-without-owner',
        path: '$.duties[0].owner',
        message: `At stage 'top' the duty 'record' is owed by the ${side} agency, which has no part there.`,
      })),
    ],
    [
      'a duty on what never happens',
      { 'duties/2/on': [{ event: 'extended' }, { event: 'resolved' }] },
      [
        {
          kind: 'duty-never-triggered',
          path: '$.duties[2].on[0]',
          message: "Nothing ever gives rise to the duty 'outcome'.",
        },
      ],
    ],
    [
      'a duty on a decision that nobody takes',
      { 'duties/2/on': [{ event: 'decided', at: ['talk'] }] },
      [
        {
          kind: 'duty-never-triggered',
          path: '$.duties[2].on[0]',
          message: "Nothing ever gives rise to the duty 'outcome'.",
        },
      ],
    ],
    [
      'a duty on a result that there is not',
      { 'stages/0/results': ['agreed'], 'duties/2/on': [{ event: 'resolved', at: ['talk'], result: ['policy-gap'] }] },
      [
        {
          kind: 'duty-never-triggered',
          path: '$.duties[2].on[0]',
          message: "Nothing ever gives rise to the duty 'outcome'.",
        },
      ],
    ],
    [
      'a duty under a condition that never holds where it arises',
      { 'duties/1/when': { stage: ['top'] } },
      [
        {
          kind: 'duty-never-triggered',
          path: '$.duties[1].when',
          message: "Nothing ever gives rise to the duty 'late'.",
        },
      ],
    ],
    ...['conference-requested', 'progressed'].map((event): (typeof table)[number] => [
      `a duty on '${event}', which the policy does not have`,
      { 'duties/2/on/2': { event } },
      [
        {
          kind: 'duty-never-triggered',
          path: '$.duties[2].on[2]',
          message: "Nothing ever gives rise to the duty 'outcome'.",
        },
      ],
    ]),
    [
      'a guard before a step that there is not',
      { 'guards/0/before/1': { action: 'escalate', from: ['top'] } },
      [
        {
          kind: 'guard-without-step',
          path: '$.guards[0].before[1]',
          message: "The guard 'told' stands before a step that nobody can take.",
        },
      ],
    ],
    ...['extend', 'request-conference', 'progress'].map((action): (typeof table)[number] => [
      `a guard before '${action}', which the policy does not have`,
      { 'guards/0/before': [{ action }] },
      [
        {
          kind: 'guard-without-step',
          path: '$.guards[0].before[0]',
          message: "The guard 'told' stands before a step that nobody can take.",
        },
      ],
    ]),
    [
      'a guard that needs a decision of a stage above',
      { 'guards/0/needs': { decided: { stage: 'top' } } },
      [{ kind: 'guard-never-met', path: '$.guards[0].needs', message: "What the guard 'told' needs can never be so." }],
    ],
    [
      'a guard that needs what nobody can ask for',
      { 'guards/0/needs': { not: { not: { conferenceRequested: true } } } },
      [{ kind: 'guard-never-met', path: '$.guards[0].needs', message: "What the guard 'told' needs can never be so." }],
    ],
    ...[{ consulted: 'raising' }, { any: [{ done: ['small.review'] }, { discussed: true }] }, { stage: ['talk'] }].map(
      (needs): (typeof table)[number] => [
        `a guard before opening that needs what can only come after: ${JSON.stringify(needs)}`,
        {
          'guards/0/needs': needs,
          'guards/0/before': [{ action: 'open', to: ['talk', 'top'] }],
          'guards/0/waived': undefined,
        },
        [
          {
            kind: 'guard-never-met',
            path: '$.guards[0].needs',
            message: "What the guard 'told' needs can never be so when a case is opened.",
          },
        ],
      ],
    ),
    [
      'a guard that is always met',
      { 'guards/0/needs': { stage: ['talk', 'first'] } },
      [
        {
          kind: 'guard-without-effect',
          path: '$.guards[0].needs',
          message: "The guard 'told' never holds anything up.",
        },
      ],
    ],
    [
      'a guard that is always waived',
      { 'guards/0/waived/when': {} },
      [
        {
          kind: 'guard-without-effect',
          path: '$.guards[0].waived.when',
          message: "The guard 'told' never holds anything up.",
        },
      ],
    ],
    [
      'a guard before a decision where nothing is decided',
      { 'guards/0/before': [{ action: 'decide', from: ['talk'] }] },
      [
        {
          kind: 'guard-without-step',
          path: '$.guards[0].before[0]',
          message: "The guard 'told' stands before a step that nobody can take.",
        },
      ],
    ],
    [
      'a guard before opening at a stage that is on no route',
      { 'stages/4': stage(), 'guards/0/before': [{ action: 'open', to: ['extra'] }] },
      [
        { kind: 'stage-unreachable', path: '$.stages[4]', message: "No case ever stands at stage 'extra'." },
        {
          kind: 'guard-without-step',
          path: '$.guards[0].before[0]',
          message: "The guard 'told' stands before a step that nobody can take.",
        },
      ],
    ],
    [
      'a guard that cannot be met before resolving at the top, from where nothing leads on',
      { 'guards/1': must({ any: [] }, { before: [{ action: 'resolve', from: ['top'] }] }) },
      [
        {
          kind: 'stage-without-exit',
          path: '$.stages[3]',
          message: "A case at stage 'top' can neither go up nor be resolved.",
        },
        { kind: 'guard-never-met', path: '$.guards[1].needs', message: "What the guard 'must' needs can never be so." },
      ],
    ],
    ...[
      { verb: 'should' },
      { waived: { because: ['urgent'] } },
      { waived: { when: { discussed: true } } },
      { before: [{ action: 'resolve' }] },
      { before: [{ action: 'escalate' }] },
      { before: [{ action: 'resolve' }, { action: 'escalate', to: ['managers'] }], from: ['talk'] },
    ].map(({ from = ['talk', 'managers', 'first'], ...more }): (typeof table)[number] => [
      `a guard that cannot be met, past which there is a way: ${JSON.stringify(more)}`,
      { 'guards/1': must({ any: [] }, withFrom(more, from)) },
      [{ kind: 'guard-never-met', path: '$.guards[1].needs', message: "What the guard 'must' needs can never be so." }],
    ]),
    [
      'a last stage of one route of several',
      {
        'routes/2': { id: 'third', label: 'Third', clauses: ['small.top'], stages: ['talk'] },
        'duties/2/on': [{ event: 'resolved', at: ['first'] }],
      },
      [
        {
          kind: 'final-stage-without-outcome',
          path: '$.stages[0]',
          message: "Stage 'talk' is the last, and nothing says what comes of a case there.",
        },
      ],
    ],
    [
      'a last stage on which only other events follow',
      { 'stages/3/decision': undefined, 'duties/2/on': [{ event: 'updated' }] },
      [
        {
          kind: 'final-stage-without-outcome',
          path: '$.stages[3]',
          message: "Stage 'top' is the last, and nothing says what comes of a case there.",
        },
      ],
    ],
    [
      'a clock that asks for a stage at which it does not run',
      { 'timescales/0': timescale({ stages: ['talk'], when: { stage: ['top'] } }) },
      [
        {
          kind: 'condition-never-holds',
          path: '$.timescales[0].when',
          message: "The clock 'whole' never comes into play.",
        },
      ],
    ],
    [
      'a way that asks for a stage from which it does not start',
      { 'ways/0/from': ['talk'], 'ways/0/when': { stage: ['managers'] } },
      [{ kind: 'condition-never-holds', path: '$.ways[0].when', message: "The way 'danger' never comes into play." }],
    ],
    [
      'a callout that asks for a stage at which it does not stand',
      { 'callouts/1': callout({ stage: ['top'] }, { stages: ['talk'] }) },
      [
        {
          kind: 'condition-never-holds',
          path: '$.callouts[1].when',
          message: "The callout 'extra' never comes into play.",
        },
      ],
    ],
    [
      'a way down',
      { 'ways/0/from': ['top'], 'ways/0/to': 'talk' },
      [{ kind: 'way-leads-nowhere', path: '$.ways[0]', message: "The way 'danger' leads nowhere." }],
    ],
    [
      'a way to a stage of another route',
      { 'ways/0/from': ['talk'], 'ways/0/to': 'first' },
      [{ kind: 'way-leads-nowhere', path: '$.ways[0]', message: "The way 'danger' leads nowhere." }],
    ],
    [
      'a way under a condition that never holds',
      { 'ways/0/when': { conferenceRequested: true } },
      [{ kind: 'condition-never-holds', path: '$.ways[0].when', message: "The way 'danger' never comes into play." }],
    ],
    [
      'a clock under a condition that never holds',
      { 'stages/3/clocks/0/when': { route: ['standard'], not: { stage: ['top'] } } },
      [
        {
          kind: 'condition-never-holds',
          path: '$.stages[3].clocks[0].when',
          message: "The clock 'week' never comes into play.",
        },
      ],
    ],
    [
      'what stands in place of a clock in no case',
      {
        'stages/0/clocks/0/instead': [
          { when: { route: ['short'] }, within: null, words: 'now', clauses: ['small.talk'] },
        ],
      },
      [
        {
          kind: 'condition-never-holds',
          path: '$.stages[0].clocks[0].instead[0].when',
          message: "What stands in place of 'soon' never comes into play.",
        },
      ],
    ],
    [
      'a callout that is never shown',
      { 'callouts/1': callout({ because: ['conference-refused'] }) },
      [
        {
          kind: 'condition-never-holds',
          path: '$.callouts[1].when',
          message: "The callout 'extra' never comes into play.",
        },
      ],
    ],
    [
      'a question that is never asked',
      { 'asks/0/when': { decided: { option: ['uphold'] } } },
      [
        {
          kind: 'condition-never-holds',
          path: '$.asks[0].when',
          message: "The question 'manager' never comes into play.",
        },
      ],
    ],
    [
      'a clause that nothing carries',
      { 'clauses/small.more': { place: '11', says: 'More' } },
      [
        {
          kind: 'clause-unused',
          path: '$.clauses["small.more"]',
          message: "Nothing in the policy carries the clause 'small.more'.",
        },
      ],
    ],
    [
      'a route of several without a clause',
      { 'routes/0/clauses': undefined },
      [
        {
          kind: 'part-without-clause',
          path: '$.routes[0]',
          message: "The route 'standard' names no clause of the policy that it rests on.",
        },
      ],
    ],
    [
      'a question without a clause',
      { 'facts/0/clauses': undefined },
      [
        {
          kind: 'part-without-clause',
          path: '$.facts[0]',
          message: "The question 'danger' names no clause of the policy that it rests on.",
        },
      ],
    ],
    [
      'a role that nobody has',
      { 'roles/3': { id: 'extra', name: 'Nobody' } },
      [{ kind: 'role-unused', path: '$.roles[3]', message: "Nothing speaks of the role 'extra'." }],
    ],
    [
      'a contact that nothing sends anybody to',
      { 'contacts/1': { id: 'extra', name: 'Somebody', asOf: '2026', clauses: ['small.top'] } },
      [{ kind: 'contact-unused', path: '$.contacts[1]', message: "Nothing speaks of the contact 'extra'." }],
    ],
    [
      'a question that decides nothing',
      { 'facts/1': { id: 'extra', question: 'So?', clauses: ['small.top'] } },
      [{ kind: 'fact-unused', path: '$.facts[1]', message: "Nothing speaks of the fact 'extra'." }],
    ],
    [
      'a priority that changes nothing',
      { 'priorities/1': { id: 'low', label: 'Low', clauses: ['small.top'] } },
      [{ kind: 'priority-unused', path: '$.priorities[1]', message: "Nothing speaks of the priority 'low'." }],
    ],
    [
      'a calendar whose name has a slip in it',
      { calendar: 'scotand' },
      [
        {
          kind: 'calendar-misspelt',
          path: '$.calendar',
          message: "The kit has no calendar 'scotand': the host must give it. Did you mean 'scotland'?",
        },
      ],
    ],
    [
      'a calendar that nobody is known to give',
      { calendar: 'isle-of-man' },
      [
        {
          kind: 'calendar-unknown',
          path: '$.calendar',
          message: "The kit has no calendar 'isle-of-man': the host must give it.",
        },
      ],
    ],
    [
      'a contact without a date',
      { ...SAID, 'contacts/0/asOf': null },
      [
        {
          kind: 'contact-in-doubt',
          path: '$.contacts[0]',
          message: "It is not known when 'office' was true.",
          how: '`asOf` is null.',
        },
      ],
    ],
    [
      'a contact that may be gone',
      { ...SAID, 'contacts/0/doubt': 'Such offices were closed in 2024.' },
      [
        {
          kind: 'contact-in-doubt',
          path: '$.contacts[0]',
          message: "'office' may not be there any more.",
          how: 'The policy says: Such offices were closed in 2024.',
        },
      ],
    ],
    [
      'parts of format 2 that do not say how binding they are',
      {
        ...SAID,
        'clauses/small.talk/verb': undefined,
        'duties/1/verb': undefined,
        'stages/0/clocks/0/verb': undefined,
      },
      [
        {
          kind: 'verb-missing',
          path: '$.clauses["small.talk"]',
          message: "The clause 'small.talk' does not say how binding it is.",
        },
        { kind: 'verb-missing', path: '$.duties[1]', message: "The duty 'late' does not say how binding it is." },
        {
          kind: 'verb-missing',
          path: '$.stages[0].clocks[0]',
          message: "The clock 'soon' does not say how binding it is.",
        },
      ],
    ],
    [
      'a clock of format 2 that does not say what it is for',
      { ...SAID, 'stages/0/clocks/0/for': undefined },
      [
        {
          kind: 'purpose-missing',
          path: '$.stages[0].clocks[0]',
          message: "The clock 'soon' does not say what the time is for.",
        },
      ],
    ],
    [
      'a firm clock of which the source says should',
      { ...SAID, 'stages/0/clocks/0/verb': 'should' },
      [
        {
          kind: 'firmer-than-source',
          path: '$.stages[0].clocks[0].firmness',
          message: "The clock 'soon' is firm, and its source says 'should'.",
          how: 'Its own `verb` says so.',
        },
      ],
    ],
    [
      'what stands in place of a clock, by the verbs of its clauses',
      {
        ...SAID,
        'clauses/small.danger/verb': 'may',
        'stages/0/clocks/0/verb': undefined,
        'clauses/small.talk/verb': 'must',
        'stages/0/clocks/0/instead': [
          { when: { fact: { danger: true } }, within: null, words: 'at once', clauses: ['small.danger'] },
        ],
      },
      [
        {
          kind: 'firmer-than-source',
          path: '$.stages[0].clocks[0].instead[0].firmness',
          message: "What stands in place of 'soon' is firm, and its source says 'may'.",
          how: 'So say the verbs of the clauses that it names.',
        },
        { kind: 'verb-missing', path: '$.stages[0].clocks[0]' },
        { kind: 'verb-missing', path: '$.stages[0].clocks[0].instead[0]' },
      ],
    ],
    [
      'an acknowledgement of what is not found any more',
      { ...SAID, acknowledged: [{ finding: 'role-unused', at: 'roles/worker', note: 'Kept for later.' }] },
      [
        {
          kind: 'acknowledged-in-vain',
          path: '$.acknowledged[0]',
          message: 'Nothing is found any more of what is acknowledged here (role-unused).',
        },
      ],
    ],
    [
      'what stands in place of who meets, in no case',
      {
        ...SAID,
        'stages/0/instead': [
          { when: { subject: ['adult'] }, meets: { raising: ['manager'] }, clauses: ['small.talk'] },
        ],
      },
      [{ kind: 'condition-never-holds', path: '$.stages[0].instead[0].when' }],
    ],
  ];

  it.each(table)('%s', (_name, changes, expected) => {
    const found = findings(changes);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
    for (const { how } of found) expect(how).toMatch(/\w.*\.$/);
  });

  it('are shown here for every kind', () => {
    const shown = new Set(table.flatMap(([, , expected]) => expected.map(({ kind }) => kind)));
    expect(FINDING_KINDS.filter((kind) => !shown.has(kind))).toEqual(['review-overdue']);
  });

  it('say how they are known', () => {
    const how = (changes: Changes) => findings(changes)[0]!.how;
    expect(how({ calendar: 'scotand' })).toBe(
      'The calendars of the kit are england-and-wales, scotland, northern-ireland.',
    );
    expect(how({ 'guards/0/needs': { stage: ['talk'] } })).toBe('What it needs is always so.');
    expect(how({ 'guards/0/waived/when': {} })).toBe('What waives it is always so.');
  });

  it('name the clauses of the part', () => {
    expect(findings({ 'stages/4': stage() })[0]!.clauses).toEqual(['small.top']);
    expect(findings({ 'duties/1/when': { any: [] } })[0]!.clauses).toEqual(['small.talk.notify']);
    expect(findings({ 'guards/1': must({ any: [] }, { before: [{ action: 'extend' }] }) })[0]!.clauses).toEqual([
      'small.top',
    ]);
  });
});

describe('what depends on the case', () => {
  it.each<[string, Changes]>([
    ['a status of the child', { 'callouts/1': callout({ childStatus: ['unborn'] }) }],
    ['who is involved', { 'callouts/1': callout({ party: { sector: ['health'] } }) }],
    ['one of several stages', { 'callouts/1': callout({ stage: ['talk'] }) }],
    ['one of several routes', { 'callouts/1': callout({ route: ['short'] }) }],
    [
      'a decision below',
      { 'callouts/1': callout({ decided: { stage: 'top', option: ['uphold'] } }, { stages: ['top'] }) },
    ],
    ['what can be recorded', { 'callouts/1': callout({ done: ['small.outcome'] }) }],
    ['what is recorded for its own sake', { 'callouts/1': callout({ done: ['small.review'] }) }],
    [
      'a step past a stage for some cases',
      {
        ways: [],
        'stages/1/when': { fact: { danger: true } },
        'guards/0/before': [{ action: 'escalate', from: ['talk'], to: ['top'] }],
      },
    ],
    ['a reason that a way gives', { 'callouts/1': callout({ because: ['urgent'] }, { stages: ['top'] }) }],
    ['a decision as the reason', { 'callouts/1': callout({ any: [{ any: [] }, { dissented: true }] }) }],
    [
      'a subject that the policy knows',
      { subjects: ['child', 'adult'], 'callouts/1': callout({ subject: ['adult'] }) },
    ],
    [
      'a guard that a reason waives',
      { 'guards/1': must({ fact: { danger: true } }, { waived: { because: ['urgent'] } }) },
    ],
    ['a guard before opening', { 'guards/0/before': [{ action: 'open', to: ['managers'] }] }],
    ['a guard before opening anywhere', { 'guards/0/before': [{ action: 'open' }] }],
    ['a guard before a decision', { 'guards/0/before': [{ action: 'decide', from: ['top'] }] }],
    ['a guard before closing', { 'guards/0/before': [{ action: 'close' }] }],
    [
      'guards before what the policy has',
      {
        ...HAS_ALL,
        'guards/0/before': [
          { action: 'extend' },
          { action: 'request-conference' },
          { action: 'progress', from: ['talk'] },
        ],
      },
    ],
    [
      'duties on what the policy has',
      {
        ...HAS_ALL,
        'stages/0/results': ['agreed'],
        'duties/2/on': [
          { event: 'extended' },
          { event: 'conference-requested' },
          { event: 'progressed', at: ['talk'] },
          { event: 'decided' },
          { event: 'decided', option: ['uphold'] },
          { event: 'updated' },
          { event: 'resolved', at: ['talk'] },
          { event: 'resolved', at: ['talk'], result: ['agreed', 'policy-gap'] },
          { event: 'resolved', at: ['managers'], result: ['policy-gap'] },
        ],
      },
    ],
    [
      'results of the last stage',
      { 'stages/3/decision': undefined, 'stages/3/results': ['agreed'], 'duties/2/on': [{ event: 'updated' }] },
    ],
    [
      'a duty on resolving at the last stage',
      { 'stages/3/decision': undefined, 'duties/2/on': [{ event: 'updated' }, { event: 'resolved', at: ['top'] }] },
    ],
    ['a duty on resolving anywhere', { 'stages/3/decision': undefined, 'duties/2/on': [{ event: 'resolved' }] }],
    [
      'the only route, without a clause',
      {
        routes: [{ id: 'only', label: 'Any', stages: ['talk', 'managers', 'first', 'top'] }],
        'causes/1/routes': undefined,
      },
    ],
    ['a timescale of all stages', { 'timescales/0': timescale({ when: { stage: ['top'] } }) }],
    [
      'a contact with a clause of its own and another',
      { 'contacts/1': { id: 'extra', name: 'Somebody', asOf: '2026', clauses: ['small.top', 'small.contacts'] } },
    ],
    ['a must guard that can be met', { 'guards/1': must({ discussed: true }) }],
    [
      'a mediating last stage',
      {
        'stages/3/decision': undefined,
        'stages/3/mediates': true,
        'duties/2/on': [{ event: 'resolved', at: ['talk'] }],
      },
    ],
    ['the question of immediate danger', { 'facts/1': { id: 'immediate-harm', question: 'Now?' } }],
    [
      'an optional stage between',
      {
        'stages/1/optional': true,
        'guards/1': must({ discussed: true }, { before: [{ action: 'escalate', from: ['talk'], to: ['top'] }] }),
      },
    ],
  ])('is not found: %s', (_name, changes) => {
    expect(findings(changes)).toEqual([]);
  });
});

it('finds nothing in a policy of format 2 that says all it can', () => {
  expect(findings(SAID)).toEqual([]);
});

it('takes a calendar that the host gives for known', () => {
  const policy = parsePolicy(changed({ calendar: 'isle-of-man' }));
  expect(lintPolicy(policy, { calendars: ['isle-of-man'] })).toEqual([]);
});

describe('what the policy acknowledges', () => {
  const note = 'The source names it once more.';
  const extra = {
    ...SAID,
    'roles/3': { id: 'extra', name: 'Nobody', clauses: ['small.top'] },
    'contacts/0/asOf': null,
  };
  const findingsWith = (acknowledged: object[]) => {
    const policy = parsePolicy(changed({ ...extra, acknowledged }));
    return [lintPolicy(policy), acknowledgedFindings(policy)] as const;
  };

  it('is no finding', () => {
    const known = { finding: 'role-unused', at: 'roles/extra', note };
    const [open, acknowledged] = findingsWith([known]);
    expect(open.map(({ kind }) => kind)).toEqual(['contact-in-doubt']);
    expect(acknowledged).toMatchObject([{ finding: { kind: 'role-unused', path: '$.roles[3]' }, by: known }]);
  });

  it('holds below the place that it names, and everywhere where it names none', () => {
    expect(findingsWith([{ finding: 'role-unused', note }])[0].map(({ kind }) => kind)).toEqual(['contact-in-doubt']);
    expect(findingsWith([{ finding: 'role-unused', at: 'roles', note }])[0]).toHaveLength(1);
  });

  it('is of its own kind, at its own place', () => {
    expect(findingsWith([{ finding: 'fact-unused', at: 'roles/extra', note }])[0].map(({ kind }) => kind)).toEqual([
      'contact-in-doubt',
      'role-unused',
      'acknowledged-in-vain',
    ]);
    expect(findingsWith([{ finding: 'role-unused', at: 'roles/worker', note }])[0]).toHaveLength(3);
  });

  it('of a review is in vain only once the day is known', () => {
    const policy = parsePolicy(changed({ ...SAID, acknowledged: [{ finding: 'review-overdue', note }] }));
    expect(lintPolicy(policy)).toEqual([]);
    expect(lintPolicy(policy, { now: '2001-01-01' }).map(({ kind }) => kind)).toEqual(['acknowledged-in-vain']);
    expect(lintPolicy(policy, { now: '2099-01-01' })).toEqual([]);
  });
});

describe('the review', () => {
  it.each([
    ['2027-06', '2027-06-30', false],
    ['2027-06', '2027-07-01', true],
    ['2027', '2027-12-31', false],
    ['2027', '2028-01-01', true],
    ['2027-06-15', '2027-06-15', false],
    ['2027-06-15', '2027-06-16', true],
  ])('due in %s is on %s overdue: %s', (due, now, overdue) => {
    const found = findings({ 'provenance/review/due': due }, now);
    const expected = {
      kind: 'review-overdue',
      path: '$.provenance.review',
      clauses: ['small.review'],
      message: `The policy was due for review in ${due}.`,
      how: `Today is ${now}.`,
    };
    expect(found).toEqual(overdue ? [expected] : []);
  });

  it('is not looked at without a date', () => {
    expect(lintPolicy(parsePolicy({ ...small, provenance: { ...small.provenance, review: undefined } }))).toEqual([
      expect.objectContaining({ kind: 'clause-unused', clauses: ['small.review'] }),
    ]);
    expect(findings({ 'provenance/review/due': '2001' })).toEqual([]);
  });
});
