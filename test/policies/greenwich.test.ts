import { parsePolicy } from '@escalation-kit/core/parse';
import { indexOf } from '@escalation-kit/core/policy';
import { describe, expect, it } from 'vitest';
import data from '../../packages/policies/src/greenwich/policy.json' with { type: 'json' };

const policy = parsePolicy(data);
const index = indexOf(policy);
const { roles, stages, clauses, contacts, facts, causes, asks } = index;
const noteKinds = (clause: string) => clauses.get(clause)?.notes?.map((note) => note.kind) ?? [];
const STAGES = ['1', '2', '3', '4', '5', '6', 'icpc-1', 'icpc-2', 'icpc-3'];

describe('Greenwich', () => {
  it('greenwich.causes: has five causes', () => {
    expect([...causes.keys()]).toEqual([
      'levels-of-need',
      'roles-responsibilities',
      'conference-decisions',
      'progressing-plans',
      'communication',
    ]);
  });

  it('greenwich.lowest: two of the principles are the shortest time and the lowest stage', () => {
    const texts = policy.principles
      .filter(({ clauses }) => clauses.includes('greenwich.lowest'))
      .map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/shortest time/);
    expect(texts[1]).toMatch(/lowest stage/);
  });

  it('greenwich.paramount: is a principle, a reminder to challenge and a callout on every stage', () => {
    const restsOn = ({ clauses }: { clauses: readonly string[] }) => clauses.includes('greenwich.paramount');
    expect(policy.principles.some(restsOn)).toBe(true);
    expect(policy.reminders.find(restsOn)?.text).toMatch(/you must challenge/);
    expect(policy.callouts.find(restsOn)).toMatchObject({ kind: 'paramount' });
    expect(policy.callouts.find(restsOn)?.stages).toBeUndefined();
  });

  it('greenwich.immediate-harm: sends to the agency’s own lead, and to nobody that the source does not name', () => {
    expect([...facts.keys()][0]).toBe('immediate-harm');
    const callout = policy.callouts.find(({ kind }) => kind === 'immediate-danger');
    expect(callout?.text).toMatch(/your agency’s designated safeguarding lead/);
    expect(callout?.text).not.toMatch(/MASH/);
    expect(noteKinds('greenwich.immediate-harm')).toEqual(['silent', 'our-reading']);
    expect(callout?.contact).toBe('mash');
  });

  it('greenwich.timescale: no clock has a number', () => {
    const clocks = [...policy.stages.flatMap((stage) => stage.clocks), ...policy.timescales];
    expect(clocks.map(({ within }) => within)).toEqual(clocks.map(() => null));
    expect(noteKinds('greenwich.timescale')).toContain('silent');
  });

  it('greenwich.1: one party alone, and the form asks for the disagreement and the outcome wanted', () => {
    expect(stages.get('1')?.meets).toEqual({ raising: ['practitioner', 'line-manager'] });
    expect(asks.get('disagreement')).toMatchObject({ stages: ['1'], verb: 'should' });
    expect(asks.get('outcomeWanted')).toMatchObject({ stages: ['1'], verb: 'should' });
  });

  it('greenwich.2: practitioner meets practitioner, by telephone or face to face', () => {
    expect(stages.get('2')?.meets).toEqual({ raising: ['practitioner'], receiving: ['practitioner'] });
    expect(stages.get('2')?.channels?.names).toEqual(['Telephone', 'Face to face']);
  });

  it.each([
    ['greenwich.3', '3', ['line-manager']],
    ['greenwich.4', '4', ['operations-manager', 'designated']],
    ['greenwich.5', '5', ['director']],
  ])('%s: the same roles meet on both sides', (clause, id, roles) => {
    expect(stages.get(id)?.clauses).toContain(clause);
    expect(stages.get(id)?.meets).toEqual({ raising: roles, receiving: roles });
  });

  it('greenwich.4: notes that heading and text differ', () => {
    expect(noteKinds('greenwich.4')).toEqual(['contradiction']);
  });

  it('greenwich.6.agencies: the meeting mediates, and the agencies decide', () => {
    expect(stages.get('6')).toMatchObject({ mediates: true, decision: { decidedBy: 'agencies' } });
  });

  it('greenwich.6: the senior-most operational managers meet', () => {
    expect(roles.get('senior-managers')?.name).toMatch(/operationally responsible/);
  });

  it('greenwich.icpc.entry: the conference route goes on at Stage 4, past stages 1 to 3', () => {
    expect(index.route('icpc')).toEqual(['icpc-1', 'icpc-2', 'icpc-3', '4', '5', '6']);
  });

  it('greenwich.icpc.convene: the form asks who supports the request', () => {
    expect(asks.get('supporter')).toMatchObject({ stages: ['icpc-3'], clauses: ['greenwich.icpc.convene'] });
    expect(noteKinds('greenwich.icpc.convene')).toContain('ambiguous');
  });

  it.each(STAGES)('greenwich.record: at %s each side that takes part keeps a record', (id) => {
    const owners = policy.duties
      .filter((duty) => duty.clauses.includes('greenwich.record'))
      .filter((duty) => duty.on.some((trigger) => 'enters' in trigger && trigger.enters.includes(id)))
      .flatMap((duty) => duty.owner);
    const taking = Object.keys(stages.get(id)?.meets ?? {}).filter((side) => side !== 'partnership');
    expect(owners).toEqual(taking);
  });

  it('greenwich.gaps: learning goes to the chair of the board', () => {
    expect(policy.learning).toMatchObject({
      to: 'Chair of the Greenwich Safeguarding Children Board',
      clauses: ['greenwich.gaps'],
    });
  });

  it('greenwich.contacts: has twelve, none with a date, and the number for out of hours says so', () => {
    expect(contacts.size).toBe(12);
    expect(policy.contacts.every(({ asOf, clauses }) => asOf === null && clauses.includes('greenwich.contacts'))).toBe(
      true,
    );
    expect(contacts.get('mash')?.phones).toEqual([
      { number: '020 8921 3172' },
      { number: '020 8854 8888', label: 'Out of hours' },
    ]);
    expect(contacts.get('board')?.url).toBe('http://www.greenwichsafeguardingchildren.org.uk');
    expect(contacts.get('board')?.address).toMatch(/SE18 6HQ$/);
    expect(contacts.get('schools')?.name).toBe(
      'Safeguarding Co-ordinator for Schools, Greenwich Children’s Social Care',
    );
    expect(noteKinds('greenwich.contacts')).toEqual(expect.arrayContaining(['silent', 'ambiguous']));
  });

  it('has no review date, as its source gives none', () => {
    expect(policy.provenance.review).toBeUndefined();
    expect(policy.document.dated).toBeUndefined();
  });

  it('is not confirmed by its partnership', () => {
    expect(policy.provenance.confirmed).toBeNull();
  });
});
