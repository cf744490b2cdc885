import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import type { Policy } from '@escalation-kit/core/policy';
import { describe, expect, it } from 'vitest';

/*
 * What holds for each of the five: that its data says how binding each passage is, for whom a duty is and what stands
 * open. Whether it says so rightly is for the tests of each policy, and for the list of clauses.
 */

const clocksOf = (policy: Policy) => [...policy.stages.flatMap(({ clocks }) => clocks), ...policy.timescales];
const notesOf = (policy: Policy) => [
  ...(policy.provenance.notes ?? []),
  ...Object.values(policy.clauses).flatMap(({ notes = [] }) => notes),
];

describe.each(await Promise.all(POLICY_IDS.map((id) => loadPolicy(id))))('$id', (policy) => {
  it('is of format 2', () => {
    expect(policy.format).toBe(2);
    expect(policy.officialForm).toBeUndefined();
  });

  it('gives each clause, duty and clock its verb', () => {
    const clauses = Object.entries(policy.clauses).map(([id, { verb }]) => ({ id, verb }));
    const silent = [...clauses, ...policy.duties, ...clocksOf(policy)].filter(({ verb }) => verb === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('says of each clock what its time is for, and holds none to be firm that its source asks with ‘should’', () => {
    for (const clock of clocksOf(policy)) {
      expect(clock.for, clock.id).toBeDefined();
      if (clock.verb === 'should') expect(clock.firmness, clock.id).toBe('guidance');
    }
  });

  it('says what a yes to its first question means, and gives no emergency number that its source does not', () => {
    expect(policy.facts[0]).toMatchObject({
      id: 'immediate-harm',
      means: policy.id === 'barnsley' ? 'urgent' : 'danger',
    });
    expect(policy.emergency).toBeUndefined();
  });

  it('has an addressee for each duty to tell somebody', () => {
    const telling = policy.duties.filter(({ kind }) => ['notify', 'inform', 'confirm', 'update'].includes(kind));
    expect(telling.filter(({ addressees }) => !addressees).map(({ id }) => id)).toEqual([]);
  });

  it('asks the partnership about each of our readings', () => {
    const readings = notesOf(policy).filter(({ kind }) => kind === 'our-reading');
    expect(readings.filter(({ question }) => !question?.endsWith('?')).map(({ text }) => text)).toEqual([]);
  });

  it('doubts the contacts of boards and commissioning groups, which have been replaced', () => {
    const gone = policy.contacts.filter(({ name }) => /Children Board|Commissioning Group/.test(name));
    expect(gone.filter(({ doubt }) => !doubt).map(({ id }) => id)).toEqual([]);
  });
});
