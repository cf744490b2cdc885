import { parsePolicy } from '@escalation-kit/core/parse';
import { indexOf } from '@escalation-kit/core/policy';
import { describe, expect, it } from 'vitest';
import data from '../../packages/policies/src/bromley/policy.json' with { type: 'json' };

const policy = parsePolicy(data);
const { roles, stages, clauses, contacts, duties, facts, causes } = indexOf(policy);
const noteKinds = (clause: string) => clauses.get(clause)?.notes?.map((note) => note.kind) ?? [];
const reminderOf = (clause: string) => policy.reminders.find(({ clauses }) => clauses.includes(clause))?.text;

describe('Bromley', () => {
  it('bromley.scope: says what the policy is to be read together with', () => {
    expect(reminderOf('bromley.scope')).toMatch(/London Child Protection Procedures/);
  });

  it('bromley.challenge: reminds of the duty to challenge, swiftly', () => {
    expect(reminderOf('bromley.challenge')).toMatch(/assertive, act swiftly and challenge/);
  });

  it('bromley.internal: reminds that an organisation can have a policy of its own', () => {
    expect(reminderOf('bromley.internal')).toMatch(/escalation policy of its own/);
  });

  it('bromley.principles: has three principles, safety first among them', () => {
    expect(policy.principles).toHaveLength(3);
    expect(policy.principles.every(({ clauses }) => clauses.includes('bromley.principles'))).toBe(true);
    expect(policy.principles[0]?.text).toMatch(/safety comes first/);
  });

  it('bromley.causes: has four causes, on every route', () => {
    expect([...causes.keys()]).toEqual([
      'levels-of-need',
      'roles-responsibilities',
      'need-for-action',
      'plans-communication',
    ]);
    expect(policy.causes.every(({ routes }) => routes === undefined)).toBe(true);
  });

  it('bromley.whistleblowing: is a signpost elsewhere, and no cause', () => {
    expect(policy.elsewhere?.map(({ clauses }) => clauses)).toEqual([['bromley.whistleblowing']]);
    expect(policy.elsewhere?.[0]?.text).toMatch(/whistleblowing/);
    expect(policy.causes.some(({ label }) => /whistle|wrongdoing/i.test(label))).toBe(false);
  });

  it('bromley.immediate-harm: is the first question, and its callout names MASH and the designated lead', () => {
    expect([...facts.keys()][0]).toBe('immediate-harm');
    const callout = policy.callouts.find(({ kind }) => kind === 'immediate-danger');
    expect(callout?.text).toMatch(/MASH.*designated safeguarding lead/);
    expect(callout?.stages).toBeUndefined();
  });

  it('bromley.guide-timescale: says that tying it to stage 1 is our reading', () => {
    const notes = clauses.get('bromley.guide-timescale')?.notes ?? [];
    expect(notes.some(({ kind, text }) => kind === 'our-reading' && text.includes('tie it to stage 1'))).toBe(true);
    const dated = policy.stages.filter(({ clocks }) => clocks.some(({ within }) => within !== null));
    expect(dated.map(({ id }) => id)).toEqual(['1']);
  });

  it('bromley.1: worker meets worker, by telephone or face to face', () => {
    expect(stages.get('1')?.meets).toEqual({ raising: ['practitioner'], receiving: ['practitioner'] });
    expect(stages.get('1')?.channels?.names).toEqual(['Telephone', 'Face to face']);
  });

  it('bromley.2: manager meets manager', () => {
    expect(stages.get('2')?.meets).toEqual({ raising: ['line-manager'], receiving: ['line-manager'] });
  });

  it('bromley.3: the managers above meet, or in their place the safeguarding representatives', () => {
    expect(stages.get('3')?.meets).toEqual({ raising: ['next-tier'], receiving: ['next-tier'] });
    expect(roles.get('next-tier')?.name).toMatch(/, or named or designated safeguarding representative$/);
    expect(stages.get('3')?.tiers?.names.join()).not.toMatch(/representative/);
  });

  it('bromley.4.panel: asks the partnership whether its officers or its agencies are of the Executive', () => {
    const questions = clauses.get('bromley.4.panel')?.notes?.map(({ question }) => question);
    expect(questions).toContainEqual(expect.stringMatching(/members of the Executive, or their agencies/));
  });

  it('bromley.3.board-members: notes that the two places of the source differ', () => {
    expect(noteKinds('bromley.3.board-members')).toContain('ambiguous');
  });

  it('bromley.4.refer: goes to the address for the independent chair', () => {
    expect(contacts.get(duties.get('refer')?.contact ?? '')?.email).toBe('bscp@bromley.gov.uk');
  });

  it('bromley.representative-contact: the administrator has an address and a telephone number', () => {
    expect(contacts.get('administrator')).toMatchObject({
      email: 'bscp@bromley.gov.uk',
      phones: [{ number: '0208 461 7816' }],
      asOf: '2019-12-17',
    });
  });

  it('bromley.review-overdue: revision was due in December 2021', () => {
    expect(policy.provenance.review).toEqual({ due: '2021-12', clauses: ['bromley.review-overdue'] });
  });

  it('says that its flowchart cannot be read', () => {
    const unread = policy.provenance.notes?.filter(({ kind }) => kind === 'illegible');
    expect(unread?.map(({ text }) => /flowchart/.test(text))).toEqual([true]);
  });

  it('is not confirmed by its partnership', () => {
    expect(policy.provenance.confirmed).toBeNull();
  });
});
