import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { emergencyOf, formsOf, meaningOf, resultsAt } from './meanings.ts';
import type { Policy } from './schema.ts';

const policyWith = (changes: Changes = {}) => changed(changes) as Policy;

describe('emergencyOf', () => {
  it('is 999 where the policy is silent', () => {
    expect(emergencyOf(policyWith())).toEqual({ number: '999' });
  });

  it('is the policy’s own number', () => {
    const emergency = { number: '112', label: 'Garda' };
    expect(emergencyOf(policyWith({ emergency }))).toEqual(emergency);
  });
});

describe('meaningOf', () => {
  it('is what the question says', () => {
    expect(meaningOf({ id: 'late', question: 'Late?', means: 'urgent' })).toBe('urgent');
    expect(meaningOf({ id: 'immediate-harm', question: 'Danger?', means: 'urgent' })).toBe('urgent');
    expect(meaningOf({ id: 'late', question: 'Late?' })).toBeUndefined();
  });

  it('takes immediate harm for danger where the policy does not say', () => {
    expect(meaningOf({ id: 'immediate-harm', question: 'Danger?' })).toBe('danger');
  });
});

describe('formsOf', () => {
  const officialForm = { title: 'A form', url: 'https://partnership.example/form', clauses: ['small.danger'] };

  it('reads the one form of format 1 as tied to nothing', () => {
    expect(formsOf(policyWith({ officialForm }))).toEqual([{ id: 'official-form', ...officialForm }]);
    expect(formsOf(policyWith({ officialForm: undefined }))).toEqual([]);
  });

  it('lists the forms of format 2', () => {
    const forms = [{ id: 'inbox', title: 'A form', clauses: ['small.danger'], event: 'opened' }];
    expect(formsOf(policyWith({ format: 2, officialForm: undefined, forms }))).toEqual(forms);
  });
});

describe('resultsAt', () => {
  const outcomes = [{ id: 'mediated', label: 'Mediated', clauses: ['small.danger'] }];
  const at = (changes: Changes) => {
    const policy = policyWith({ 'stages/0/results': undefined, ...changes });
    return resultsAt(policy, policy.stages[0]);
  };

  it('are those of every policy', () => {
    expect(at({})).toEqual(['agreed', 'decision-upheld', 'dissent-recorded', 'policy-gap']);
  });

  it('leave out the gap in format 2, where it stands beside any result', () => {
    expect(at({ format: 2 })).toEqual(['agreed', 'decision-upheld', 'dissent-recorded']);
  });

  it('take in the policy’s own', () => {
    expect(at({ format: 2, outcomes })).toEqual(['agreed', 'decision-upheld', 'dissent-recorded', 'mediated']);
    expect(resultsAt(policyWith({ format: 2, outcomes }), undefined).at(-1)).toBe('mediated');
  });

  it('are those alone that the stage lists', () => {
    expect(at({ format: 2, outcomes, 'stages/0/results': ['mediated'] })).toEqual(['mediated']);
  });
});
