import { referencesIn } from '@escalation-kit/core/parse';
import type { Clock, PartList, Policy } from '@escalation-kit/core/policy';
import { countedAs } from './sections/dates.ts';

/** What rests on each clause, by its id, in the order of the policy and each once. */
export function restingOn(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const resting = new Map<string, Set<string>>();
  for (const { kind, id, place } of referencesIn(policy)) {
    if (kind !== 'clause') continue;
    const names = resting.get(id) ?? new Set();
    resting.set(id, names.add(nameOf(policy, place.steps)));
  }
  return new Map([...resting].map(([id, names]) => [id, [...names]]));
}

/** What the parts of each list are called, before their own name. Typed by the schema: no list can be forgotten. */
const LISTS: Readonly<Record<PartList | 'principles' | 'reminders' | 'elsewhere', string>> = {
  principles: 'Principle',
  reminders: 'Reminder',
  elsewhere: 'Elsewhere',
  causes: 'Cause',
  facts: 'Question',
  asks: 'Question',
  priorities: 'Priority',
  roles: 'Role',
  routes: 'Route',
  stages: 'Stage',
  timescales: 'Time, general',
  ways: 'Way up',
  guards: 'Before a step',
  duties: 'Duty',
  callouts: 'Shown unasked',
  forms: 'Form',
  outcomes: 'Outcome',
  contacts: 'Contact',
};

/** What stands by itself. */
const SINGLE: Readonly<Record<string, string>> = {
  provenance: 'Review date',
  causesMissing: 'Why there are no causes',
  extension: 'Putting a date off',
  conference: 'Asking for a conference',
  learning: 'What was learned',
  dissent: 'Dissent',
  officialForm: 'The partnership’s own form',
};

const OF_STAGE: Readonly<Record<string, string>> = {
  tiers: 'Tiers',
  channels: 'Means of discussion',
  decision: 'Decision',
};

/** The part of a policy in which a clause is named. */
function nameOf(policy: Policy, [list, index, key, below]: readonly PropertyKey[]): string {
  const parts = (policy as unknown as Record<PropertyKey, unknown>)[list!];
  if (!Array.isArray(parts)) return SINGLE[String(list)] ?? String(list);
  const part = parts[Number(index)] as Partial<Record<'label' | 'name' | 'text' | 'question' | 'title', string>> &
    Clock;
  if (list === 'timescales') return `${LISTS.timescales}: ${timeWords(part)}`;
  const name = part.label ?? part.name ?? part.question ?? part.title ?? part.text ?? part.id;
  if (list === 'stages' && key === 'clocks') {
    return `Time, ${name}: ${timeWords(policy.stages[Number(index)]!.clocks[Number(below)]!)}`;
  }
  return `${(list === 'stages' && OF_STAGE[String(key)]) || LISTS[list as keyof typeof LISTS]}: ${name}`;
}

function timeWords({ within, words }: Clock): string {
  return words === undefined ? countedAs(within) : `“${words}”`;
}
