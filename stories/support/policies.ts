import type { Policy } from '@escalation-kit/core/policy';
import type { PolicyId } from '@escalation-kit/policies';
import barnsley from '@escalation-kit/policies/barnsley/policy.json';
import bromley from '@escalation-kit/policies/bromley/policy.json';
import coventry from '@escalation-kit/policies/coventry/policy.json';
import greenwich from '@escalation-kit/policies/greenwich/policy.json';
import kent from '@escalation-kit/policies/kent/policy.json';

/** The bundled policies at hand, so that a story can build its case before it is drawn. */
export const POLICIES = { barnsley, bromley, coventry, greenwich, kent } as unknown as Readonly<
  Record<PolicyId, Policy>
>;
