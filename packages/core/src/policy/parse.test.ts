import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { CHOICE_FAULTS, SHAPE_FAULTS, type ExpectedFault } from '../../../../test/conformance/shape-faults.ts';
import small from '../../../../test/conformance/policies/small.json' with { type: 'json' };
import { checkPolicy, MOST_FAULTS, parsePolicy, PolicyError, type Fault } from './parse.ts';

function faultsOf(changes: Changes): Fault[] {
  return checkPolicy(changed(changes)).faults ?? [];
}

function expectFaults(faults: readonly Fault[], expected: readonly ExpectedFault[]): void {
  expect(faults).toHaveLength(expected.length);
  faults.forEach((fault, index) => {
    const { message, ...rest } = expected[index]!;
    expect(fault).toMatchObject(rest);
    if (typeof message === 'string') expect(fault.message).toBe(message);
    else if (message) expect(fault.message).toMatch(message);
  });
}

describe('parsePolicy', () => {
  it('returns a sound policy, as a copy', () => {
    const policy = parsePolicy(small);
    expect(policy).toEqual(small);
    expect(policy).not.toBe(small);
    expect(policy.stages[0]).not.toBe(small.stages[0]);
  });

  it('throws an error that lists every fault', () => {
    const wrong = changed({ format: 3, 'stages/1/label': '', 'ways/0/to': 'topp' });
    expect(() => parsePolicy(wrong)).toThrow(PolicyError);
    try {
      parsePolicy(wrong);
    } catch (error) {
      expect((error as PolicyError).faults.map(({ path }) => path)).toEqual([
        '$.format',
        '$.stages[1].label',
        '$.ways[0].to',
      ]);
      expect((error as PolicyError).message).toBe(
        [
          'The policy is refused.',
          '  $.format: Found 3; it takes 1 or 2.',
          '  $.stages[1].label: This may not be empty.',
          '  $.ways[0].to: The policy has no stage "topp". Did you mean "top"?',
        ].join('\n'),
      );
    }
  });
});

describe('faults of the shape', () => {
  it.each(SHAPE_FAULTS)('%s', (_name, changes, fault) => expectFaults(faultsOf(changes), [fault]));

  it('has words for every form that the schema asks', () => {
    const faults = faultsOf({
      id: '?',
      'provenance/taken': '?',
      'document/dated': '?',
      'partnership/url': '?',
      'clauses/?': { place: '1', says: 'x' },
    });
    expect(faults).toHaveLength(5);
    // Without words a message falls back on the pattern itself.
    for (const { allowed } of faults) expect(allowed).not.toContain('^');
  });
});

describe('faults where several things could stand', () => {
  it.each(CHOICE_FAULTS)('%s', (_name, changes, expected) => expectFaults(faultsOf(changes), expected));
});

describe('the list of faults', () => {
  it('is cut, and says how many more there are', () => {
    const faults = faultsOf({ reminders: Array.from({ length: 300 }, () => 1) });
    expect(faults).toHaveLength(MOST_FAULTS + 1);
    expect(faults.at(-1)).toEqual({ path: '$', found: '300 faults', allowed: 'none', message: 'And 200 more.' });
  });

  it('names a place once', () => {
    expectFaults(faultsOf({ 'stages/0/clocks/0/within/amount': NaN }), [{ message: 'This is not JSON.' }]);
  });

  it('holds faults of references beside faults of the shape', () => {
    const faults = faultsOf({
      'stages/0/label': 5,
      'stages/0/meets/raising/0': 'wroker',
      'duties/0/on/0/enters/1': 'x',
    });
    expect(faults.map(({ path }) => path)).toEqual([
      '$.stages[0].label',
      '$.stages[0].meets.raising[0]',
      '$.duties[0].on[0].enters[1]',
    ]);
  });
});
