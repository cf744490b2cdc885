import type { Resolve } from '@escalation-kit/core/parse';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { readValue, UnreadableError, type Input } from './read-policy.ts';

/**
 * Finds the policies that others extend: those in these files, by the ids that they give themselves, and the bundled ones.
 *
 * @throws UnreadableError where one of the files cannot be had as a base
 */
export async function readBases(files: readonly string[] = [], input: Input): Promise<Resolve> {
  const bases = new Map<string, unknown>();
  for (const id of POLICY_IDS) bases.set(id, await loadPolicy(id));
  for (const file of files) {
    const value = await readValue(file, input);
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    if (typeof id !== 'string') throw new UnreadableError(file, 'it has no id by which it could be extended');
    bases.set(id, value);
  }
  return (id) => bases.get(id);
}
