import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '@escalation-kit/core/parse';
import { CHILD_STATUSES, SUBJECTS } from '@escalation-kit/core/policy';
import { arbitraryPolicy } from './arbitrary-policy.ts';
import { describeLaws } from './laws.ts';

describe('the random policies', () => {
  test('are such as the parser takes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        expect(checkPolicy(policy).faults).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('use every key of the format', { timeout: 60_000 }, () => {
    const used = new Set<string>();
    for (const policy of fc.sample(arbitraryPolicy, { numRuns: 300, seed: 1 })) keysIn(policy, used);
    const schema = new URL('../../packages/core/policy.schema.json', import.meta.url);
    const known = new Set<string>();
    propertiesIn(JSON.parse(readFileSync(schema, 'utf8')), known);
    expect([...known].filter((key) => !used.has(key) && !NOT_OF_A_WHOLE_POLICY.includes(key))).toEqual([]);
  });
});

describeLaws({
  policies: arbitraryPolicy,
  openings: fc.record(
    {
      child: fc.record(
        { statuses: fc.uniqueArray(fc.constantFrom(...CHILD_STATUSES)), subject: fc.constantFrom(...SUBJECTS) },
        { requiredKeys: ['statuses'] },
      ),
      causes: fc.uniqueArray(fc.constantFrom('plan', 'conduct')),
      facts: fc.dictionary(fc.constantFrom('immediate-harm', 'late'), fc.boolean()),
      priority: fc.constantFrom('red', 'green'),
      protectBy: fc.constantFrom('2026-11-20', '2026-12-04', '2027-02-01'),
      why: fc.constant('Because'),
      who: fc.constantFrom('A. Head', { name: 'A. Head', contact: '1' }, '2026-11-18'),
      day: fc.constantFrom('2026-11-02', '2026-11-30', '1900-01-01', '2999-12-31', '9999-12-31', 'Monday'),
    },
    { requiredKeys: [] },
  ),
  opensRightly: false,
  runs: 50,
});

/** What an overlay has, and what editors read. */
const NOT_OF_A_WHOLE_POLICY = ['$schema', 'extends', 'remove'];

function keysIn(value: unknown, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    keys.add(key);
    keysIn(inner, keys);
  }
}

function propertiesIn(schema: unknown, keys: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties } = schema as { properties?: object };
  if (typeof properties === 'object' && !Array.isArray(schema))
    for (const key of Object.keys(properties)) keys.add(key);
  for (const inner of Object.values(schema)) propertiesIn(inner, keys);
}
