import { formatInstant, parseInstant } from '@escalation-kit/core/calendar';
import { exampleLog } from '../../docs/demo/alone/examples.js';
import type { Answers } from './kit.ts';

export const NOW = '2026-11-24T09:00:00Z';

const START = parseInstant('2026-11-20T09:00:00Z');
const HOUR = 3_600_000;

/** Where the example of each policy can go next. */
const NEXT = { barnsley: '3', bromley: '3', coventry: '3', greenwich: '4', kent: 'referral-3' };

export type Measured = keyof typeof NEXT;
export const MEASURED = Object.keys(NEXT) as Measured[];

/** A page with what has been answered so far. */
export interface Asked {
  readonly page: string;
  readonly answers: Answers;
}

/**
 * The demonstration's example of a policy, talked about for some days after: a case as long as most are. Read from JSON,
 * as a host's is, and for each build anew, so that neither reads what the other has read.
 */
export function caseOf(policy: Measured): unknown[] {
  const log = [...exampleLog(policy, formatInstant(START)), ...talks(9)];
  return JSON.parse(JSON.stringify(log)) as unknown[];
}

/** Half way through taking that case up a stage. */
export function goingUp(policy: Measured): Asked {
  const answers = { action: 'escalate', to: NEXT[policy], because: 'unresolved', reason: 'No agreement was reached.' };
  return { page: 'because', answers };
}

/** Half way through opening a case, in a form that stands in none. */
export const OPENING: Asked = {
  page: 'raising',
  answers: { 'facts/immediate-harm': 'no', 'parties/raising/agency': 'Hill School' },
};

function talks(count: number): object[] {
  return Array.from({ length: count }, (_, i) => {
    const event = { id: `talk-${i}`, at: formatInstant(START + (i + 1) * HOUR), by: { side: 'raising' } };
    return i % 2
      ? { ...event, type: 'discussed', channel: 'telephone', summary: 'Talked it over' }
      : { ...event, type: 'updated', summary: 'Told the partnership' };
  });
}
