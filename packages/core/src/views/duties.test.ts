import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { englandAndWales } from '../calendar/bank-holidays/england-and-wales.ts';
import { Case, type CaseEvent } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import { en, say } from '../text/index.ts';
import barnsleyData from '../../../policies/src/barnsley/policy.json' with { type: 'json' };
import bromleyData from '../../../policies/src/bromley/policy.json' with { type: 'json' };
import coventryData from '../../../policies/src/coventry/policy.json' with { type: 'json' };
import greenwichData from '../../../policies/src/greenwich/policy.json' with { type: 'json' };
import kentData from '../../../policies/src/kent/policy.json' with { type: 'json' };
import marramData from '../../../../test/fixtures/policies/marram.json' with { type: 'json' };
import wharramData from '../../../../test/fixtures/policies/wharram.json' with { type: 'json' };
import { dutiesView, type DutiesView, type DutiesWanted } from './duties.ts';
import { plannedDuties } from './planned-duties.ts';

const barnsley = barnsleyData as unknown as Policy;
const bromley = bromleyData as unknown as Policy;
const coventry = coventryData as unknown as Policy;
const greenwich = greenwichData as unknown as Policy;
const kent = kentData as unknown as Policy;
const marram = marramData as unknown as Policy;
const wharram = wharramData as unknown as Policy;
const calendar = compileCalendar(englandAndWales);

const opening = (policy: Policy, stage: string, fields: object = {}) => ({
  type: 'opened',
  policy: { id: policy.id, version: policy.version },
  calendar: { id: 'england-and-wales' },
  route: 'standard',
  stage,
  parties: {
    raising: { agency: 'Hill School', sector: 'education' },
    receiving: { agency: 'Borough Hospital', sector: 'health' },
  },
  child: { statuses: [] },
  causes: [],
  facts: {},
  ...fields,
});

function owed(policy: Policy, events: object[], now = '2026-11-24T09:00:00Z', wanted: DutiesWanted = {}): DutiesView {
  const log = events.map((event, number) => ({
    id: `e${number + 1}`,
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    ...event,
  })) as unknown as CaseEvent[];
  return dutiesView(new Case({ policy, calendar, log, now }), wanted);
}

const all = ({ overdue, due, done, lapsed }: DutiesView) => [...overdue, ...due, ...done, ...lapsed];
const item = (view: DutiesView, id: string) => all(view).find((duty) => duty.id === id)!;
const dueOf = (view: DutiesView, id: string) => say(item(view, id).due, en);

describe('what is owed in a case', () => {
  it('says the hour where hours are counted, before and after', () => {
    const events = [opening(wharram, 'one'), { type: 'escalated', to: 'two', because: 'unresolved', reason: 'x' }];
    const on = (now: string) => {
      const view = owed(wharram, events, now);
      return say(all(view).find(({ id }) => id.startsWith('tell-business-manager'))!.due, en);
    };
    expect(on('2026-11-20T10:00:00Z')).toBe('by Saturday 21 November 2026 at 10:00');
    expect(on('2026-11-21T10:01:00Z')).toBe('was due by Saturday 21 November 2026 at 10:00');
  });

  it('comes in groups, the most pressing first in each', () => {
    const view = owed(barnsley, [opening(barnsley, '1')]);
    expect(view.overdue.map(({ id }) => id)).toEqual([
      'notify-inbox@1',
      'notify-raising-lead@1',
      'notify-receiving-lead@1',
      'notify-partnership-manager@1',
      'acknowledge@1',
    ]);
    expect(view.due.map(({ id }) => id)).toEqual(['summary-1@1', 'progress-updates@1', 'online-form@1', 'tracker@1']);
    expect([view.done, view.lapsed, view.awaited]).toEqual([[], [], []]);
  });

  it('names the agency and the role that owes it, whom it is owed to and how to reach them', () => {
    const view = owed(barnsley, [opening(barnsley, '1')]);
    expect(item(view, 'progress-updates@1')).toMatchObject({
      owner: 'raising',
      agency: 'Hill School',
      who: 'Safeguarding lead or manager',
      to: 'The partnership’s inbox',
      stage: 'Stage 1',
      clause: 'barnsley.progress-updates',
    });
    expect(item(view, 'progress-updates@1').contact?.links[0]?.href).toBe(
      'mailto:barnsleysafeguardingchildrenspartnership@barnsley.gov.uk',
    );
    expect(item(view, 'acknowledge@1')).toMatchObject({ owner: 'partnership', agency: null });
  });

  it('says by when: a day, at once, or that no time is given', () => {
    const view = owed(barnsley, [opening(barnsley, '1')], '2026-11-20T12:00:00Z');
    expect(dueOf(view, 'notify-inbox@1')).toBe('at once');
    expect(dueOf(view, 'summary-1@1')).toBe('by Friday 27 November 2026');
    expect(dueOf(view, 'tracker@1')).toBe('no time is given');
  });

  it('says since when, or by when, what is overdue was due', () => {
    const view = owed(barnsley, [opening(barnsley, '1')], '2026-12-01T09:00:00Z');
    expect(dueOf(view, 'notify-inbox@1')).toBe('at once, since Friday 20 November 2026');
    expect(dueOf(view, 'summary-1@1')).toBe('was due by Friday 27 November 2026');
  });

  it('coventry.1.manager: foresees what is owed only once the stage’s own time has run out', () => {
    const soon = owed(coventry, [opening(coventry, '1')], '2026-11-20T12:00:00Z');
    expect(dueOf(soon, 'tell-manager@1')).toBe('at once, if it is not settled by Monday 23 November 2026');
    const late = owed(coventry, [opening(coventry, '1')], '2026-11-24T12:00:00Z');
    expect(dueOf(late, 'tell-manager@1')).toBe('at once, since Monday 23 November 2026');
  });

  it('tells the day of what is owed some time after a clock has run out, and that it was settled in time', () => {
    const said = (side: string, at: string) => ({
      type: 'discussed',
      channel: 'Telephone',
      summary: 'Said',
      at,
      by: { side },
    });
    const asked = [opening(marram, '1'), said('raising', '2026-11-20T11:00:00Z')];
    const answered = [...asked, said('receiving', '2026-11-24T11:00:00Z')];
    expect(dueOf(owed(marram, asked), 'chase@1')).toBe('by Thursday 26 November 2026, if it is not settled before');
    const late = owed(marram, asked, '2026-11-27T09:00:00Z');
    expect(dueOf(late, 'chase@1')).toBe('was due by Thursday 26 November 2026');
    const spared = owed(marram, answered, '2026-11-27T09:00:00Z');
    expect(spared.lapsed.map(({ id, ended }) => [id, say(ended!, en)])).toEqual([
      ['chase@1', 'It was settled in time.'],
    ]);
  });

  it('counts hours from the end of the clock that a duty waits for', () => {
    const hours = structuredClone(marram) as { duties: { id: string; by: unknown }[] };
    hours.duties.find(({ id }) => id === 'chase')!.by = { amount: 2, unit: 'hours' };
    const policy = hours as unknown as Policy;
    const asked = { type: 'discussed', channel: 'Telephone', summary: 'Said', by: { side: 'raising' } };
    expect(dueOf(owed(policy, [opening(policy, '1'), asked]), 'chase@1')).toBe(
      'by Thursday 26 November 2026 at 02:00, if it is not settled before',
    );
  });

  it('says that a date past the calendar is not known', () => {
    const view = owed(barnsley, [{ ...opening(barnsley, '1'), at: '2031-01-06T10:00:00Z' }], '2031-01-06T11:00:00Z');
    expect(dueOf(view, 'summary-1@1')).toContain('bank holidays are published up to');
  });

  it('marks what comes again and again', () => {
    const view = owed(barnsley, [opening(barnsley, '1')]);
    expect(say(item(view, 'progress-updates@1').recurring!, en)).toBe('Recurring: every 5 working days');
    expect(item(view, 'summary-1@1').recurring).toBe(null);
  });

  it('lists what was done with its day and note, and offers it no more', () => {
    const done = { type: 'done', clause: 'barnsley.tracker', duty: 'tracker@1', note: ' Row 14. ' };
    const [first] = owed(barnsley, [opening(barnsley, '1'), done]).done;
    expect(first).toMatchObject({ id: 'tracker@1', note: 'Row 14.', clause: null });
    expect(say(first!.ended!, en)).toBe('Done on Friday 20 November 2026');
  });

  it('lists what has lapsed and says why', () => {
    const events = [opening(coventry, '2'), { type: 'escalated', to: '3', because: 'early', reason: 'x' }];
    const lapsed = owed(coventry, events).lapsed;
    expect(lapsed.map(({ id }) => id)).toContain('consult-named@2:raising');
    expect(say(lapsed[0]!.ended!, en)).toBe('The case has left the stage.');
    expect(lapsed.every(({ clause }) => clause === null)).toBe(true);
  });

  it('still offers what was missed when its stage was left', () => {
    const events = [
      opening(barnsley, '1'),
      { type: 'escalated', to: '2', because: 'unresolved', reason: 'x', at: '2026-12-02T10:00:00Z' },
    ];
    const view = owed(barnsley, events, '2026-12-02T11:00:00Z');
    expect(item(view, 'summary-1@1')).toMatchObject({ status: 'overdue', clause: 'barnsley.1.summary' });
  });

  it('offers nothing to tick off once the case is closed', () => {
    const events = [opening(bromley, '1'), { type: 'closed', reason: 'x' }];
    expect(all(owed(bromley, events)).every(({ clause }) => clause === null)).toBe(true);
  });

  it('shows one side’s duties alone, and only what is open, where asked', () => {
    const done = { type: 'done', clause: 'barnsley.tracker', duty: 'tracker@1' };
    const events = [opening(barnsley, '1'), done];
    const view = owed(barnsley, events, undefined, { owner: 'partnership' });
    expect(all(view).map(({ id }) => id)).toEqual(['acknowledge@1', 'tracker@1']);
    expect(owed(barnsley, events, undefined, { owner: 'partnership', show: 'open' }).done).toEqual([]);
  });
});

describe('what a step waits for', () => {
  it('bromley.3.board-members: is recorded under its clause', () => {
    const [awaited] = owed(bromley, [opening(bromley, '3')]).awaited;
    expect(awaited).toMatchObject({ clause: 'bromley.3.board-members' });
    expect(say(awaited!.before, en)).toBe('Before Stage Four');
    const done = { type: 'done', clause: 'bromley.3.board-members' };
    expect(owed(bromley, [opening(bromley, '3'), done]).awaited).toEqual([]);
  });

  it('kent.conference.2: is not ticked off where a decision meets it', () => {
    const [awaited] = owed(kent, [opening(kent, 'conference-1', { route: 'conference' })]).awaited;
    expect(say(awaited!.text, en)).toContain('shares the concern');
    expect(awaited?.clause).toBe(null);
  });

  it('can stand before the end of the case', () => {
    const guard = {
      ...bromley.guards[0]!,
      id: 'end',
      before: [{ action: 'resolve' as const }],
      needs: { any: [{ done: ['bromley.record'] }] },
      clauses: ['bromley.record'],
    };
    const [awaited] = owed({ ...bromley, guards: [guard] }, [opening(bromley, '1')]).awaited;
    expect(say(awaited!.before, en)).toBe('Before it can be resolved');
    expect(awaited?.clause).toBe('bromley.record');
  });

  it('can stand before any step, in words', () => {
    const guard = { ...bromley.guards[0]!, id: 'step', before: [{ action: 'withdraw' as const }] };
    const [awaited] = owed({ ...bromley, guards: [guard] }, [opening(bromley, '1')]).awaited;
    expect(say(awaited!.before, en)).toBe('Before it can be withdrawn');
  });
});

describe('what a policy asks for', () => {
  const triggers = (policy: Policy, stage: string) =>
    plannedDuties(policy, stage)[0]!.groups.map(({ trigger, duties }) => [
      say(trigger, en),
      duties.map(({ id }) => id),
    ]);

  it('is grouped by what gives rise to it', () => {
    expect(triggers(kent, 's47-1')).toEqual([
      ['When the stage starts', ['record']],
      ['When a case is opened at this stage', ['interim-strategy-discussion']],
      ['When it is resolved at this stage', ['confirm']],
    ]);
  });

  it('says by when without a date', () => {
    const [{ groups } = { groups: [] }] = plannedDuties(barnsley, '1');
    const due = new Map(groups[0]!.duties.map((duty) => [duty.id, say(duty.due, en)]));
    expect(due.get('notify-inbox')).toBe('at once');
    expect(due.get('summary-1')).toBe('within 5 working days');
    expect(due.get('tracker')).toBe('no time is given');
    expect(say(plannedDuties(coventry, '1')[0]!.groups[0]!.duties[0]!.due, en)).toContain('if the stage’s own time');
  });

  it.each([
    [barnsley, '2', 'designated-nurse', 'Only if one of the two agencies is in health'],
    [bromley, '2', 'reviewing-officer', 'Only if the child is looked after'],
    [coventry, '2', 'early-help', '’ is answered with yes'],
    [greenwich, '6', 'gaps', 'Only in some cases'],
    [bromley, '2', 'record', null],
  ] as const)('says when it is asked for: %#', (policy, stage, id, said) => {
    const duties = plannedDuties(policy, stage)[0]!.groups.flatMap((group) => group.duties);
    const { condition } = duties.find((duty) => duty.id === id)!;
    if (said === null) expect(condition).toBe(null);
    else expect(say(condition!, en)).toContain(said);
  });

  it('keeps to one stage and one side, or goes through all stages that ask for something', () => {
    expect(plannedDuties(barnsley).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(plannedDuties(barnsley, '0')[0]?.groups).toEqual([]);
    const owners = plannedDuties(bromley, '1', 'receiving')[0]!.groups.flatMap(({ duties }) => duties);
    expect(owners.map(({ owners }) => owners)).toEqual([['receiving']]);
    const receiving = plannedDuties(barnsley, '1', 'receiving')[0]!.groups.flatMap(({ duties }) => duties);
    expect(receiving.map(({ id }) => id)).toEqual(['outcome-1']);
  });
});
