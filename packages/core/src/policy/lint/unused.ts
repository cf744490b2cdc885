import type { Finding, Linted } from '../lint.ts';
import { meaningOf } from '../meanings.ts';
import type { Reference } from '../references.ts';
import type { Policy } from '../schema.ts';

/** Roles, contacts, questions and priorities that nothing else in the policy speaks of. */
export function unusedFindings({ policy, references }: Linted): Finding[] {
  const used = new Set(references.map(({ kind, id }) => `${kind} ${id}`));
  const ownClauses = clausesOfContactsAlone(references);
  const isListed = ({ clauses = [] }: Part) => clauses.some((clause) => ownClauses.has(clause));
  return [
    ...unused('role', policy.roles, used),
    ...unused('contact', policy.contacts, used, isListed),
    ...unused('fact', policy.facts, used, isAskedForItself),
    ...unused('priority', policy.priorities ?? [], used),
  ];
}

interface Part {
  readonly id: string;
  readonly clauses?: readonly string[] | undefined;
}

/** What a 'yes' means for what comes next is use enough, and the form itself asks of danger before everything else. */
function isAskedForItself(fact: Part): boolean {
  return meaningOf(fact as Policy['facts'][number]) !== undefined;
}

const LISTS = { role: 'roles', contact: 'contacts', fact: 'facts', priority: 'priorities' } as const;

const HOW = {
  role: 'No stage, way or duty names it.',
  contact: 'No duty and no callout names it, and other parts carry its clauses.',
  fact: 'No condition asks it.',
  priority: 'No condition and no timescale depends on it.',
};

function unused(
  kind: keyof typeof LISTS,
  parts: readonly Part[],
  used: ReadonlySet<string>,
  isExcused: (part: Part) => boolean = () => false,
): Finding[] {
  return parts.flatMap((part, index) => {
    const { id, clauses = [] } = part;
    if (used.has(`${kind} ${id}`) || isExcused(part)) return [];
    const message = `Nothing speaks of the ${kind} '${id}'.`;
    const path = `$.${LISTS[kind]}[${index}]`;
    return [{ kind: `${kind}-unused` as const, path, clauses, message, how: HOW[kind] }];
  });
}

/** Clauses that are about contacts: those who bear them are there for their own sake. */
function clausesOfContactsAlone(references: readonly Reference[]): Set<string> {
  const named = references.filter(({ kind }) => kind === 'clause');
  const elsewhere = new Set(named.filter(({ place }) => place.steps[0] !== 'contacts').map(({ id }) => id));
  return new Set(named.map(({ id }) => id).filter((id) => !elsewhere.has(id)));
}
