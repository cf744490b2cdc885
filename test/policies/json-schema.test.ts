import { readFileSync } from 'node:fs';
import { checkPolicy } from '@escalation-kit/core/parse';
import { POLICY_IDS } from '@escalation-kit/policies';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { changed, type Changes } from '../conformance/changed-policy.ts';
import { CHOICE_FAULTS, SHAPE_FAULTS } from '../conformance/shape-faults.ts';

const schema = JSON.parse(readFileSync('packages/core/policy.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: true }).compile(schema);

it.each(POLICY_IDS)('takes the policy %s, which names it', (id) => {
  const file = `packages/policies/src/${id}/policy.json`;
  const policy = JSON.parse(readFileSync(file, 'utf8')) as { $schema: string };
  validate(policy);
  expect(validate.errors).toBeNull();
  expect(new URL(policy.$schema, `file:///${file}`).pathname).toBe('/packages/core/policy.schema.json');
});

it.each<[string, Changes]>([...SHAPE_FAULTS, ...CHOICE_FAULTS].map(([name, changes]) => [name, changes]))(
  'refuses, as the parser does: %s',
  (_name, changes) => {
    const policy = changed(changes);
    expect(checkPolicy(policy).faults).toBeDefined();
    expect(validate(policy)).toBe(false);
  },
);

it.each<[string, Changes]>([
  ['an address in capitals', { 'partnership/url': 'HTTPS://PARTNERSHIP.EXAMPLE/' }],
  ['a clock whose sooner time holds', { 'stages/0/clocks/0/within': [duration(2), duration(3)] }],
  ['conditions inside one another', { 'ways/0/when': { any: [{ not: { stage: ['top'] } }, { all: [{}] }] } }],
])('takes, as the parser does: %s', (_name, changes) => {
  const policy = changed(changes);
  expect(checkPolicy(policy).faults).toBeUndefined();
  expect(validate(policy)).toBe(true);
});

function duration(amount: number) {
  return { amount, unit: 'working-days' };
}
