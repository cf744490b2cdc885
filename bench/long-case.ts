import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import type { CaseEvent } from '@escalation-kit/core/case';

const START = parseInstant('2026-11-20T10:00:00Z');
const HOUR = 3_600_000;

/**
 * A Barnsley case that stays at stage 2 and is talked about, updated and ticked off for ever. Read from JSON, as a host's
 * would be: objects built with spreads have a hidden class each, which slows every reader of theirs.
 */
export function longCase(length: number): CaseEvent[] {
  const log: unknown[] = [
    {
      ...event(0, 'opened'),
      policy: { id: 'barnsley', version: 'V5' },
      calendar: { id: 'england-and-wales', published: '2026-02-25' },
      route: 'standard',
      stage: '1',
      lineManager: { name: 'A. Manager', contact: 'manager@example.org' },
      parties: {
        raising: { agency: 'Hill School', sector: 'education' },
        receiving: { agency: 'Children’s Services', sector: 'social-care' },
      },
      child: { statuses: [] },
      causes: [],
      facts: { 'raising-lead-consulted': true, 'receiving-lead-consulted': true },
    },
  ];
  for (let i = 1; i < length; i++) log.push(happening(i));
  return JSON.parse(JSON.stringify(log)) as CaseEvent[];
}

function happening(i: number): object {
  if (i === 5) return { ...event(i, 'escalated'), to: '2', because: 'unresolved', reason: 'Not settled' };
  switch (i % 4) {
    case 0:
      return { ...event(i, 'discussed'), channel: 'telephone', summary: 'Talked it over' };
    case 1:
      return { ...event(i, 'progressed'), tier: 'Next tier of management' };
    case 2:
      return { ...event(i, 'done'), clause: 'barnsley.progress-updates' };
    default:
      return { ...event(i, 'updated'), summary: 'Told the partnership' };
  }
}

function event(i: number, type: string): object {
  return { id: `e${i + 1}`, type, at: formatInstant(START + i * HOUR), by: { side: 'raising' } };
}
