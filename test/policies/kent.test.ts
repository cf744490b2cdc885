import { parsePolicy } from '@escalation-kit/core/parse';
import { indexOf } from '@escalation-kit/core/policy';
import { describe, expect, it } from 'vitest';
import data from '../../packages/policies/src/kent/policy.json' with { type: 'json' };

const policy = parsePolicy(data);
const index = indexOf(policy);
const { stages, routes, clauses, roles, facts, asks } = index;
const noteKinds = (clause: string) => clauses.get(clause)?.notes?.map((note) => note.kind) ?? [];

describe('Kent', () => {
  it('kent.principles: has seven principles', () => {
    expect(policy.principles).toHaveLength(7);
    expect(policy.principles.every(({ clauses }) => clauses.includes('kent.principles'))).toBe(true);
  });

  it('kent.challenge: reminds to challenge with respect and to be ready to review', () => {
    const texts = policy.reminders.filter(({ clauses }) => clauses.includes('kent.challenge')).map(({ text }) => text);
    expect(texts[0]).toMatch(/Challenge respectfully/);
    expect(texts[1]).toMatch(/ready to review/);
  });

  it('kent.routes: has four routes', () => {
    expect([...routes.keys()]).toEqual(['referral', 's47', 'conference', 'plan']);
    expect(policy.routes.every(({ hint }) => hint !== undefined)).toBe(true);
  });

  it.each(['referral', 's47', 'conference', 'plan'])(
    'kent.remain, kent.remain.review-group: route %s ends with the heads of service and, if need be, the sub group',
    (id) => {
      expect(index.route(id).slice(-2)).toEqual(['heads', 'review-group']);
      expect(stages.get('heads')?.optional).toBeUndefined();
      expect(stages.get('review-group')?.optional).toBe(true);
    },
  );

  it('kent.referral.causes: has eight causes, on the referral route alone', () => {
    expect(policy.causes).toHaveLength(8);
    expect(new Set(policy.causes.map(({ label }) => label)).size).toBe(8);
    expect(policy.causes.every(({ routes }) => routes?.length === 1 && routes[0] === 'referral')).toBe(true);
  });

  it('kent.referral.2: the equivalents of a first-line manager by sector', () => {
    expect(roles.get('first-line-manager')?.bySector).toEqual({
      'social-care': 'First-line manager, Specialist Children’s Services',
      police: 'Detective sergeant, Police Public Protection Unit',
      health: 'Senior health visitor, nurse or GP',
      education: 'Designated teacher',
    });
  });

  it.each([
    ['kent.referral.3', 'referral-3'],
    ['kent.plan.2', 'plan-2'],
  ])('%s: the equivalents of a service manager by sector', (clause, id) => {
    expect(stages.get(id)?.clauses).toContain(clause);
    expect(stages.get(id)?.meets).toEqual({ raising: ['service-manager'], receiving: ['service-manager'] });
    expect(roles.get('service-manager')?.bySector).toEqual({
      'social-care': 'Service manager',
      police: 'Detective inspector',
      education: 'Head teacher',
      health: 'Designated professional',
    });
  });

  it('kent.plan.1: line manager meets line manager', () => {
    expect(stages.get('plan-1')?.meets).toEqual({ raising: ['line-manager'], receiving: ['line-manager'] });
  });

  it('kent.health-alternative: is offered whatever the sector, and more common in health', () => {
    const callout = policy.callouts.find(({ clauses }) => clauses.includes('kent.health-alternative'));
    expect(callout?.when).toBeUndefined();
    expect(callout?.text).toMatch(/more common in health/);
    expect(noteKinds('kent.health-alternative')).toEqual(['our-reading']);
  });

  it('kent.s47.right: the form asks for the serious concern', () => {
    expect(asks.get('concern')).toMatchObject({ stages: ['s47-1'], clauses: ['kent.s47.right'] });
  });

  it.each([
    ['kent.s47.1', 's47-1', 'strategy-chair'],
    ['kent.s47.2', 's47-2', 's47-service-manager'],
    ['kent.s47.3', 's47-3', 'quality-manager'],
    ['kent.conference.1', 'conference-1', 'conference-chair'],
    ['kent.conference.2', 'conference-2', 'safeguarding-manager'],
    ['kent.conference.3', 'conference-3', 'quality-manager'],
  ])('%s: at %s it goes to the %s', (clause, id, role) => {
    expect(stages.get(id)?.clauses).toContain(clause);
    expect(stages.get(id)?.meets.receiving).toEqual([role]);
  });

  it.each([
    ['kent.s47.4', 's47-4'],
    ['kent.conference.4', 'conference-4'],
  ])('%s: the sub group is optional, and the note says that section 7 sends elsewhere', (clause, id) => {
    expect(stages.get(id)).toMatchObject({ optional: true, clauses: [clause] });
    expect(stages.get(id)?.meets.partnership).toEqual(['review-group']);
    expect(noteKinds(clause)).toContain('contradiction');
  });

  it('kent.s47.interim: notes that the sentence can be read in two ways', () => {
    expect(noteKinds('kent.s47.interim')).toContain('ambiguous');
  });

  it('kent.conference.1: the designated professional is named by sector', () => {
    expect(roles.get('designated')?.bySector).toEqual({
      health: 'Designated doctor or nurse',
      education: 'Designated teacher',
    });
    expect(facts.get('significant-harm-risk')).toMatchObject({ routes: ['conference'], stages: ['conference-1'] });
  });

  it('kent.conference.2: notes that the source is silent where they do not concur', () => {
    expect(noteKinds('kent.conference.2')).toContain('silent');
  });

  it('kent.conference.3: has exactly three options', () => {
    expect(stages.get('conference-3')?.decision?.options.map(({ id }) => id)).toEqual([
      'uphold',
      'bring-review-forward',
      'reconvene-initial',
    ]);
  });

  it('kent.timescale: no clock has a number', () => {
    const clocks = [...policy.stages.flatMap((stage) => stage.clocks), ...policy.timescales];
    expect(clocks.map(({ within }) => within)).toEqual(clocks.map(() => null));
  });

  it('kent.record: each stage asks it of both agencies', () => {
    const duties = policy.duties.filter(({ clauses }) => clauses.includes('kent.record'));
    for (const { owner } of duties) expect(owner).toEqual(['raising', 'receiving']);
    const on = duties.flatMap(({ on }) => on).flatMap((trigger) => ('enters' in trigger ? trigger.enters : []));
    expect(on).toEqual(policy.stages.map(({ id }) => id));
    // Section 3 says ‘must’ of the referral stage, the general section ‘should’.
    expect(duties.map(({ id, verb }) => [id, verb])).toEqual([
      ['record-referral', 'must'],
      ['record', 'should'],
    ]);
  });

  it('kent.constructive-challenge: is a reminder', () => {
    expect(policy.reminders.some(({ clauses }) => clauses.includes('kent.constructive-challenge'))).toBe(true);
  });

  it.each(['referral-3', 's47-3', 's47-4', 'conference-3', 'conference-4', 'plan-2'])(
    'kent.remain: at %s, a last step of its route, it says that what stays unsettled must go to the heads of service',
    (id) => {
      const said = policy.callouts.filter(
        ({ clauses, stages: at }) => clauses.includes('kent.remain') && at?.includes(id),
      );
      expect(said.map(({ text }) => text).join()).toMatch(/must go to the heads of service/);
    },
  );

  it('kent.s47.3: decides whether a conference is held; the options that were invented are read and not offered', () => {
    const options = stages.get('s47-3')?.decision?.options.map(({ id, retired = false }) => [id, retired]);
    expect(options).toEqual([
      ['conference', false],
      ['no-conference', false],
      ['no-further-response', true],
      ['further-response', true],
    ]);
  });

  it('is silent on immediate danger: the question rests on no clause, and no callout speaks in the policy’s name', () => {
    expect([...facts.keys()][0]).toBe('immediate-harm');
    expect(facts.get('immediate-harm')?.clauses).toBeUndefined();
    expect(policy.callouts.some(({ kind }) => kind === 'immediate-danger')).toBe(false);
  });

  it('is not confirmed by its partnership', () => {
    expect(policy.provenance.confirmed).toBeNull();
  });
});
