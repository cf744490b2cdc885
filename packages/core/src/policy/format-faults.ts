import { brief, type Fault } from './fault.ts';
import { faultAt, get, type Place } from './loose.ts';
import { markOf } from './marks.ts';
import type { Visit } from './walk.ts';

/** What the format that a policy says it is written in does not have, each key or word once. */
export function formatFaults(policy: Place, visits: readonly Visit[]): Fault[] {
  const written = get(policy.value, 'format');
  if (written !== 1 && written !== 2) return [];
  const faults = new Map<string, Fault>();
  for (const { schema, place } of visits) {
    const { format, format2Words = [] } = markOf(schema);
    const { value } = place;
    const word = format2Words.find((one) => one === value);
    const needed = word === undefined ? format : 2;
    if (value === undefined || needed === undefined || needed === written) continue;
    const name = word ?? String(place.steps.findLast((step) => typeof step === 'string'));
    if (!faults.has(name)) faults.set(name, faultAt(place, ALLOWED[needed], messageOf(name, needed)));
  }
  return [...faults.values()];
}

const ALLOWED = { 1: 'nothing, in format 2', 2: 'nothing, in format 1' } as const;

function messageOf(name: string, needed: 1 | 2): string {
  if (needed === 2) return `${brief(name)} is of format 2: write "format": 2 at the top of the policy.`;
  return `Format 2 has no ${brief(name)}: see "forms".`;
}
