import type { Clock, Policy, Stage } from '@escalation-kit/core/policy';
import { countedAs } from './sections/dates.ts';

/** What rests on each clause, by its id, in the order of the policy and each once. */
export function restingOn(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const resting = new Map<string, string[]>();
  for (const [name, part] of partsOf(policy)) {
    for (const clause of clausesIn(part)) {
      const names = resting.get(clause) ?? [];
      if (!names.includes(name)) names.push(name);
      resting.set(clause, names);
    }
  }
  return resting;
}

type Part = readonly [name: string, part: unknown];

function partsOf(policy: Policy): Part[] {
  return [
    ['Review date', policy.provenance.review],
    ...policy.principles.map((each): Part => [`Principle: ${each.text}`, each]),
    ...policy.reminders.map((each): Part => [`Reminder: ${each.text}`, each]),
    ...policy.causes.map((each): Part => [`Cause: ${each.label}`, each]),
    ['Why there are no causes', policy.causesMissing],
    ...(policy.elsewhere ?? []).map((each): Part => [`Elsewhere: ${each.text}`, each]),
    ...policy.facts.map((each): Part => [`Question: ${each.question}`, each]),
    ...policy.asks.map((each): Part => [`Question: ${each.label}`, each]),
    ...(policy.priorities ?? []).map((each): Part => [`Priority: ${each.label}`, each]),
    ...policy.roles.map((each): Part => [`Role: ${each.name}`, each]),
    ...policy.routes.map((each): Part => [`Route: ${each.label}`, each]),
    ...policy.stages.flatMap(partsOfStage),
    ...policy.timescales.map((each): Part => [timeName('general', each), each]),
    ['Putting a date off', policy.extension],
    ...policy.ways.map((each): Part => [`Way up: ${each.label}`, each]),
    ...policy.guards.map((each): Part => [`Before a step: ${each.text}`, each]),
    ...policy.duties.map((each): Part => [`Duty: ${each.text}`, each]),
    ...policy.callouts.map((each): Part => [`Shown unasked: ${each.text}`, each]),
    ['Asking for a conference', policy.conference],
    ['What was learned', policy.learning],
    ['Dissent', policy.dissent],
    ['The partnership’s own form', policy.officialForm],
    ...policy.contacts.map((each): Part => [`Contact: ${each.name}`, each]),
  ];
}

function partsOfStage(stage: Stage): Part[] {
  const { clocks, tiers, channels, decision, ...rest } = stage;
  return [
    [`Stage: ${stage.label}`, rest],
    [`Tiers: ${stage.label}`, tiers],
    [`Means of discussion: ${stage.label}`, channels],
    ...clocks.map((clock): Part => [timeName(stage.label, clock), clock]),
    [`Decision: ${stage.label}`, decision],
  ];
}

function timeName(where: string, { within, words }: Clock): string {
  return `Time, ${where}: ${words === undefined ? countedAs(within) : `“${words}”`}`;
}

/** The keys under which a part names clauses: what it rests on, and what counts as done or gives rise to it. */
const NAMING: ReadonlySet<string> = new Set(['clauses', 'clause', 'done']);

function clausesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    NAMING.has(key) ? [inner].flat().filter((id) => typeof id === 'string') : clausesIn(inner),
  );
}
