import type { CaseStatus } from '@escalation-kit/core/case';
import { indexOf, type Policy } from '@escalation-kit/core/policy';
import { knownAt, routesWith, type KnownCase } from '@escalation-kit/core/views';
import { AttributeError } from '../kit/attribute-error.ts';

/** The statuses that the attribute takes. */
const STATUSES = ['open', 'resolved', 'closed', 'withdrawn'] as const satisfies readonly CaseStatus[];

/** Where a case would stand, as an element's attributes say it. */
export interface GivenPosition {
  readonly route?: string | null;
  readonly stage?: string | null;
  readonly tier?: string | null;
  readonly bypassed?: string | null;
  readonly status?: string | null;
}

export interface ReadPosition {
  readonly known: KnownCase;
  readonly routes: readonly string[];
}

/**
 * Reads the attributes against the policy.
 *
 * A stage without a route stands on the routes that have it; without either, all routes are meant.
 *
 * @throws AttributeError with what is allowed
 */
export function readPosition(element: string, policy: Policy, given: GivenPosition): ReadPosition {
  const check = (attribute: string, value: string, allowed: readonly string[]) => {
    if (!allowed.includes(value)) throw new AttributeError(element, attribute, value, allowed.join(', '));
  };
  const { route, stage, tier, status } = given;
  const all = policy.routes.map(({ id }) => id);
  if (route) check('route', route, all);
  const ladder = route ? indexOf(policy).route(route) : policy.stages.map(({ id }) => id);
  if (stage) check('stage', stage, ladder);
  const bypassed = given.bypassed?.split(/\s+/).filter(Boolean) ?? [];
  for (const id of bypassed) check('bypassed', id, ladder);
  if (status) check('status', status, STATUSES);
  const routes = route ? [route] : stage ? routesWith(policy, stage) : all;
  const known = knownAt(policy, {
    route: routes[0] ?? '',
    stage: stage || null,
    bypassed,
    tier: tier || null,
    ...(status && { status: status as CaseStatus }),
  });
  return { known, routes };
}
