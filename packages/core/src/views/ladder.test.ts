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
import { ladderView, routesWith, type LadderView } from './ladder.ts';
import { knownAt, type Position } from './known-case.ts';

const barnsley = barnsleyData as unknown as Policy;
const bromley = bromleyData as unknown as Policy;
const coventry = coventryData as unknown as Policy;
const greenwich = greenwichData as unknown as Policy;
const kent = kentData as unknown as Policy;
const calendar = compileCalendar(englandAndWales);

const planned = (policy: Policy, position: Position) => ladderView(knownAt(policy, position), [position.route]);

const opening = (policy: Policy, stage: string, fields: object = {}) => ({
  id: 'e1',
  type: 'opened',
  at: '2026-11-20T10:00:00Z',
  by: { side: 'raising' },
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

function inCase(policy: Policy, events: object[], now = '2026-11-24T09:00:00Z'): LadderView {
  const log = events.map((event, number) => ({
    id: `e${number + 1}`,
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    ...event,
  })) as unknown as CaseEvent[];
  return ladderView(new Case({ policy, calendar, log, now }));
}

const states = (view: LadderView) => view.routes[0]?.rungs.map(({ id, state }) => [id, state]);
const rung = (view: LadderView, id: string) => view.routes[0]!.rungs.find((each) => each.id === id)!;
const sentence = (view: LadderView) => view.next && say(view.next.sentence, en);

describe('the rungs of a route', () => {
  it('are done below, current, ahead above', () => {
    expect(states(planned(barnsley, { route: 'standard', stage: '1' }))).toEqual([
      ['0', 'done'],
      ['1', 'current'],
      ['2', 'ahead'],
      ['3', 'ahead'],
    ]);
  });

  it('have no state without a stage', () => {
    expect(states(planned(barnsley, { route: 'standard', stage: null }))?.every(([, state]) => state === null)).toBe(
      true,
    );
  });

  it('are bypassed where a case jumped over them', () => {
    const events = [opening(barnsley, '0'), { type: 'escalated', to: '3', because: 'urgent', reason: 'x' }];
    expect(states(inCase(barnsley, events))).toEqual([
      ['0', 'done'],
      ['1', 'bypassed'],
      ['2', 'bypassed'],
      ['3', 'current'],
    ]);
  });

  it('are neither done nor bypassed where the case was opened above them', () => {
    expect(states(inCase(barnsley, [opening(barnsley, '2')]))?.slice(0, 3)).toEqual([
      ['0', 'not-used'],
      ['1', 'not-used'],
      ['2', 'current'],
    ]);
  });

  it.each(['resolved', 'closed', 'withdrawn'] as const)('end where the case was %s', (status) => {
    expect(states(planned(barnsley, { route: 'standard', stage: '1', status }))).toEqual([
      ['0', 'done'],
      ['1', status],
      ['2', 'not-reached'],
      ['3', 'not-reached'],
    ]);
  });

  it('greenwich.icpc.entry: name the stages that the route passes by, before the one it goes on at', () => {
    expect(states(planned(greenwich, { route: 'icpc', stage: 'icpc-2' }))).toEqual([
      ['icpc-1', 'done'],
      ['icpc-2', 'current'],
      ['icpc-3', 'ahead'],
      ['1', 'not-on-route'],
      ['2', 'not-on-route'],
      ['3', 'not-on-route'],
      ['4', 'ahead'],
      ['5', 'ahead'],
      ['6', 'ahead'],
    ]);
  });

  it('say what is informal, formal and optional', () => {
    const view = planned(coventry, { route: 'standard', stage: null });
    expect(view.routes[0]?.rungs.map(({ formality }) => formality)).toEqual(['unsaid', 'informal', 'formal', 'unsaid']);
    expect(rung(planned(kent, { route: 's47', stage: null }), 's47-4').isOptional).toBe(true);
  });

  it('name roles by the sectors of the case, and by all sectors without one', () => {
    const heads = rung(inCase(barnsley, [opening(barnsley, '1')]), '3').meets;
    expect(heads.map(({ agency, roles }) => [agency, roles[0]?.name])).toEqual([
      ['Hill School', 'Head of Service or equivalent'],
      ['Borough Hospital', 'Designated Nurse'],
      [null, 'Safeguarding Partners (Partnership Executives)'],
    ]);
    expect(rung(planned(barnsley, { route: 'standard', stage: null }), '3').isSymmetric).toBe(true);
    expect(rung(inCase(barnsley, [opening(barnsley, '1')]), '1').isSymmetric).toBe(false);
  });

  it('barnsley.2.tiers: mark the tier reached', () => {
    const view = planned(barnsley, { route: 'standard', stage: '2', tier: 'head of service or equivalent' });
    expect(rung(view, '2').tiers.map(({ state }) => state)).toEqual(['reached', 'current']);
    const own = planned(barnsley, { route: 'standard', stage: '2', tier: 'Area director' });
    expect(rung(own, '2').tiers.at(-1)).toEqual({ name: 'Area director', state: 'current' });
  });

  it('give the stage’s own time, and in a case its date with how it stands', () => {
    const [time] = rung(planned(barnsley, { route: 'standard', stage: '1' }), '1').times;
    expect(time).toMatchObject({ words: null, isGuidance: true, date: null, status: null });
    expect(say(time!.within[0]!, en)).toBe('within 5 working days');
    const [dated] = rung(inCase(barnsley, [opening(barnsley, '1')]), '1').times;
    expect(say(dated!.date!, en)).toBe('by Friday 27 November 2026');
    expect(dated?.status).toBe('on-track');
  });

  it('never make a date of words', () => {
    const [time] = rung(inCase(coventry, [opening(coventry, '2')]), '2').times;
    expect(say(time!.words!, en)).toBe('without delay');
    expect(time?.date).toBe(null);
  });

  it('follow the case where a fact changes the time: kent.timescale', () => {
    const fields = { route: 'referral', facts: { 'infant-injury': true } };
    const view = inCase(kent, [opening(kent, 'referral-2', fields)]);
    expect(rung(view, 'referral-2').times.map(({ words }) => words && say(words, en))).toEqual(['immediately']);
  });

  it('leave out a time that does not hold in the case, and mark it where there is none', () => {
    const [clock] = barnsley.stages[1]!.clocks;
    const clocks = [{ ...clock!, when: { fact: { 'immediate-harm': true } } }];
    const policy = { ...barnsley, stages: barnsley.stages.map((s) => (s.id === '1' ? { ...s, clocks } : s)) };
    expect(rung(inCase(policy, [opening(policy, '1')]), '1').times).toEqual([]);
    expect(rung(planned(policy, { route: 'standard', stage: '1' }), '1').times[0]?.isConditional).toBe(true);
  });

  it('say what is needed before they are entered, and whether the case has it', () => {
    expect(rung(planned(bromley, { route: 'standard', stage: '3' }), '4').needs).toMatchObject([
      { verb: 'must', isMet: null, clauses: ['bromley.3.board-members'] },
    ]);
    const done = { type: 'done', clause: 'bromley.3.board-members' };
    expect(rung(inCase(bromley, [opening(bromley, '3')]), '4').needs[0]?.isMet).toBe(false);
    expect(rung(inCase(bromley, [opening(bromley, '3'), done]), '4').needs[0]?.isMet).toBe(true);
  });

  it('carry the clauses they rest on', () => {
    const { sources } = rung(planned(barnsley, { route: 'standard', stage: '1' }), '1');
    expect(sources.map(({ clause }) => clause)).toEqual([
      'barnsley.1.parties',
      'barnsley.1.timescale',
      'barnsley.guidance-only',
    ]);
  });
});

describe('the ways beside a ladder', () => {
  it('barnsley.urgent: the urgent one comes first and spans all stages up to 3', () => {
    const [urgent, conference] = planned(barnsley, { route: 'standard', stage: '1' }).routes[0]!.ways;
    expect(urgent).toMatchObject({
      id: 'urgent',
      label: 'Urgent: go straight to stage 3',
      isUrgent: true,
      from: null,
      to: 'Stage 3',
      spans: ['0', '1', '2', '3'],
      entries: ['0', '1', '2'],
      isOpen: null,
    });
    expect(conference?.id).toBe('conference-refused');
  });

  it('are open to a case below their end, and not at it', () => {
    const open = (stage: string) =>
      inCase(barnsley, [opening(barnsley, stage)]).routes[0]!.ways.map(({ isOpen }) => isOpen);
    expect(open('1')).toEqual([true, true]);
    expect(open('3')).toEqual([false, false]);
  });

  it('leave out what leads to the next rung only', () => {
    const { ways } = planned(kent, { route: 'conference', stage: 'conference-1' }).routes[0]!;
    expect(ways.map(({ id }) => id)).toEqual(['does-not-concur']);
  });
});

describe('the next step', () => {
  it('names the two leads and the date', () => {
    expect(sentence(inCase(barnsley, [opening(barnsley, '1')]))).toBe(
      'Next: the safeguarding leads or managers at Hill School and Borough Hospital seek a resolution by Friday 27 November 2026.',
    );
  });

  it('gives the time in words or as a number where there is no case', () => {
    expect(sentence(planned(barnsley, { route: 'standard', stage: '1' }))).toBe(
      'Next: the two safeguarding leads or managers seek a resolution within 5 working days.',
    );
    expect(sentence(planned(coventry, { route: 'standard', stage: '2' }))).toBe(
      'Next: the second-tier manager at the raising agency raises it – without delay.',
    );
  });

  it('says that a date has gone by', () => {
    const view = inCase(barnsley, [opening(barnsley, '1')], '2026-12-01T09:00:00Z');
    expect(view.next?.isOverdue).toBe(true);
    expect(sentence(view)).toContain('it was due by Friday 27 November 2026');
  });

  it('calls no date that protects the child guidance, and gives it where it is the soonest', () => {
    const view = inCase(bromley, [opening(bromley, '1', { protectBy: '2026-11-25' })]);
    expect(sentence(view)).toContain('by Wednesday 25 November 2026.');
    const time = rung(view, '1').times.find(({ date }) => date !== null)!;
    expect([say(time.date!, en), time.isGuidance]).toEqual(['by Wednesday 25 November 2026', false]);
    const guide = rung(inCase(bromley, [opening(bromley, '1')]), '1').times.find(({ date }) => date !== null)!;
    expect(guide.isGuidance).toBe(true);
  });

  it('gives the hour where hours count', () => {
    const [stage] = coventry.stages;
    const clocks = [{ ...stage!.clocks[0]!, within: { amount: 48, unit: 'hours' as const } }];
    const policy = { ...coventry, stages: [{ ...stage!, clocks }, ...coventry.stages.slice(1)] };
    expect(sentence(inCase(policy, [opening(coventry, '1')], '2026-11-20T10:00:00Z'))).toContain(
      'by Sunday 22 November 2026 at 10:00.',
    );
  });

  it('says what a number is counted as, and of a stage that was left what held when it was', () => {
    const [stage] = coventry.stages;
    const within = { amount: 48, unit: 'hours' as const, countedAs: { amount: 2, unit: 'working-days' as const } };
    const { words: _, ...clock } = stage!.clocks[0]!;
    const instead = [
      { when: { dissented: true }, within: { amount: 9, unit: 'weeks' as const }, clauses: clock.clauses },
    ];
    const clocks = [{ ...clock, within, instead }];
    const policy = { ...coventry, stages: [{ ...stage!, clocks }, ...coventry.stages.slice(1)] };
    const said = (...events: object[]) =>
      say(rung(inCase(policy, [opening(coventry, '1'), ...events]), '1').times[0]!.within[0]!, en);
    const dissent = { type: 'dissented', summary: 'No' };
    const up = { type: 'escalated', to: '2', because: 'unresolved', reason: 'So' };
    expect(said()).toBe('within 48 hours (2 working days)');
    expect(said(dissent)).toBe('within 9 weeks');
    expect(said(up, dissent)).toBe('within 48 hours (2 working days)');
  });

  it('keeps a tier in a person’s own words as it is', () => {
    const events = [opening(barnsley, '2'), { type: 'progressed', tier: 'area director' }];
    expect(sentence(inCase(barnsley, events))).toContain(
      'the area director at Hill School and at Borough Hospital seek',
    );
  });

  it('names no date that is met already', () => {
    const stage = barnsley.stages[1]!;
    const [clock] = stage.clocks;
    const reply = { ...clock!, id: 'reply', within: { amount: 1, unit: 'working-days' as const } };
    const clocks = [{ ...reply, stops: { event: 'discussed' as const } }, clock!];
    const policy = { ...barnsley, stages: barnsley.stages.map((s) => (s === stage ? { ...s, clocks } : s)) };
    const events = [opening(policy, '1'), { type: 'discussed', channel: 'x', summary: 'x' }];
    expect(sentence(inCase(policy, events.slice(0, 1)))).toContain('Monday 23 November 2026');
    expect(sentence(inCase(policy, events))).toContain('by Friday 27 November 2026');
  });

  it('does not say how several roles of a side act together', () => {
    expect(sentence(planned(greenwich, { route: 'standard', stage: '4' }))).toContain(
      'the raising agency (operations manager; named or designated safeguarding representative) and',
    );
  });

  it.each([
    [coventry, 'standard', '4', 'the Head of Safeguarding at the raising agency decides what to do'],
    [greenwich, 'standard', '1', 'the raising agency (practitioner; supervisor or manager) talks it through'],
    [bromley, 'standard', '4', 'seek a resolution with the Chair of the BSCP'],
  ] as const)('fits who has a part: %#', (policy, route, stage, said) => {
    expect(sentence(planned(policy, { route, stage }))).toContain(said);
  });

  it('says that going on early is allowed, in every policy from every stage but the last', () => {
    for (const policy of [barnsley, bromley, coventry, greenwich, kent]) {
      for (const route of policy.routes) {
        for (const stage of route.stages.slice(0, -1)) {
          const next = planned(policy, { route: route.id, stage }).next;
          expect(next?.onward && say(next.onward, en), `${policy.id} ${stage}`).toContain('You do not have to wait');
        }
      }
    }
  });

  it('bromley.3.board-members: names what is needed first, until it is recorded', () => {
    const before = inCase(bromley, [opening(bromley, '3')]).next!;
    expect(before.needed).toHaveLength(1);
    expect(say(before.needed[0]!.before, en)).toBe('First, before Stage Four:');
    expect(say(before.needed[0]!.items[0]!.text, en)).toContain('Board members');
    expect(before.onward?.key).toBe('ladder.onward-after');
    const after = inCase(bromley, [opening(bromley, '3'), { type: 'done', clause: 'bromley.3.board-members' }]).next!;
    expect(after.needed).toEqual([]);
    expect(say(after.onward!, en)).toContain('Stage Four');
  });

  it('names only what really stands before the step', () => {
    const should = { ...bromley.guards[0]!, id: 'should', verb: 'should' as const, text: 'Only a should.' };
    const way = { id: 'w', from: ['3'], to: '4', because: ['urgent' as const], label: 'w', clauses: should.clauses };
    const policy = { ...bromley, guards: [...bromley.guards, should], ways: [way] };
    const { needed } = inCase(policy, [opening(policy, '3')]).next!;
    expect(needed.flatMap(({ items }) => items.map(({ text }) => say(text, en)))).toEqual([bromley.guards[0]!.text]);
  });

  it('asks for a role’s view where a way wants it first', () => {
    const ways = [{ ...barnsley.ways[0]!, to: '2', because: ['urgent' as const], consultFirst: 'lead' }];
    const guards = barnsley.guards;
    const view = inCase({ ...barnsley, ways, guards }, [opening(barnsley, '0')]);
    expect(view.next?.needed.map(({ items }) => items.map(({ text }) => say(text, en)))).toEqual([
      ['Consult: Safeguarding lead or manager'],
    ]);
  });

  it('is the end where the case has ended', () => {
    const view = inCase(barnsley, [opening(barnsley, '1'), { type: 'resolved', outcome: 'x', outstanding: '' }]);
    expect(sentence(view)).toBe('Resolved at: Stage 1.');
    expect(view.next?.onward).toBe(null);
  });

  describe('where a yes means danger or urgency', () => {
    const harm = { facts: { 'immediate-harm': true } };
    const changed = { type: 'changed', at: '2026-11-23T10:00:00Z', facts: { 'immediate-harm': true } };
    const onTrack = (view: LadderView) =>
      view.routes[0]!.rungs.flatMap(({ times }) => times).filter(({ status }) => status === 'on-track').length;

    it('barnsley.urgent: goes straight to stage 3 now, from the opening and from what has changed', () => {
      for (const events of [[opening(barnsley, '1', harm)], [opening(barnsley, '1'), changed]]) {
        const view = inCase(barnsley, events);
        expect(sentence(view)).toBe('Next: go straight to Stage 3 now.');
        expect(view.next).toMatchObject({ isUrgent: true, onward: null, needed: [] });
        expect(onTrack(view)).toBe(0);
      }
      expect(onTrack(inCase(barnsley, [opening(barnsley, '1')]))).toBe(1);
    });

    it('has the stage that was gone up to act now, and by the date at the latest', () => {
      const up = { type: 'escalated', to: '3', because: 'urgent', reason: 'x', at: '2026-11-23T11:00:00Z' };
      const view = inCase(barnsley, [opening(barnsley, '1', harm), up]);
      expect(sentence(view)).toMatch(/^Next: .* seek a resolution.* now, by \w+ \d+ \w+ 2026 at the latest\.$/);
      expect(view.next?.isUrgent).toBe(true);
    });

    it('calls and goes on to the next stage now where the policy gives no urgent way', () => {
      const view = inCase(bromley, [opening(bromley, '1', harm)]);
      expect(sentence(view)).toBe(
        'Next: call 999 if anybody is in immediate danger. Go on to Stage Two now. You do not have to wait for a date.',
      );
      expect(view.next?.sentence.phones).toEqual(['number']);
      expect(onTrack(view)).toBe(0);
      const infant = opening(kent, 's47-1', { route: 's47', facts: { 'infant-injury': true } });
      expect(sentence(inCase(kent, [infant]))).toContain('Go on to Section 47, step 2 now.');
      expect(sentence(inCase(coventry, [opening(coventry, '1', harm)]))).toContain('Go on to Stage 2 now.');
    });

    it('does not go past what must come first: it is told, and who acts acts now', () => {
      const { next } = inCase(bromley, [opening(bromley, '3', harm)]);
      expect(say(next!.sentence, en)).toMatch(/^Next: .* now/);
      expect(next!.needed.map(({ before }) => say(before, en))).toEqual(['First, before Stage Four:']);
      expect(next!.onward?.key).toBe('ladder.onward-after');
    });

    it('is as it was once the answer is no again', () => {
      const no = { ...changed, at: '2026-11-23T12:00:00Z', facts: { 'immediate-harm': false } };
      expect(inCase(barnsley, [opening(barnsley, '1', harm), no]).next?.isUrgent).toBe(false);
    });
  });

  it('is nothing where nothing has begun', () => {
    expect(planned(barnsley, { route: 'standard', stage: null }).next).toBe(null);
  });
});

describe('callouts and routes', () => {
  it('put immediate danger first, in our words where the policy has none', () => {
    const [ours] = planned(barnsley, { route: 'standard', stage: '1' }).standing;
    expect(ours).toMatchObject({ kind: 'immediate-danger', sources: [] });
    const [theirs] = planned(bromley, { route: 'standard', stage: '1' }).standing;
    expect(theirs?.sources.map(({ clause }) => clause)).toEqual(['bromley.immediate-harm']);
  });

  it('say the emergency number beside the policy’s own words and numbers, and once', () => {
    const danger = (policy: Policy) => planned(policy, { route: 'standard', stage: '1' }).standing[0]!;
    for (const policy of [bromley, greenwich]) {
      expect(say(danger(policy).emergency!, en)).toBe('In an emergency, call 999.');
      expect(danger(policy).emergency!.phones).toEqual(['number']);
    }
    expect(danger(greenwich).contact?.links.map(({ href }) => href)).toEqual(['tel:02089213172', 'tel:02088548888']);
    for (const policy of [barnsley, coventry]) {
      expect(danger(policy).emergency).toBe(null);
      expect(say(danger(policy).words, en)).toContain('call 999 now');
      expect(danger(policy).words.phones).toEqual(['number']);
    }
    const elsewhere = { ...bromley, emergency: { number: '112', label: 'Notruf' } } as Policy;
    expect(say(danger(elsewhere).emergency!, en)).toBe('In an emergency, call 112 (Notruf).');
    const callouts = bromley.callouts.flatMap((one) => [one, { ...one, id: `${one.id}-2` }]);
    const twice = planned({ ...bromley, callouts }, { route: 'standard', stage: '1' }).standing;
    expect(twice.filter(({ emergency }) => emergency)).toHaveLength(1);
  });

  it('keep what is said of the stage apart from what stands', () => {
    const view = planned(bromley, { route: 'standard', stage: '3' });
    expect(view.here.map(({ kind }) => kind)).toEqual(['prompt', 'contact']);
    expect(view.here[1]?.contact?.links.map(({ href }) => href)).toEqual([
      'tel:02084617816',
      'mailto:bscp@bromley.gov.uk',
    ]);
  });

  it('kent.routes: all four without a case; in a case its own, and the others apart', () => {
    const all = ladderView(knownAt(kent, { route: '', stage: null }));
    expect(all.routes.map(({ id }) => id)).toEqual(['referral', 's47', 'conference', 'plan']);
    const own = inCase(kent, [opening(kent, 's47-1', { route: 's47' })]);
    expect(own.routes.map(({ id }) => id)).toEqual(['s47']);
    expect(own.others.map(({ id }) => id)).toEqual(['referral', 'conference', 'plan']);
    // Stages that all routes share are current on the case's own alone.
    const shared = inCase(kent, [opening(kent, 'heads', { route: 's47' })]);
    expect(shared.others.every(({ rungs }) => rungs.every(({ state }) => state === null))).toBe(true);
  });

  it('find the routes of a stage: its own before those that only reach it', () => {
    expect(routesWith(greenwich, '4')).toEqual(['standard']);
    expect(routesWith(kent, 'heads')).toHaveLength(4);
    expect(routesWith(kent, 'nowhere')).toEqual([]);
  });

  it('give the time for the whole process', () => {
    const cap = {
      id: 'whole',
      scope: 'case' as const,
      clauses: ['barnsley.sooner'],
      owner: 'raising' as const,
      within: { amount: 20, unit: 'working-days' as const },
      firmness: 'firm' as const,
    };
    const view = inCase({ ...barnsley, timescales: [cap] }, [opening(barnsley, '1')]);
    expect(say(view.routes[0]!.caps[0]!.date!, en)).toBe('by Friday 18 December 2026');
  });
});

describe('the next step, by what has happened', () => {
  const since = (view: LadderView) => view.next?.since && say(view.next.since, en);
  const day = { at: '2026-11-23T10:00:00Z' };

  /** Barnsley's first stage with one clock. */
  const timed = (clock: object): Policy => ({
    ...barnsley,
    stages: barnsley.stages.map((stage) =>
      stage.id === '1' ? { ...stage, clocks: [{ ...stage.clocks[0]!, ...clock }] } : stage,
    ),
  });

  it.each([
    [{ for: 'reply', owner: 'receiving' }, 'Next: the safeguarding lead or manager at Borough Hospital replies by'],
    [{ for: 'raise', owner: 'raising' }, 'Next: the safeguarding lead or manager at Hill School raises it by'],
    [
      { for: 'confirm', owner: 'receiving' },
      'Next: the safeguarding lead or manager at Borough Hospital confirms it by',
    ],
    [{ for: 'act', owner: 'partnership' }, 'Next: the partnership acts by'],
    [{ for: 'meet', owner: 'raising' }, 'at Hill School and Borough Hospital meet by'],
    [{ for: 'meet', owner: 'partnership' }, 'Next: the partnership meets by'],
    [{ for: 'decide', owner: 'partnership' }, 'Next: the partnership decides what to do by'],
    [{ for: { words: 'send the minutes' }, owner: 'raising' }, 'at Hill School: send the minutes by'],
  ])('says what the time is for, and whose it is: %j', (clock, said) => {
    expect(sentence(inCase(timed(clock), [opening(barnsley, '1')]))).toContain(`${said} Friday 27 November 2026`);
  });

  it('goes on to the next time once one in words is met', () => {
    const events = [opening(coventry, '3', { policy: undefined })];
    expect(sentence(inCase(coventry, events))).toContain('decide what to do – at the earliest opportunity');
    const discussed = { type: 'discussed', channel: 'Telephone', summary: 'No' };
    const [one] = greenwich.stages.filter(({ id }) => id === '2');
    expect(one!.clocks[0]!.words).toBe('as soon as possible');
    expect(sentence(inCase(greenwich, [opening(greenwich, '2')]))).toContain('meet – as soon as possible');
    expect(sentence(inCase(greenwich, [opening(greenwich, '2'), discussed]))).not.toContain('as soon as possible');
  });

  it('says what was decided, and what comes of it', () => {
    const decided = inCase(coventry, [opening(coventry, '3'), { type: 'decided', option: 'not-agreed', ...day }]);
    expect(since(decided)).toBe('Decided here on Monday 23 November 2026: Not agreed.');
    expect(sentence(decided)).toBe('Next: if that settles it, record how it ended. If it does not, take it on.');
    const top = inCase(coventry, [opening(coventry, '4'), { type: 'decided', option: 'own-course', ...day }]);
    expect(sentence(top)).toBe('Next: carry out what was decided, and record how it ended.');
    const conference = opening(kent, 'conference-1', { route: 'conference' });
    const concurs = inCase(kent, [conference, { type: 'decided', option: 'concurs', ...day }]);
    expect(sentence(concurs)).toBe('Next: Alert the local authority.');
    const alone = inCase(kent, [conference, { type: 'decided', option: 'does-not-concur', ...day }]);
    expect(sentence(alone)).toBe('Next: Go to the heads of service.');
  });

  it('says that a conference was asked for, in the stay in which it was', () => {
    const asked = { type: 'conference-requested', reason: 'Declined', ...day };
    const view = inCase(barnsley, [opening(barnsley, '1'), asked]);
    expect(since(view)).toBe('A conference was asked for on Monday 23 November 2026.');
    expect(sentence(view)).toContain('Next: whoever can call the conference answers.');
    const up = { type: 'escalated', to: '3', because: 'conference-refused', reason: 'No', ...day };
    expect(since(inCase(barnsley, [opening(barnsley, '1'), asked, up]))).toBeNull();
  });

  it('says that nobody replied: where the reply is owed, and where the case went because of it', () => {
    const policy = timed({ for: 'reply', owner: 'receiving' });
    expect(since(inCase(policy, [opening(policy, '1')]))).toBeNull();
    expect(since(inCase(policy, [opening(policy, '1')], '2026-11-30T09:00:00Z'))).toBe(
      'Borough Hospital has not replied.',
    );
    const up = { type: 'escalated', to: '2', because: 'no-reply', reason: 'Silence', ...day };
    expect(since(inCase(policy, [opening(policy, '1'), up]))).toBe('It came here because nobody replied at Stage 1.');
  });

  it('names every way that is open, the policy’s own ones too', () => {
    const { next } = inCase(barnsley, [opening(barnsley, '1')]);
    expect(next!.ways.map((way) => say(way, en))).toEqual([
      'Also open now: Urgent: go straight to stage 3.',
      'Also open now: Social care will not convene a conference: go to stage 3.',
    ]);
    expect(inCase(barnsley, [opening(barnsley, '3')]).next!.ways).toEqual([]);
  });

  it('takes the tier of one side for that side alone', () => {
    const events = [
      opening(barnsley, '2'),
      { type: 'progressed', tier: 'Head of Service or equivalent', side: 'raising' },
    ];
    expect(sentence(inCase(barnsley, events))).toContain(
      'the Head of Service or equivalent at Hill School and the next tier of management at Borough Hospital',
    );
    expect(rung(inCase(barnsley, events), '2').tiers).toEqual([
      { name: 'Next tier of management', state: 'reached' },
      { name: 'Head of Service or equivalent', state: 'current', sides: ['raising'] },
    ]);
  });
});

it('a stage that is for other cases is not ahead; one that turns on what nobody has answered still is', () => {
  const when = { fact: { 'raising-lead-consulted': true } };
  const policy = {
    ...barnsley,
    stages: barnsley.stages.map((stage) => (stage.id === '3' ? { ...stage, when } : stage)),
  };
  const top = (facts: object) => states(inCase(policy, [opening(policy, '1', { facts })]))!.at(-1);
  expect(top({})).toEqual(['3', 'ahead']);
  expect(top({ 'raising-lead-consulted': true })).toEqual(['3', 'ahead']);
  expect(top({ 'raising-lead-consulted': false })).toEqual(['3', 'not-for-case']);
});
