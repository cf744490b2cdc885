import { lintPolicy, parsePolicy } from '@escalation-kit/core/parse';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { describe, expect, it } from 'vitest';

describe.each(POLICY_IDS)('%s', (id) => {
  it('is sound', async () => {
    const policy = await loadPolicy(id);
    expect(parsePolicy(policy)).toEqual(policy);
  });

  it('says nothing that cannot be meant, but what it acknowledges itself', async () => {
    expect(lintPolicy(await loadPolicy(id)).map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
  });
});
