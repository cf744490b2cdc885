import type { Fault } from '@escalation-kit/core/parse';
import type { Changes } from './changed-policy.ts';

/** A fault as far as a row of a table says. */
export type ExpectedFault = Partial<Omit<Fault, 'message'>> & { message?: string | RegExp };

const ID = 'an id of letters, digits, dots and hyphens';
const UNITS =
  'one of "hours", "working-days", "calendar-days", "weeks", "months", "same-working-day", "next-working-day"';

/** What the shape of a policy refuses, with the one fault that follows. */
export const SHAPE_FAULTS: readonly [string, Changes, ExpectedFault][] = [
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
  [
    'a guard before what puts the record right',
    { 'guards/0/before/0/action': 'correct' },
    { path: '$.guards[0].before[0].action', found: '"correct"' },
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

/** The same where several things could stand in a place. */
export const CHOICE_FAULTS: readonly [string, Changes, ExpectedFault[]][] = [
  [
    'another kind of value names all that fits',
    { 'stages/0/clocks/0/within': '2 working days' },
    [
      {
        path: '$.stages[0].clocks[0].within',
        found: '"2 working days"',
        allowed: 'an object {amount, unit, countedAs?}, or a list, each an object {amount, unit, countedAs?}, or null',
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
          'or an object {done}, or an object {answer}, or an object {firstOf}',
      },
    ],
  ],
];
