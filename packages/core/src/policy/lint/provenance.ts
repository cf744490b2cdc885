import type { Finding, Linted } from '../lint.ts';
import { isReviewOverdue } from '../review-overdue.ts';
import type { Policy } from '../schema.ts';

/** Clauses that nothing carries, parts that rest on none, and a review that is overdue. */
export function provenanceFindings(linted: Linted): Finding[] {
  const { policy, now } = linted;
  return [...unusedClauses(linted), ...partsWithoutClause(policy), ...(now === undefined ? [] : review(policy, now))];
}

function unusedClauses({ policy, references }: Linted): Finding[] {
  const named = new Set(references.filter(({ kind }) => kind === 'clause').map(({ id }) => id));
  return Object.keys(policy.clauses)
    .filter((id) => !named.has(id))
    .map((id) => ({
      kind: 'clause-unused',
      path: `$.clauses[${JSON.stringify(id)}]`,
      clauses: [id],
      message: `Nothing in the policy carries the clause '${id}'.`,
      how: 'No part names it, outside the list of clauses.',
    }));
}

/** The question of immediate danger is asked even where the policy is silent on it. */
const OURS = 'immediate-harm';

/** Parts that may go without a clause and, standing by themselves, should not. */
function partsWithoutClause(policy: Policy): Finding[] {
  const routes = policy.routes.length > 1 ? policy.routes : [];
  return [
    ...routes.map(({ id, clauses }, i) => ({ clauses, path: `$.routes[${i}]`, name: `The route '${id}'` })),
    ...policy.facts
      .map(({ id, clauses }, i) => ({ id, clauses, path: `$.facts[${i}]`, name: `The question '${id}'` }))
      .filter(({ id }) => id !== OURS),
  ]
    .filter(({ clauses }) => clauses === undefined)
    .map(({ path, name }) => ({
      kind: 'part-without-clause',
      path,
      clauses: [],
      message: `${name} names no clause of the policy that it rests on.`,
      how: 'It has no `clauses`.',
    }));
}

function review(policy: Policy, now: string): Finding[] {
  const { review } = policy.provenance;
  if (!review || !isReviewOverdue(policy, now)) return [];
  const message = `The policy was due for review in ${review.due}.`;
  const how = `Today is ${now}.`;
  return [{ kind: 'review-overdue', path: '$.provenance.review', clauses: review.clauses, message, how }];
}
