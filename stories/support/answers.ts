import type { Answers } from '@escalation-kit/core/form';
import type { PolicyId } from '@escalation-kit/policies';
import { POLICIES } from './policies.ts';

/** What a person might have answered to all that a policy asks when a case is opened. */
export function answersFor(policyId: PolicyId, more: Answers = {}): Answers {
  const policy = POLICIES[policyId];
  const [cause] = policy.causes;
  return {
    ...Object.fromEntries(policy.facts.map(({ id }) => [`facts/${id}`, 'no'])),
    ...Object.fromEntries(policy.asks.map(({ id }) => [id, 'The plan leaves the child at home; we want a conference'])),
    'facts/raising-lead-consulted': 'yes',
    'facts/receiving-lead-consulted': 'yes',
    route: policy.routes[0]!.id,
    stage: policy.routes[0]!.stages[0]!,
    'parties/raising/agency': 'Hill Primary School',
    'parties/raising/sector': 'education',
    'parties/receiving/agency': 'Children’s Services',
    'parties/receiving/sector': 'social-care',
    'child/statuses': ['looked-after'],
    'child/reference': 'HPS-2026-114',
    causes: cause ? [cause.id] : [],
    description: 'The health visitor and we see the risk at home differently.',
    'lineManager/name': 'R. Example',
    'lineManager/contact': 'r.example@example.org',
    protectBy: ['4', '12', '2026'],
    'by/role': 'Designated safeguarding lead',
    'by/name': '',
    ...more,
  };
}
