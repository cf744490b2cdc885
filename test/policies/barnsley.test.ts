import { assess, replay, type CaseEvent } from '@escalation-kit/core/case';
import { loadCalendar } from '@escalation-kit/core/calendar';
import { parsePolicy } from '@escalation-kit/core/parse';
import { indexOf } from '@escalation-kit/core/policy';
import { describe, expect, it } from 'vitest';
import data from '../../packages/policies/src/barnsley/policy.json' with { type: 'json' };

const policy = parsePolicy(data);
const { stages, roles, clauses, duties, facts } = indexOf(policy);
const noteKinds = (clause: string) => clauses.get(clause)?.notes?.map((note) => note.kind) ?? [];

describe('Barnsley', () => {
  it('barnsley.scope: says that every agency can use it, and asks nothing of a sector', () => {
    expect(policy.reminders.some(({ clauses }) => clauses.includes('barnsley.scope'))).toBe(true);
  });

  it('barnsley.challenge: reminds of the responsibility to challenge', () => {
    const reminder = policy.reminders.find(({ clauses }) => clauses.includes('barnsley.challenge'));
    expect(reminder?.text).toMatch(/challenge it respectfully/);
  });

  it('barnsley.aims: reminds of what the process is there for', () => {
    expect(policy.reminders.filter(({ clauses }) => clauses.includes('barnsley.aims'))).toHaveLength(1);
  });

  it('barnsley.best-practice: is a reminder, and says that it stands in the diagram alone', () => {
    const reminder = policy.reminders.find(({ clauses }) => clauses.includes('barnsley.best-practice'));
    expect(reminder?.text).toMatch(/must work together.*Only the policy’s diagram/);
    expect(noteKinds('barnsley.best-practice')).toContain('only-in-diagram');
  });

  it('barnsley.urgent: asks about significant concerns, and says that they should go straight to stage 3', () => {
    expect(facts.get('immediate-harm')).toMatchObject({ means: 'urgent' });
    expect(facts.get('immediate-harm')?.question).toMatch(/significant concerns/);
    expect(facts.get('immediate-harm')?.question).not.toMatch(/urgent/);
    expect(facts.get('immediate-harm')?.hint).toMatch(/should go straight to stage 3/);
  });

  it('barnsley.causes: what another does can be about a family member as well', () => {
    expect(policy.causes.find(({ id }) => id === 'action-or-inaction')?.label).toMatch(/child or family member/);
  });

  it('barnsley.guidance-only: going past the time can be acceptable or unavoidable', () => {
    const reminder = policy.reminders.find(({ clauses }) => clauses.includes('barnsley.guidance-only'));
    expect(reminder?.text).toMatch(/acceptable or unavoidable/);
  });

  it.each([
    'notify-inbox',
    'notify-raising-lead',
    'notify-receiving-lead',
    'notify-partnership-manager',
    'acknowledge',
  ])('the duty %s is what a service does, and is settled once the form is recorded as done', (id) => {
    expect(duties.get(id)).toMatchObject({ byService: true, metBy: [{ done: 'barnsley.1.form' }] });
  });

  it('barnsley.causes: has nine causes, each its own', () => {
    expect(policy.causes).toHaveLength(9);
    expect(new Set(policy.causes.map(({ label }) => label)).size).toBe(9);
    expect(policy.causesMissing).toBeUndefined();
  });

  it('barnsley.principles: has ten principles, the child first among them', () => {
    expect(policy.principles).toHaveLength(10);
    expect(policy.principles.every(({ clauses }) => clauses.includes('barnsley.principles'))).toBe(true);
    expect(policy.principles[0]?.clauses).toContain('barnsley.paramount');
  });

  it('barnsley.record: one of the principles is that what happens is recorded and agreed', () => {
    expect(policy.principles.filter(({ clauses }) => clauses.includes('barnsley.record'))).toHaveLength(1);
  });

  it('barnsley.1.parties: at stage 1 lead meets lead', () => {
    const stage = stages.get('1');
    expect(stage?.clauses).toContain('barnsley.1.parties');
    expect(stage?.meets).toEqual({ raising: ['lead'], receiving: ['lead'] });
  });

  it('barnsley.1.lead-fallback: a committee member stands in for the voluntary sector, a line manager elsewhere', () => {
    const standIn = (sector: string) =>
      roles.get('lead')?.substitutes?.find(({ sectors }) => sectors?.some((s) => s === sector))?.name;
    expect(standIn('voluntary')).toBe('Committee member');
    for (const sector of ['education', 'health', 'police', 'social-care', 'other']) {
      expect(standIn(sector)).toBe('Line manager');
    }
  });

  it.each([
    ['education', 'no-lead'],
    ['voluntary', 'no-lead-voluntary'],
  ] as const)('barnsley.1.lead-fallback: a party of %s without a lead is shown %s alone', (sector, shown) => {
    expect(rolesShown({ agency: 'One', sector, noLead: true })).toEqual([shown]);
    expect(rolesShown({ agency: 'One', sector })).toEqual([]);
  });

  it('barnsley.1.form: carries the address of the partnership’s own form', () => {
    expect(policy.forms).toMatchObject([
      {
        url: 'https://my.barnsley.gov.uk/form/record-escalation-of-child-safeguarding-issue/page-1',
        duty: 'online-form',
      },
    ]);
    expect(policy.forms?.[0]?.clauses).toContain('barnsley.1.form');
  });

  it('barnsley.1.form.line-manager: is asked for where the form is due, and never held up for where it is urgent', () => {
    const [ask] = policy.asks;
    expect(ask).toMatchObject({ stages: ['1', '2', '3'], verb: 'should', when: { fact: { 'immediate-harm': false } } });
    expect(duties.get('online-form')?.text).toMatch(/who directly manages the person/);
  });

  it('barnsley.1.notify-inbox: the inbox is a contact with the date of the document', () => {
    expect(policy.contacts).toEqual([
      expect.objectContaining({
        email: 'barnsleysafeguardingchildrenspartnership@barnsley.gov.uk',
        asOf: '2025-01',
      }),
    ]);
  });

  it('barnsley.2.tiers: the last tier is the Head of Service', () => {
    expect(stages.get('2')?.tiers?.names.at(-1)).toBe('Head of Service or equivalent');
  });

  it.each([
    ['health', true],
    ['police', false],
  ] as const)('barnsley.2.representative: with %s the Designated Nurse is named: %s', (sector, named) => {
    const told = assessed({ agency: 'Two', sector }, '2').duties.filter(({ clauses }) =>
      clauses.includes('barnsley.2.representative'),
    );
    expect(told.some(({ to }) => to === 'The Designated Nurse')).toBe(named);
    expect(told).toHaveLength(named ? 2 : 1);
  });

  it('barnsley.3.entry: Heads of Service bring it, in health the Designated Nurse', () => {
    expect(stages.get('3')?.broughtBy).toEqual(['heads']);
    expect(roles.get('heads')).toMatchObject({
      name: 'Head of Service or equivalent',
      bySector: { health: 'Designated Nurse' },
    });
    expect(roles.get('head-of-service')?.bySector).toBeUndefined();
  });

  it('barnsley.3.recipients: stage 3 has a role for each of the three sectors', () => {
    expect(stages.get('3')?.meets.partnership).toEqual(['partners']);
    expect(roles.get('partners')?.bySector).toEqual({
      'social-care': 'Director of Social Care',
      police: 'Detective Superintendent',
      health: 'Chief Nurse',
    });
    expect(noteKinds('barnsley.3.recipients')).toContain('only-in-diagram');
  });

  it('barnsley.3.timescale: says that it stands in the diagram alone and is read as working days', () => {
    expect(noteKinds('barnsley.3.timescale')).toEqual(expect.arrayContaining(['only-in-diagram', 'our-reading']));
    const deadline = assessed({ agency: 'Two', sector: 'police' }, '3').deadlines.find(({ clauses }) =>
      clauses.includes('barnsley.3.timescale'),
    );
    expect(deadline?.explanation.notes).toEqual(
      expect.arrayContaining([expect.stringContaining('read as working days')]),
    );
  });

  it('barnsley.guidance-only: notes that the diagram calls the same figures maximum', () => {
    expect(noteKinds('barnsley.guidance-only')).toContain('contradiction');
    const clocks = ['1', '2', '3'].flatMap((id) => stages.get(id)?.clocks ?? []);
    expect(clocks).toHaveLength(3);
    for (const clock of clocks) {
      expect(clock.firmness).toBe('guidance');
      expect(clock.clauses).toContain('barnsley.guidance-only');
    }
  });

  it('barnsley.tell-originator: notes that the source leaves open whose manager', () => {
    expect(noteKinds('barnsley.tell-originator')).toContain('ambiguous');
  });

  it('barnsley.learning: learning goes to the subgroup', () => {
    expect(policy.learning?.to).toBe('Policy and Workforce Development (PWD) subgroup');
  });

  it('barnsley.conference: says that asking for one is a right', () => {
    expect(policy.conference?.text).toMatch(/a right to ask/);
    expect(clauses.get('barnsley.conference')?.verb).toBe('may');
  });

  it('barnsley.conference: asks that social care declined, and for the concern', () => {
    expect(policy.conference?.text).toMatch(/declined/);
    expect(policy.conference?.text).toMatch(/serious concerns/);
  });

  it('barnsley.review: is due in January 2027', () => {
    expect(policy.provenance.review?.due).toBe('2027-01');
  });

  it('is not confirmed by its partnership', () => {
    expect(policy.provenance.confirmed).toBeNull();
  });
});

type Party = Extract<CaseEvent, { type: 'opened' }>['parties']['raising'];

const calendar = await loadCalendar('england-and-wales');

function assessed(receiving: Party, stage: string) {
  const opened: CaseEvent = {
    id: 'e1',
    type: 'opened',
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    policy: { id: policy.id, version: policy.version },
    calendar: { id: policy.calendar, published: '2026-02-25' },
    route: 'standard',
    stage,
    parties: { raising: { agency: 'Hill School', sector: 'education' }, receiving },
    child: { statuses: [] },
    causes: [],
    facts: {},
  };
  return assess(policy, replay(policy, [opened]), { now: '2026-11-20T12:00:00Z', calendar });
}

function rolesShown(receiving: Party): string[] {
  return assessed(receiving, '1')
    .callouts.filter(({ kind }) => kind === 'role')
    .map(({ id }) => id);
}
