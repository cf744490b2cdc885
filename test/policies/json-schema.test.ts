import { readFileSync } from 'node:fs';
import { checkPolicy } from '@escalation-kit/core/parse';
import { POLICY_IDS } from '@escalation-kit/policies';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { changed, type Changes } from '../conformance/changed-policy.ts';
import { CHOICE_FAULTS, SHAPE_FAULTS } from '../conformance/shape-faults.ts';

const schema = JSON.parse(readFileSync('packages/core/policy.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

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

const overlay = (more: object = {}) => ({
  extends: 'region',
  id: 'local',
  version: '2',
  title: 'A local policy',
  partnership: { name: 'Local Partnership' },
  document: { title: 'How we differ' },
  provenance: { taken: '2026-03-01', confirmed: null },
  ...more,
});

it.each<[boolean, string, object]>([
  [true, 'an overlay with nothing to say', overlay()],
  [true, 'what replaces and what takes out', overlay({ conference: null, roles: [{ id: 'manager', name: 'Head' }] })],
  [true, 'parts to be removed', overlay({ remove: { duties: ['late'], principles: ['small.principles'] } })],
  [false, 'an overlay without a title of its own', overlay({ title: undefined })],
  [false, 'a part that is wrong', overlay({ roles: [{ id: 'manager' }] })],
  [false, 'parts of a kind that there is not', overlay({ remove: { dutys: ['late'] } })],
  [false, 'a list of bases', overlay({ extends: ['region'] })],
])('%s, as the parser says: %s', (sound, _name, policy) => {
  const given = JSON.parse(JSON.stringify(policy)) as object;
  const { faults } = checkPolicy(given, { resolve: () => changed({ id: 'region' }) });
  expect(faults === undefined).toBe(sound);
  expect(validate(given)).toBe(sound);
});

function duration(amount: number) {
  return { amount, unit: 'working-days' };
}
