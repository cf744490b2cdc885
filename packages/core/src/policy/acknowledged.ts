import type { Finding } from './lint.ts';
import type { Policy } from './schema.ts';
import { stepsIn } from './fault.ts';
import { namedPath } from './text-rules.ts';

/** A finding of which the policy itself says that its author knows of it, and why it stands. */
export type Acknowledgement = NonNullable<Policy['acknowledged']>[number];
export interface Acknowledged {
  readonly finding: Finding;
  readonly by: Acknowledgement;
}

/** Findings apart from those that the policy acknowledges; an acknowledgement that meets none is one itself. */
export function sorted(policy: Policy, findings: readonly Finding[], now: string | undefined) {
  const given = policy.acknowledged ?? [];
  const acknowledged: Acknowledged[] = [];
  const open = findings.filter((finding) => {
    const by = given.find((one) => meets(one, finding, policy));
    if (by) acknowledged.push({ finding, by });
    return !by;
  });
  const inVain = given.flatMap((one, index): Finding[] => {
    // Without a date the review is not looked at.
    const isLookedAt = one.finding !== 'review-overdue' || now !== undefined;
    if (!isLookedAt || findings.some((finding) => meets(one, finding, policy))) return [];
    const message = `Nothing is found any more of what is acknowledged here (${one.finding}).`;
    const how = 'No finding of this kind is at this place.';
    return [{ kind: 'acknowledged-in-vain', path: `$.acknowledged[${index}]`, clauses: [], message, how }];
  });
  return { open: [...open, ...inVain], acknowledged };
}

function meets({ finding, at }: Acknowledgement, { kind, path }: Finding, policy: Policy): boolean {
  if (finding !== kind) return false;
  if (at === undefined) return true;
  const place = namedPath(policy, stepsIn(path));
  return place === at || place.startsWith(`${at}/`);
}
