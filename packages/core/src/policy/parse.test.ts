import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import small from '../../../../test/conformance/policies/small.json' with { type: 'json' };
import { checkPolicy, MOST_FAULTS, parsePolicy, PolicyError, type Fault } from './parse.ts';

/** A fault as far as a row of a table says. */
type Expected = Partial<Omit<Fault, 'message'>> & { message?: string | RegExp };

function faultsOf(changes: Changes): Fault[] {
  return checkPolicy(changed(changes)).faults ?? [];
}

function expectFaults(faults: readonly Fault[], expected: readonly Expected[]): void {
  expect(faults).toHaveLength(expected.length);
  faults.forEach((fault, index) => {
    const { message, ...rest } = expected[index]!;
    expect(fault).toMatchObject(rest);
    if (typeof message === 'string') expect(fault.message).toBe(message);
    else if (message) expect(fault.message).toMatch(message);
  });
}

const ID = 'an id of letters, digits, dots and hyphens';
const UNITS =
  'one of "hours", "working-days", "calendar-days", "weeks", "months", "same-working-day", "next-working-day"';

describe('parsePolicy', () => {
  it('returns a sound policy, as a copy', () => {
    const policy = parsePolicy(small);
    expect(policy).toEqual(small);
    expect(policy).not.toBe(small);
    expect(policy.stages[0]).not.toBe(small.stages[0]);
  });

  it('throws an error that lists every fault', () => {
    const wrong = changed({ format: 2, 'stages/1/label': '', 'ways/0/to': 'topp' });
    expect(() => parsePolicy(wrong)).toThrow(PolicyError);
    try {
      parsePolicy(wrong);
    } catch (error) {
      expect((error as PolicyError).faults.map(({ path }) => path)).toEqual([
        '$.format',
        '$.stages[1].label',
        '$.ways[0].to',
      ]);
      expect((error as PolicyError).message).toBe(
        [
          'The policy is refused.',
          '  $.format: Found 2; it takes 1.',
          '  $.stages[1].label: This may not be empty.',
          '  $.ways[0].to: The policy has no stage "topp". Did you mean "top"?',
        ].join('\n'),
      );
    }
  });
});

describe('faults of the shape', () => {
  const table: [string, Changes, Expected][] = [
    [
      'a missing text',
      { 'stages/0/label': undefined },
      { path: '$.stages[0].label', found: 'nothing', allowed: 'text', message: 'This is missing; it takes text.' },
    ],
    [
      'a missing list',
      { 'duties/0/on': undefined },
      { path: '$.duties[0].on', found: 'nothing', message: /^This is missing; it takes a list, each an object/ },
    ],
    [
      'another kind of value',
      { title: 5 },
      { path: '$.title', found: '5', allowed: 'text', message: 'Found 5; it takes text.' },
    ],
    [
      'a word outside a closed set',
      { 'stages/0/formality': 'infromal' },
      {
        path: '$.stages[0].formality',
        found: '"infromal"',
        allowed: 'one of "informal", "formal", "unsaid"',
        message: 'Found "infromal"; it takes one of "informal", "formal", "unsaid". Did you mean "informal"?',
      },
    ],
    ['an id with a blank', { 'ways/0/id': 'a b' }, { path: '$.ways[0].id', found: '"a b"', allowed: ID }],
    [
      'a key that is none',
      { 'stages/0/lable': 'x' },
      {
        path: '$.stages[0].lable',
        found: '"x"',
        message: 'The format has no "lable" here. Did you mean "label"?',
      },
    ],
    [
      'a sector that is none',
      { 'roles/1/bySector': { polcie: 'Sergeant' } },
      {
        path: '$.roles[1].bySector.polcie',
        found: '"Sergeant"',
        allowed: 'education, health, police, social-care, voluntary, other',
        message: 'The format has no "polcie" here. Did you mean "police"?',
      },
    ],
    [
      'a clause id that is none',
      { 'clauses/no id': { place: '1', says: 'x' } },
      {
        path: '$.clauses["no id"]',
        found: '"no id"',
        allowed: ID,
        message: `This key cannot stand here; it takes ${ID}.`,
      },
    ],
    [
      'an empty list',
      { 'stages/0/clauses': [] },
      { path: '$.stages[0].clauses', found: '[]', allowed: 'at least 1 item', message: 'This may not be empty.' },
    ],
    ['part of a day', { 'stages/0/clocks/0/within/amount': 1.5 }, { found: '1.5', allowed: 'a whole number' }],
    ['less than no time', { 'stages/0/clocks/0/within/amount': -1 }, { found: '-1', allowed: 'at least 0' }],
    ['very long', { 'stages/0/clocks/0/within/amount': 1e6 }, { allowed: 'at most 10000' }],
    ['a date in words', { 'provenance/taken': '1 May' }, { found: '"1 May"', allowed: 'a date, YYYY-MM-DD' }],
    [
      'a month in words',
      { 'document/dated': 'May' },
      { path: '$.document.dated', allowed: 'a date, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY' },
    ],
    [
      'an address that would run',
      { 'partnership/url': 'javascript:alert(1)' },
      {
        path: '$.partnership.url',
        found: '"javascript:alert(1)"',
        allowed: 'an address that begins with https:, http:, mailto: or tel:',
      },
    ],
    ['an address that would run, disguised', { 'partnership/url': ' javascript:x' }, { path: '$.partnership.url' }],
    ['an address with data', { 'partnership/url': 'data:text/html,x' }, { path: '$.partnership.url' }],
  ];

  it.each(table)('%s', (_name, changes, fault) => expectFaults(faultsOf(changes), [fault]));

  it('has words for every form that the schema asks', () => {
    const faults = faultsOf({
      id: '?',
      'provenance/taken': '?',
      'document/dated': '?',
      'partnership/url': '?',
      'clauses/?': { place: '1', says: 'x' },
    });
    expect(faults).toHaveLength(5);
    // Without words a message falls back on the pattern itself.
    for (const { allowed } of faults) expect(allowed).not.toContain('^');
  });
});

describe('faults where several things could stand', () => {
  const table: [string, Changes, Expected[]][] = [
    [
      'another kind of value names all that fits',
      { 'stages/0/clocks/0/within': '2 working days' },
      [
        {
          path: '$.stages[0].clocks[0].within',
          found: '"2 working days"',
          allowed:
            'an object {amount, unit, countedAs?}, or a list, each an object {amount, unit, countedAs?}, or null',
        },
      ],
    ],
    [
      'an object is held against the object',
      { 'stages/0/clocks/0/within': { amount: 2, unit: 'workingdays' } },
      [{ path: '$.stages[0].clocks[0].within.unit', found: '"workingdays"', allowed: UNITS }],
    ],
    [
      'a list against the list',
      { 'stages/0/clocks/0/within': [{ amount: 2, unit: 'days' }] },
      [{ path: '$.stages[0].clocks[0].within[0].unit', found: '"days"', allowed: UNITS }],
    ],
    [
      'the key tells which is meant',
      { 'duties/0/on': [{ event: 'resolvd' }] },
      [{ path: '$.duties[0].on[0].event', found: '"resolvd"', message: /Did you mean "resolved"\?$/ }],
    ],
    [
      'even a misspelt key does',
      { 'stages/0/clocks/0/starts': { stge: 'talk' } },
      [
        { path: '$.stages[0].clocks[0].starts.stage', found: 'nothing' },
        {
          path: '$.stages[0].clocks[0].starts.stge',
          message: 'The format has no "stge" here. Did you mean "stage"?',
        },
      ],
    ],
    [
      'inside one another',
      { 'stages/0/clocks/0/starts': { firstOf: ['opened', { done: 5 }] } },
      [{ path: '$.stages[0].clocks[0].starts.firstOf[1].done', found: '5', allowed: ID }],
    ],
    [
      'a misspelt word',
      { 'duties/1/by': 'at once' },
      [
        {
          path: '$.duties[1].by',
          found: '"at once"',
          message:
            'Found "at once"; it takes "at-once", or an object {amount, unit, countedAs?}, or null. ' +
            'Did you mean "at-once"?',
        },
      ],
    ],
    [
      'nothing tells which is meant',
      { 'stages/0/clocks/0/starts': {} },
      [
        {
          path: '$.stages[0].clocks[0].starts',
          found: '{}',
          allowed:
            'one of "entered", "opened", or an object {stage}, or an object {event, side?}, ' +
            'or an object {done}, or an object {firstOf}',
        },
      ],
    ],
  ];

  it.each(table)('%s', (_name, changes, expected) => expectFaults(faultsOf(changes), expected));
});

describe('the list of faults', () => {
  it('is cut, and says how many more there are', () => {
    const faults = faultsOf({ reminders: Array.from({ length: 300 }, () => 1) });
    expect(faults).toHaveLength(MOST_FAULTS + 1);
    expect(faults.at(-1)).toEqual({ path: '$', found: '300 faults', allowed: 'none', message: 'And 200 more.' });
  });

  it('names a place once', () => {
    expectFaults(faultsOf({ 'stages/0/clocks/0/within/amount': NaN }), [{ message: 'This is not JSON.' }]);
  });

  it('holds faults of references beside faults of the shape', () => {
    const faults = faultsOf({
      'stages/0/label': 5,
      'stages/0/meets/raising/0': 'wroker',
      'duties/0/on/0/enters/1': 'x',
    });
    expect(faults.map(({ path }) => path)).toEqual([
      '$.stages[0].label',
      '$.stages[0].meets.raising[0]',
      '$.duties[0].on[0].enters[1]',
    ]);
  });
});
