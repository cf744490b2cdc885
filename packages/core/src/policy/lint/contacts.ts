import type { Finding, Linted } from '../lint.ts';

/** Contacts of which nobody knows whether they are still there. Format 1 has no way of saying that it is known. */
export function contactFindings({ policy }: Linted): Finding[] {
  if (policy.format === 1) return [];
  return policy.contacts.flatMap(({ id, asOf, doubt, clauses }, index): Finding[] => {
    if (doubt === undefined && asOf !== null) return [];
    const message =
      doubt === undefined ? `It is not known when '${id}' was true.` : `'${id}' may not be there any more.`;
    const how = doubt === undefined ? '`asOf` is null.' : `The policy says: ${doubt}`;
    return [{ kind: 'contact-in-doubt', path: `$.contacts[${index}]`, clauses, message, how }];
  });
}
