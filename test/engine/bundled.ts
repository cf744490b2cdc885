import { loadCalendar } from '@escalation-kit/core/calendar';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';

export const calendar = await loadCalendar('england-and-wales');

export const policies: readonly Policy[] = await Promise.all(POLICY_IDS.map(loadPolicy));

export const policyOf = (id: string): Policy => policies.find((policy) => policy.id === id)!;

/** An event that opens a case on 20 November 2026, a Friday. */
export function opened(policy: Policy, fields: Record<string, unknown> = {}): CaseEvent {
  const route = policy.routes[0]!;
  return {
    id: 'e1',
    type: 'opened',
    at: '2026-11-20T10:00:00Z',
    by: { side: 'raising' },
    policy: { id: policy.id, version: policy.version },
    calendar: { id: policy.calendar, published: calendar.published },
    route: route.id,
    stage: route.stages[0]!,
    parties: {
      raising: { agency: 'Hill School', sector: 'education' },
      receiving: { agency: 'Children’s Services', sector: 'social-care' },
    },
    child: { statuses: [] },
    causes: [],
    facts: {},
    ...fields,
  } as unknown as CaseEvent;
}
