import { indexOf, type Policy } from '../policy/index.ts';

/** Where something on the screen comes from. */
export interface SourceView {
  readonly clause: string;
  /** Where it stands in the source. */
  readonly place: string;
  /** What it asks, in the kit's words. */
  readonly says: string;
}

/** The clauses behind a part of a policy, each once; those that the policy does not describe are left out. */
export function sourcesOf(policy: Policy, clauses: readonly string[]): SourceView[] {
  const known = indexOf(policy).clauses;
  return [...new Set(clauses)].flatMap((id) => {
    const clause = known.get(id);
    return clause ? [{ clause: id, place: clause.place, says: clause.says }] : [];
  });
}
