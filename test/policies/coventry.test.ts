import { parsePolicy } from '@escalation-kit/core/parse';
import { indexOf } from '@escalation-kit/core/policy';
import { describe, expect, it } from 'vitest';
import data from '../../packages/policies/src/coventry/policy.json' with { type: 'json' };

const policy = parsePolicy(data);
const { stages, roles, clauses, facts } = indexOf(policy);
const noteKinds = (clause: string) => clauses.get(clause)?.notes?.map((note) => note.kind) ?? [];

describe('Coventry', () => {
  it('coventry.illegible: has no causes, and says that its source lacks them', () => {
    expect(policy.causes).toEqual([]);
    expect(policy.causesMissing?.clauses).toEqual(['coventry.illegible']);
    expect(noteKinds('coventry.illegible')).toEqual(['illegible']);
  });

  it('says that the opening of its document is cut off', () => {
    const cutOff = policy.provenance.notes?.filter((note) => note.text.includes('cut off'));
    expect(cutOff?.map((note) => note.kind)).toEqual(['illegible']);
  });

  it('coventry.1.manager: a safeguarding lead may stand in for a line manager', () => {
    expect(roles.get('line-manager')?.substitutes).toEqual([
      { name: 'Safeguarding lead or equivalent', clauses: ['coventry.1.manager'] },
    ]);
  });

  it('coventry.1.managers: line managers are the last tier of stage 1', () => {
    expect(stages.get('1')?.tiers?.names.at(-1)).toBe('Line managers');
  });

  it.each([
    ['1', 'unsaid'],
    ['2', 'informal'],
    ['3', 'formal'],
    ['4', 'unsaid'],
  ])('coventry.2, coventry.3: stage %s is %s', (id, formality) => {
    expect(stages.get(id)?.formality).toBe(formality);
  });

  it('coventry.2.consult: three consultations, and only for stage 2', () => {
    const consultations = policy.duties.filter(({ clauses }) => clauses.includes('coventry.2.consult'));
    expect(consultations.map(({ id }) => id)).toEqual(['consult-designated', 'consult-named', 'consult-team']);
    for (const { on, kind } of consultations) {
      expect(kind).toBe('consult');
      expect(on).toEqual([{ enters: ['2'] }]);
    }
  });

  it('coventry.2.early-help: asks whether it is about a referral or a threshold', () => {
    expect(facts.get('referral-or-threshold')?.clauses).toEqual(['coventry.2.early-help']);
  });

  it('coventry.3: in social care the manager of equal seniority is the Head of Service', () => {
    expect(stages.get('3')?.meets).toEqual({ raising: ['equal-manager'], receiving: ['equal-manager'] });
    expect(roles.get('equal-manager')?.bySector).toEqual({
      'social-care': 'Head of Service in Children’s Services',
    });
  });

  it('coventry.3: between two agencies without social care, a Head of Service in Children’s Services has a part', () => {
    expect(stages.get('3')?.instead).toMatchObject([
      { when: { not: { party: { sector: ['social-care'] } } }, meets: { partnership: ['head-of-service'] } },
    ]);
    expect(roles.get('head-of-service')?.name).toBe('Head of Service in Children’s Services');
  });

  it('coventry.3.purpose: gives three prompts', () => {
    const prompts = policy.callouts.filter(({ clauses }) => clauses.includes('coventry.3.purpose'));
    expect(prompts.map(({ kind, stages }) => [kind, stages])).toEqual(Array(3).fill(['prompt', ['3']]));
  });

  it('coventry.3.decision: words are never turned into a number', () => {
    const dated = policy.stages.flatMap((stage) => stage.clocks).filter((clock) => clock.within !== null);
    expect(dated.map(({ clauses }) => clauses)).toEqual([['coventry.1']]);
    expect(policy.timescales).toEqual([]);
    expect(policy.extension).toBeUndefined();
  });

  it('coventry.4: the Head of Safeguarding has two options, and no time is set', () => {
    expect(stages.get('4')?.decision?.options.map(({ id }) => id)).toEqual(['own-course', 'refer-to-chair']);
    expect(noteKinds('coventry.4')).toContain('silent');
  });

  it('coventry.4.review: learning goes to the review', () => {
    expect(policy.learning?.clauses).toEqual(['coventry.4.review']);
  });

  it('coventry.timely: the callout stands at every stage', () => {
    const callout = policy.callouts.find(({ clauses }) => clauses.includes('coventry.timely'));
    expect(callout).toMatchObject({ kind: 'paramount' });
    expect(callout?.stages).toBeUndefined();
    expect(callout?.when).toBeUndefined();
  });

  it('coventry.contacts: links to the policy and to the website, as of the document', () => {
    expect(policy.contacts.map(({ url, asOf }) => [url, asOf])).toEqual([
      ['https://www.proceduresonline.com/covandwarksscb/p_escalation_resol.html', '2019-09'],
      ['https://www.coventry.gov.uk/info/206/coventry_safeguarding_children_partnership', '2019-09'],
    ]);
  });

  it('sets no way of its own past the next stage, and no review date', () => {
    expect(policy.ways).toEqual([]);
    expect(policy.provenance.review).toBeUndefined();
    expect(policy.provenance.confirmed).toBeNull();
  });
});
