import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { core } from 'zod/mini';
import { checkPolicy } from '@escalation-kit/core/parse';
import { CHILD_STATUSES, SUBJECTS } from '@escalation-kit/core/policy';
import { markOf, type Kind } from '../../packages/core/src/policy/marks.ts';
import { referenceFaults } from '../../packages/core/src/policy/references.ts';
import { policySchema } from '../../packages/core/src/policy/schema.ts';
import { everySchema, walk, type Visit } from '../../packages/core/src/policy/walk.ts';
import { arbitraryPolicy } from './arbitrary-policy.ts';
import { describeLaws } from './laws.ts';

describe('the random policies', () => {
  test('are such as the parser takes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        expect(checkPolicy(policy).faults).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  const sample = fc.sample(arbitraryPolicy, { numRuns: 120, seed: 1 });

  test('use every key of the format', { timeout: 60_000 }, () => {
    const used = new Set<core.$ZodType>();
    for (const policy of sample) {
      for (const { schema, place } of visits(policy)) if (place.value !== undefined) used.add(schema);
    }
    const unused = [...everySchema(policySchema)].filter((schema) => !used.has(schema));
    // What editors read, and the policy that an overlay was made from, are texts of any kind.
    expect(unused.map((schema) => JSON.stringify(z.toJSONSchema(schema)))).toEqual([]);
  });

  /** What is derived from the schema is held to it here: each reference of the format to something that is not there. */
  test('are refused for each reference that leads nowhere', { timeout: 60_000 }, () => {
    const left = new Set([...everySchema(policySchema)].filter((schema) => isChecked(markOf(schema).refersTo)));
    for (const policy of sample) {
      if (left.size === 0) break;
      for (const { schema, place } of visits(policy)) {
        if (!left.has(schema) || typeof place.value !== 'string') continue;
        left.delete(schema);
        const kind = markOf(schema).refersTo!;
        const broken = renamed(policy, place);
        expect(
          referenceFaults(broken).map(({ message }) => message),
          `${kind} at ${place.steps.join('/')}`,
        ).toContainEqual(expect.stringMatching(/^The policy has no .*"nobody"\./));
      }
    }
    expect([...left].map((schema) => markOf(schema).refersTo)).toEqual([]);
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

function visits(policy: unknown): Visit[] {
  return [...walk(policySchema, { value: policy, steps: [] })];
}

/** Clocks are looked for at the stages where they are named, by a rule of their own. */
function isChecked(kind: Kind | undefined): boolean {
  return kind !== undefined && kind !== 'clock';
}

/** The policy with an id, or a key, of its own place gone wrong. */
function renamed(policy: unknown, { steps, value }: Visit['place']): unknown {
  const copy = structuredClone(policy) as Record<PropertyKey, unknown>;
  const holder = steps.slice(0, -1).reduce<Record<PropertyKey, unknown>>((at, step) => at[step] as typeof at, copy);
  const last = steps.at(-1)!;
  if (holder[last] === value) holder[last] = 'nobody';
  else holder.nobody = holder[last];
  return copy;
}
