import type { Action, Condition, Guard, Policy } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { roleOf } from './roles.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** Something that comes before a step. */
export interface NeededItem {
  readonly text: Text;
  readonly sources: readonly SourceView[];
  /** Clauses that meet it, or part of it, once they are recorded as done; none where something else does. */
  readonly records: readonly string[];
}

/** What the missing clauses of a blocked step come to: guards, and whom a way wants consulted first. */
export function missingItems(policy: Policy, missing: readonly string[]): NeededItem[] {
  const isMissing = ({ clauses }: { readonly clauses: readonly string[] }) =>
    clauses.every((clause) => missing.includes(clause));
  const guards = policy.guards.filter((guard) => guard.verb === 'must' && isMissing(guard));
  const ways = policy.ways.filter((way) => way.consultFirst !== undefined && isMissing(way));
  return [
    ...guards.map((guard) => guardItem(policy, guard)),
    ...ways.map(({ consultFirst = '', clauses }): NeededItem => ({
      text: { key: 'ladder.consult-first', values: { role: roleOf(policy, consultFirst).name }, own: ['role'] },
      sources: sourcesOf(policy, clauses),
      records: [],
    })),
  ];
}

/** Before what something comes, inside a sentence: 'before it can be resolved'. */
export function beforeText(action: Action): Text {
  return { key: `before.${isNamed(action) ? action : 'step'}` };
}

/** A case that is open, or resolved, can be waiting with any of these; to another stage is told with the stage. */
const NAMED = [
  'change',
  'consult',
  'discuss',
  'progress',
  'set-timescale',
  'extend',
  'decide',
  'update',
  'dissent',
  'request-conference',
  'resolve',
  'withdraw',
  'close',
] as const satisfies readonly Action[];

function isNamed(action: Action): action is (typeof NAMED)[number] {
  return (NAMED as readonly Action[]).includes(action);
}

export function guardItem(policy: Policy, { text, clauses, needs }: Guard): NeededItem {
  return {
    text: ofPolicy(text),
    sources: sourcesOf(policy, clauses),
    records: recordedClauses(needs),
  };
}

function recordedClauses({ done = [], any = [], all = [] }: Condition): string[] {
  return [...done, ...[...any, ...all].flatMap(recordedClauses)];
}
