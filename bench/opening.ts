import type { Command } from '@escalation-kit/core/case';

/** Who writes in the cases of the benchmarks. */
export const BY = { side: 'raising', role: 'Teacher', name: 'A. Teacher' } as const;

/** What opens a case at Barnsley's first formal stage, between the school and the council of their directory. */
export function openingAt(at: string): Command {
  return {
    action: 'open',
    at,
    by: BY,
    route: 'standard',
    stage: '1',
    parties: {
      raising: { agency: 'Hill School', agencyId: 'school', sector: 'education' },
      receiving: { agency: 'Children’s Services', agencyId: 'council', sector: 'social-care' },
    },
    child: { statuses: [] },
    causes: [],
    facts: { 'immediate-harm': false, 'raising-lead-consulted': true, 'receiving-lead-consulted': true },
    lineManager: { name: 'G. Line', contact: 'line@council.example' },
  };
}
