import { EMERGENCY } from '../text/emergency.ts';
import type { Policy, PolicyForm, Stage } from './schema.ts';
import { RESULTS, type Meaning } from './vocabulary.ts';

/*
 * What a policy means where it leaves a part out, or says it as format 1 does. Whoever reads such a part asks here, so
 * that both formats are read alike.
 */

/** The number to call in an emergency: the policy's own or, where it is silent, 999. */
export function emergencyOf({ emergency }: Policy): {
  readonly number: string;
  readonly label?: string | undefined;
} {
  return emergency ?? EMERGENCY;
}

/**
 * What a 'yes' to a question means for what comes next; undefined where it means nothing but what the policy makes of
 * it. A question with the id `immediate-harm` that does not say is one of danger, as in format 1, which cannot say.
 */
export function meaningOf({ id, means }: Policy['facts'][number]): Meaning | undefined {
  return means ?? (id === 'immediate-harm' ? 'danger' : undefined);
}

/**
 * The forms of the partnership's own, which this software does not file. The one `officialForm` of format 1 is tied to
 * nothing.
 */
export function formsOf({ officialForm, forms = [] }: Policy): readonly PolicyForm[] {
  return officialForm ? [{ id: 'official-form', ...officialForm }, ...forms] : forms;
}

/**
 * How a case can end at this stage, by the ids of results: those that the stage lists or, where it lists none, those of
 * every policy and this one's own outcomes. In format 2 a gap in policy stands beside any result, and is none itself.
 */
export function resultsAt({ format, outcomes = [] }: Policy, stage: Stage | undefined): readonly string[] {
  if (stage?.results) return stage.results;
  const ofEveryPolicy = format === 1 ? RESULTS : RESULTS.filter((result) => result !== 'policy-gap');
  return [...ofEveryPolicy, ...outcomes.map(({ id }) => id)];
}
