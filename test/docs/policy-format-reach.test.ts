import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

interface Row {
  readonly says: string;
  readonly keys: readonly string[];
  readonly fixture: string;
  readonly scenarios: readonly string[];
  readonly shown: string;
}

const rows: readonly Row[] = read('docs/policy-format-reach.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what a policy says'))
  .map((line) => {
    const [says = '', key = '', fixture = '', shown = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { says, keys: quoted(key), fixture, scenarios: quoted(shown), shown };
  });

const scenarios = (
  JSON.parse(read('test/conformance/scenarios/fixtures.json')) as { id: string; policyFile: string }[]
).map(({ id, policyFile }) => ({ id, policy: policyFile.replace(/^.*\/|\.json$/g, '') }));
const schema = read('packages/core/policy.schema.json');
const tests = read('test/policies/fixtures.test.ts');

describe('the table of what the policy format can say', () => {
  it.each(rows)('names keys that there are and that the fixture uses: $says', ({ keys, fixture }) => {
    const policy = read(`test/fixtures/policies/${fixture}.json`);
    for (const name of keys.flatMap((key) => key.split(/[.[\]{}]+/)).filter((name) => name !== '')) {
      expect(schema).toContain(`"${name}":`);
      expect(policy).toContain(`"${name}":`);
    }
  });

  it.each(rows)('names scenarios that there are, or a test: $says', ({ scenarios: named, fixture, shown }) => {
    if (named.length === 0) expect(tests).toContain(`'${shown}'`);
    const policies = named.map((id) => scenarios.find((scenario) => scenario.id === id)?.policy);
    expect(policies).not.toContain(undefined);
    if (policies.length > 0) expect(policies).toContain(fixture);
  });

  it('leaves out no fixture', () => {
    const shown = new Set(rows.flatMap(({ scenarios }) => scenarios));
    const policies = new Set(scenarios.filter(({ id }) => shown.has(id)).map(({ policy }) => policy));
    const all = new Set(scenarios.map(({ policy }) => policy));
    expect([...all].filter((policy) => !policies.has(policy) && policy !== BASE)).toEqual([]);
  });
});

/** Eldermere's, which shows it. */
const BASE = 'northfolds';

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
