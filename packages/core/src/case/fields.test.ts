import { describe, expect, it, test } from 'vitest';
import { EVENT_TYPES, type EventType } from '../policy/vocabulary.ts';
import {
  correctionFault,
  fieldFault,
  isCountableDate,
  isSoundEvent,
  isSoundField,
  isWrongField,
  malformation,
} from './fields.ts';

const AT = '2026-11-20T10:00:00Z';
const PARTY = { agency: 'Hill School', sector: 'education' };
const PARTIES = { raising: PARTY, receiving: { agency: 'The Trust', sector: 'health', noLead: true } };
const MOST = 100_000;

/** What an event of each type says nothing without, what whoever records it is asked for besides, and what it may say. */
const FIELDS: Readonly<Record<EventType, readonly [needed: object, asked: object, may: object]>> = {
  opened: [
    { route: 'standard', stage: 'talk' },
    { parties: PARTIES },
    {
      policy: { id: 'small' },
      calendar: { id: 'england-and-wales' },
      child: { statuses: [] },
      causes: [],
      facts: {},
      protectBy: '2026-11-27',
      priority: 'high',
      shown: [],
      description: '',
    },
  ],
  changed: [
    {},
    {},
    { child: { statuses: [] }, facts: {}, causes: [], parties: { receiving: PARTY }, priority: 'high' },
  ],
  consulted: [{}, { with: 'Designated lead', side: 'raising' }, {}],
  discussed: [{}, { channel: 'telephone', summary: 'Said' }, {}],
  progressed: [{}, { tier: 'Team manager' }, { side: 'receiving' }],
  'timescale-set': [{ due: '2026-11-27', because: 'agreed' }, {}, {}],
  extended: [{ until: '2026-11-27' }, { reason: 'Half term', safe: true }, { approvedBy: 'Head' }],
  escalated: [{ to: 'managers', because: 'unresolved' }, { reason: 'It stands' }, { approvedBy: 'Head' }],
  decided: [{ option: 'uphold' }, {}, { summary: '', panel: [], chair: { agency: 'Police' } }],
  done: [{ clause: 'small.record' }, {}, { duty: 'record', note: '' }],
  updated: [{}, { summary: 'As before' }, {}],
  dissented: [{}, { summary: 'Not agreed' }, {}],
  'conference-requested': [{}, { reason: 'Declined' }, {}],
  resolved: [{}, { outcome: 'Agreed' }, { outstanding: '', result: 'agreed' }],
  learned: [{}, { summary: 'Ask sooner' }, {}],
  adopted: [{}, {}, { policy: { id: 'small' }, calendar: { id: 'england-and-wales' } }],
  reopened: [{}, { reason: 'New facts' }, {}],
  withdrawn: [{}, { reason: 'Moved away' }, {}],
  closed: [{}, { reason: 'All done' }, {}],
  corrected: [{ of: 'e1' }, {}, {}],
};

describe.each(EVENT_TYPES)('an event %s', (type) => {
  const [needed, asked, may] = FIELDS[type];
  const event = { type, at: AT, ...needed, ...asked };
  const without = (field: string) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== field));

  it('is sound with what is asked for, and with all that it may say', () => {
    expect(isSoundEvent(event)).toBe(true);
    expect(isSoundEvent({ ...event, ...may })).toBe(true);
    expect(fieldFault(type, event)).toBeNull();
  });

  it('cannot be read without what it says nothing without', () => {
    for (const field of ['at', ...Object.keys(needed)]) {
      expect(malformation(without(field))).toMatchObject({ field, missing: true });
      expect(isSoundEvent(without(field))).toBe(false);
    }
  });

  it('can be read without the rest, for which whoever records it is asked', () => {
    for (const field of Object.keys(asked)) {
      expect(malformation(without(field))).toBeNull();
      expect(isSoundEvent(without(field))).toBe(false);
      expect(fieldFault(type, without(field))).toMatchObject({ field, missing: true });
    }
  });

  it('cannot be read where a field of its own is wrong', () => {
    for (const field of Object.keys({ ...needed, ...asked, ...may })) {
      const fault = { field, missing: false };
      expect(malformation({ ...event, [field]: 7 })).toMatchObject(fault);
      expect(fieldFault(type, { ...event, [field]: 7 })).toMatchObject(fault);
      expect(isSoundEvent({ ...event, [field]: 7 })).toBe(false);
      expect(isWrongField(type, field, 7)).toBe(true);
      expect(isWrongField(type, field, ({ ...event, ...may } as Record<string, unknown>)[field])).toBe(false);
    }
  });
});

type Values = readonly unknown[];
const parties = (receiving: unknown) => ({ raising: PARTY, receiving });

describe.each<[field: string, type: EventType, right: Values, wrong: Values]>([
  ['reason', 'closed', ['a', ' b ', 'x'.repeat(MOST)], ['', ' ', null, ['a'], 'x'.repeat(MOST + 1)]],
  ['note', 'done', ['', 'Sent by post', 'x'.repeat(MOST)], [7, null, 'x'.repeat(MOST + 1)]],
  ['until', 'extended', ['2026-11-20', '2028-02-29'], ['2026-02-29', '20 November', AT, null]],
  [
    'at',
    'updated',
    [AT, '2026-11-20T10:00:00+01:00', '1900-01-01T00:00:00Z', '2999-12-31T23:59:59Z'],
    ['2026-11-20', '2026-11-20T10:00:00', '1899-12-31T23:59:59Z', '3000-01-01T00:00:00Z', 7, null],
  ],
  ['safe', 'extended', [true], [false, 'true', 1, null]],
  ['side', 'consulted', ['raising', 'receiving', 'partnership'], ['north', '', 7, null, ['raising']]],
  ['because', 'escalated', ['unresolved', 'urgent'], ['agreed', 'because']],
  ['because', 'timescale-set', ['agreed', 'protects-child', 'priority'], ['urgent']],
  ['result', 'resolved', ['agreed', 'decision-upheld', 'an outcome of the policy’s own'], ['', 7]],
  ['gap', 'resolved', [true, false], ['yes', 1, null]],
  ['gap', 'learned', [true, false], ['yes', 1, null]],
  ['case', 'opened', ['c-7'], ['', ' ', 7, null]],
  ['duties', 'closed', [{}, { 'record@talk': 'done' }, { 'record@talk': 'not-done' }], [{ a: 'maybe' }, [], 'done']],
  ['by', 'updated', [{ side: 'service' }, { side: 'partnership', role: 'Chair' }], [{ side: 'nobody' }, {}, 'service']],
  [
    'causes',
    'opened',
    [[], ['thresholds', ''], Array(1000).fill('a')],
    ['thresholds', [7], Array(1), Array(1001).fill('a'), { length: 0 }],
  ],
  ['facts', 'opened', [{}, { danger: true, harm: false }], [{ danger: 'yes' }, { danger: true, harm: 1 }, [], null]],
  [
    'parties',
    'opened',
    [parties(PARTY), parties({ ...PARTY, noLead: false })],
    [
      { raising: PARTY },
      { receiving: PARTY },
      parties(null),
      parties({ agency: ' ', sector: 'police' }),
      parties({ agency: 'Army', sector: 'army' }),
      parties({ agency: 'Police' }),
      parties({ ...PARTY, noLead: 'yes' }),
      [],
      null,
    ],
  ],
  [
    'parties',
    'changed',
    [{}, { raising: PARTY }, { receiving: PARTY }, parties(PARTY)],
    [{ raising: { agency: 'Police' } }, { receiving: { agency: 'Police' } }, { raising: null }, [], 'both', null],
  ],
  [
    'child',
    'changed',
    [{}, { statuses: ['unborn', 'looked-after'], subject: 'unborn-child', reference: 'C 7' }, { reference: '' }],
    [{ statuses: ['tall'] }, { statuses: 'unborn' }, { subject: 'dog' }, { reference: 7 }, [], 'unborn', null],
  ],
  ['chair', 'decided', [{ agency: 'Police' }], [{}, { agency: ' ' }, [], 'Police', null]],
  [
    'panel',
    'decided',
    [[], [{ agency: 'Police' }, { agency: 'The Trust', sector: 'health' }]],
    [[{}], [{ agency: 'Police', sector: 'army' }], [null], { agency: 'Police' }, null],
  ],
  ['policy', 'adopted', [{ id: 'small', version: '1' }], [{}, { id: '' }, 'small', null]],
  [
    'by',
    'updated',
    [{ side: 'raising' }, { side: 'receiving', role: '', name: 'A. Head' }],
    [{}, { side: 'north' }, { side: 'raising', role: 7 }, { side: 'raising', name: 7 }, [], 'raising', null],
  ],
])('the field %s of an event %s', (field, type, right, wrong) => {
  const shown = (values: Values) => values.map((value) => ({ value, shown: JSON.stringify(value).slice(0, 60) }));

  it.each(shown(right))('can be $shown', ({ value }) => {
    expect(isSoundField(type, field, value)).toBe(true);
    expect(isWrongField(type, field, value)).toBe(false);
    expect(correctionFault(type, { [field]: value })).toBeNull();
  });

  it.each(shown(wrong))('cannot be $shown', ({ value }) => {
    expect(isSoundField(type, field, value)).toBe(false);
    expect(isWrongField(type, field, value)).toBe(true);
    expect(correctionFault(type, { [field]: value })).toMatchObject({ field, missing: false });
  });
});

describe('what is in every event', () => {
  const event = { type: 'updated', summary: 'As before', at: AT };

  it.each<[Readonly<Record<string, unknown>>, boolean]>([
    [{ id: 'e1', recorded: '2026-11-21T10:00:00Z', by: { side: 'raising' } }, true],
    [{}, true],
    [{ id: ' ' }, false],
    [{ id: 7 }, false],
    [{ at: 'yesterday' }, false],
    [{ recorded: 'today' }, false],
    [{ by: { side: 'north' } }, false],
  ])('%j: sound %j', (fields, isSound) => {
    expect(isSoundEvent({ ...event, ...fields })).toBe(isSound);
    expect(fieldFault('updated', { ...event, ...fields }) === null).toBe(isSound);
  });

  it('is told of before what the type has of its own', () => {
    const wrong = { ...event, id: 7, recorded: 7, by: 7, summary: 7 };
    expect(fieldFault('updated', { ...wrong, at: 7 })?.field).toBe('id');
    expect(fieldFault('updated', { ...wrong, at: 7, id: 'e1' })?.field).toBe('at');
    expect(malformation({ ...wrong, id: 'e1' })?.field).toBe('recorded');
    expect(malformation({ ...wrong, id: 'e1', recorded: AT })?.field).toBe('by');
    expect(malformation({ ...event, summary: 7 })?.field).toBe('summary');
  });
});

describe('what cannot be read', () => {
  it.each([null, undefined, 'opened', 7, [event()]])('%j is no event at all', (value) => {
    expect(malformation(value)).toEqual({ field: '', allowed: 'an object', missing: false });
    expect(isSoundEvent(value)).toBe(false);
  });

  it.each([undefined, 'moved', 'toString', ['updated'], 7])('no event has the type %j', (type) => {
    expect(malformation(event({ type }))).toEqual({
      field: 'type',
      allowed: `one of ${EVENT_TYPES.join(', ')}`,
      missing: false,
    });
    expect(isSoundEvent(event({ type }))).toBe(false);
  });

  it('is not an event with a blank text: that is missing, and the rest of it counts', () => {
    expect(malformation(event({ summary: ' ' }))).toBeNull();
    expect(fieldFault('updated', event({ summary: ' ' }))).toMatchObject({ field: 'summary', missing: true });
    expect(malformation(event({ type: 'timescale-set', due: ' ', because: 'agreed' }))).toMatchObject({
      field: 'due',
      missing: false,
    });
    expect(malformation(event({ id: ' ' }))).toBeNull();
    expect(malformation(event({ summary: 'x'.repeat(MOST + 1) }))).toMatchObject({ field: 'summary', missing: false });
  });

  function event(fields: object = {}): Record<string, unknown> {
    return { type: 'updated', summary: 'As before', at: AT, ...fields };
  }
});

describe('a field that the type does not have', () => {
  it.each<[string, string]>([
    ['updated', 'channel'],
    ['updated', 'toString'],
    ['moved', 'summary'],
    ['toString', 'length'],
  ])('%s has no %s, which is neither right nor wrong', (type, field) => {
    expect(isSoundField(type as EventType, field, 'x')).toBe(false);
    expect(isWrongField(type as EventType, field, 7)).toBe(false);
  });

  it('is not asked about when an entry is corrected', () => {
    expect(correctionFault('updated', { channel: 7, summary: undefined })).toBeNull();
  });

  it('leaves those of every event, also where the type is none', () => {
    expect(isSoundField('moved' as EventType, 'at', AT)).toBe(true);
    expect(isWrongField('moved' as EventType, 'at', 'yesterday')).toBe(true);
  });
});

test.each<[EventType, string, string]>([
  ['closed', 'reason', 'text that is not blank, up to 100000 characters'],
  ['done', 'note', 'text, up to 100000 characters'],
  ['extended', 'until', 'a civil date, YYYY-MM-DD, that exists'],
  ['updated', 'at', 'an ISO 8601 instant with Z or an offset, of the years 1900 to 2999'],
  ['extended', 'safe', 'true'],
  ['consulted', 'side', 'one of raising, receiving, partnership'],
  ['opened', 'causes', 'a list of texts'],
  ['opened', 'facts', 'an object of true and false, by the id of the question'],
  [
    'opened',
    'parties',
    '{raising, receiving}, each {agency, sector (education, health, police, social-care, voluntary, other), agencyId?, noLead?}',
  ],
  [
    'opened',
    'child',
    '{statuses: list of child-in-need, child-protection-plan, looked-after, unborn, subject?, reference?}',
  ],
  ['decided', 'chair', 'an object with an agency'],
  [
    'decided',
    'panel',
    'a list of members {agency, sector? (education, health, police, social-care, voluntary, other), senior?, executive?}',
  ],
  ['adopted', 'policy', 'an object with an id'],
  ['updated', 'by', '{side: one of raising, receiving, partnership, service, role?, name?}'],
])('says of an event %s what its field %s must be: %s', (type, field, allowed) => {
  expect(correctionFault(type, { [field]: 7 })).toEqual({ field, allowed, missing: false });
});

test.each([
  ['1900-01-01', true],
  ['2999-12-31', true],
  ['1899-12-31', false],
  ['3000-01-01', false],
  ['2026-02-30', false],
  ['2026', false],
  [undefined, false],
])('a day from which times are counted: %j, %j', (day, isOne) => {
  expect(isCountableDate(day)).toBe(isOne);
});
