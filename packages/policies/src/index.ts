import type { Policy } from '@escalation-kit/core/policy';

/** The policies that come with the kit. */
export const POLICY_IDS = ['barnsley', 'bromley', 'coventry', 'greenwich', 'kent'] as const;
export type PolicyId = (typeof POLICY_IDS)[number];

export function isPolicyId(id: string): id is PolicyId {
  return (POLICY_IDS as readonly string[]).includes(id);
}

/**
 * One of the bundled policies; each is a file of its own and fetched when first asked for.
 *
 * Bundled policies are checked against the schema by the tests, so that nothing need be parsed in the browser.
 */
export async function loadPolicy(id: PolicyId): Promise<Policy> {
  return (await POLICIES[id]()).default as Policy;
}

const POLICIES: Record<PolicyId, () => Promise<{ default: unknown }>> = {
  barnsley: () => import('./barnsley/policy.json'),
  bromley: () => import('./bromley/policy.json'),
  coventry: () => import('./coventry/policy.json'),
  greenwich: () => import('./greenwich/policy.json'),
  kent: () => import('./kent/policy.json'),
};
