import { lintPolicy, parsePolicy } from '@escalation-kit/core/parse';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { describe, expect, it } from 'vitest';

/** What the linter finds and the source means all the same. */
const MEANT: Readonly<Record<string, string>> = {
  'coventry duty-without-owner $.duties[2].owner': 'both agencies record at stage 4, where one side alone decides',
  'greenwich part-without-clause $.routes[0]': 'the ladder is the policy itself; no clause says that there is one',
};

describe.each(POLICY_IDS)('%s', (id) => {
  it('is sound', async () => {
    const policy = await loadPolicy(id);
    expect(parsePolicy(policy)).toEqual(policy);
  });

  it('says nothing that cannot be meant', async () => {
    const found = lintPolicy(await loadPolicy(id)).map(({ kind, path }) => `${id} ${kind} ${path}`);
    expect(found.filter((finding) => !MEANT[finding])).toEqual([]);
  });
});
