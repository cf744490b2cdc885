import { describe, expect, it, test } from 'vitest';
import { caseUnder, OPENING } from '../../../../test/engine/small.ts';
import { ACTIONS, type EventType, type Policy } from '../policy/index.ts';
import type { CaseStatus } from './assessment.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { MOST_ENTRIES } from './most-entries.ts';
import { replay } from './replay.ts';

const AT = '2026-11-20T20:00:00Z';
const BY = { side: 'receiving', role: 'Head' };

type Fields = Readonly<Record<string, unknown>>;

/** What comes of a command in a case; the policy decides at every stage, and lets everything be done. */
function madeBy(command: Fields, log?: readonly Fields[]): Fields {
  const clauses = ['small.talk'];
  const more = {
    'stages/0/tiers': { names: ['Team'], clauses },
    'stages/0/decision': { options: [{ id: 'go', label: 'Go' }], decidedBy: 'partnership', clauses },
    extension: { clauses },
    conference: { text: 'Ask for one', clauses },
  };
  const { policy, state } = caseUnder(more, log);
  const decided = decide(policy, state, { at: AT, by: BY, ...command } as unknown as Command);
  if (!decided.accepted) throw new Error(decided.refusal.text.key);
  expect(decided.events).toHaveLength(1);
  return decided.events[0] as unknown as Fields;
}

const RESOLVED = [{}, { type: 'resolved', outcome: 'Agreed', outstanding: '' }];

describe('an action that is taken makes its event, with the fields it was given', () => {
  test.each<[action: string, fields: Fields, type: EventType, log?: Fields[]]>([
    ['change', { facts: { danger: true } }, 'changed'],
    ['consult', { with: 'Lead', side: 'raising' }, 'consulted'],
    ['discuss', { channel: 'telephone', summary: 'Said' }, 'discussed'],
    ['progress', { tier: 'Team' }, 'progressed'],
    ['set-timescale', { due: '2026-11-30', because: 'protects-child' }, 'timescale-set'],
    ['extend', { until: '2026-11-30', reason: 'Half term', safe: true }, 'extended'],
    ['escalate', { to: 'managers', because: 'unresolved', reason: 'It stands' }, 'escalated'],
    ['decide', { option: 'go' }, 'decided'],
    ['done', { clause: 'small.record' }, 'done'],
    ['update', { summary: 'As before' }, 'updated'],
    ['dissent', { summary: 'Not agreed' }, 'dissented'],
    ['request-conference', { reason: 'Declined' }, 'conference-requested'],
    ['learn', { summary: 'Ask sooner' }, 'learned'],
    ['adopt', { policy: { id: 'small', version: '2' } }, 'adopted'],
    ['withdraw', { reason: 'Moved away' }, 'withdrawn'],
    ['correct', { of: 'e1', facts: {} }, 'corrected'],
    ['reopen', { reason: 'New facts' }, 'reopened', RESOLVED],
    ['close', { reason: 'All done' }, 'closed', RESOLVED],
  ])('%s', (action, fields, type, log = [{}]) => {
    const event = { id: `e${log.length + 1}`, type, at: AT, by: BY, ...fields };
    expect(madeBy({ action, ...fields }, log)).toEqual(event);
  });

  test('a resolution leaves nothing outstanding, unless it says what', () => {
    const resolve = { action: 'resolve', outcome: 'Agreed' };
    expect(madeBy(resolve)).toEqual({
      id: 'e2',
      type: 'resolved',
      at: AT,
      by: BY,
      outcome: 'Agreed',
      outstanding: '',
    });
    expect(madeBy({ ...resolve, outstanding: 'The plan' }).outstanding).toBe('The plan');
  });

  test('an event has the id and the time of writing that it is given', () => {
    const given = { id: 'host-7', recorded: '2026-11-21T08:00:00Z' };
    expect(madeBy({ action: 'update', summary: 'As before', ...given })).toMatchObject(given);
  });

  test('an event is of the type that the action makes, whatever else the command holds', () => {
    expect(madeBy({ action: 'update', summary: 'As before', type: 'closed' }).type).toBe('updated');
  });

  test('who does it is the raising side where nobody is named', () => {
    expect(madeBy({ action: 'update', summary: 'As before', by: undefined }).by).toEqual({ side: 'raising' });
  });
});

describe('a case is opened', () => {
  const open = { ...OPENING, action: 'open' };
  const { policy } = caseUnder({}, []);
  const justWhatIsAsked = { route: 'standard', parties: OPENING.parties };

  it('under this policy and its calendar, with nothing known that was not said', () => {
    const { parties, route } = justWhatIsAsked;
    expect(madeBy({ action: 'open', ...justWhatIsAsked }, [])).toEqual({
      id: 'e1',
      type: 'opened',
      at: AT,
      by: BY,
      policy: { id: 'small', version: '1' },
      calendar: { id: 'england-and-wales' },
      child: { statuses: [] },
      causes: [],
      facts: {},
      parties,
      route,
      stage: 'talk',
    });
  });

  it('with what was said', () => {
    const said = {
      child: { statuses: ['unborn'] },
      causes: ['thresholds'],
      facts: { danger: true },
      stage: 'managers',
    };
    expect(madeBy({ ...open, ...said }, [])).toMatchObject(said);
  });

  it('on the only route without naming it, and on none of several', () => {
    const { route: _, ...unsaid } = open;
    const opened = (routes: Policy['routes']) => {
      const one = { ...policy, routes };
      const decided = decide(one, replay(one, []), { at: AT, by: BY, ...unsaid } as unknown as Command);
      return decided.accepted ? (decided.events[0] as unknown as Fields).route : decided.refusal.field;
    };
    expect(opened(policy.routes.slice(0, 1))).toBe('standard');
    expect(opened(policy.routes)).toBe('route');
  });
});

test.each([null, 'open', [], {}, { action: 7 }, { action: 'dance' }, { action: 'toString' }])(
  '%j is no action, and told which there are',
  (command) => {
    const { policy, state } = caseUnder({}, []);
    expect(decide(policy, state, command as unknown as Command)).toEqual({
      accepted: false,
      refusal: {
        clauses: [],
        field: 'action',
        text: { key: 'refusal.action', values: { allowed: ACTIONS.join(', ') } },
      },
    });
  },
);

describe('what can be done at all', () => {
  const ended = (type: string) => [{}, { type, outcome: 'Agreed', outstanding: '', reason: 'Over' }];
  const after = ['learn', 'correct', 'reopen'];

  test.each<[CaseStatus, Fields[], string[]]>([
    ['none', [], ['open']],
    ['open', [{}], ACTIONS.filter((action) => !['open', 'reopen', 'close'].includes(action))],
    ['resolved', ended('resolved'), ['done', 'close', ...after]],
    ['closed', ended('closed'), after],
    ['withdrawn', ended('withdrawn'), after],
  ])('in a case that is %s', (status, log, possible) => {
    const { state, try: put } = caseUnder({}, log);
    expect(state.status).toBe(status);
    const found = ACTIONS.filter((action) => put({ action }) !== `refusal.while-${status}`);
    expect(found.sort()).toEqual(possible.sort());
  });
});

test('a case takes no entry past the most, and says so', () => {
  const spoken = { type: 'discussed', at: AT, channel: 'telephone', summary: 'They spoke' };
  const said = (count: number) => [{}, ...Array.from({ length: count - 1 }, () => spoken)];
  const update = { action: 'update', summary: 'More' };
  expect(caseUnder({}, said(MOST_ENTRIES - 1)).try(update)).toBe('accepted');
  expect(caseUnder({}, said(MOST_ENTRIES)).try(update)).toBe('refusal.most-entries');
});
