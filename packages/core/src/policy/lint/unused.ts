import type { Finding, Linted } from '../lint.ts';
import { namesOf, type Name } from './names.ts';

/** Roles, contacts, questions and priorities that nothing else in the policy speaks of. */
export function unusedFindings({ policy }: Linted): Finding[] {
  const names = namesOf(policy);
  const ownClauses = clausesOfContactsAlone(names);
  const isListed = (contact: Part) => contact.clauses?.some((clause) => ownClauses.has(clause)) ?? false;
  return [
    ...unused('role', policy.roles, usedAs(names, ROLE_KEYS)),
    ...unused('contact', policy.contacts, usedAs(names, ['contact', 'copies'])).filter(
      ({ index }) => !isListed(policy.contacts[index]!),
    ),
    ...unused('fact', policy.facts, usedAs(names, ['fact{}'])).filter(
      ({ index }) => policy.facts[index]!.id !== ASKED_ALWAYS,
    ),
    ...unused('priority', policy.priorities ?? [], usedAs(names, ['priority', 'byPriority{}'])),
  ].map(({ index: _, ...finding }) => finding);
}

interface Part {
  readonly id: string;
  readonly clauses?: readonly string[] | undefined;
}

const ROLE_KEYS = ['raising', 'receiving', 'partnership', 'broughtBy', 'approver', 'consultFirst', 'who', 'role'];

/** The form itself puts what it answers before everything else. */
const ASKED_ALWAYS = 'immediate-harm';

const LISTS = { role: 'roles', contact: 'contacts', fact: 'facts', priority: 'priorities' } as const;

const HOW = {
  role: 'No stage, way or duty names it.',
  contact: 'No duty and no callout names it, and other parts carry its clauses.',
  fact: 'No condition asks it.',
  priority: 'No condition and no timescale depends on it.',
};

function unused(kind: keyof typeof LISTS, parts: readonly Part[], used: ReadonlySet<string>) {
  return parts.flatMap(({ id, clauses = [] }, index) => {
    if (used.has(id)) return [];
    const message = `Nothing speaks of the ${kind} '${id}'.`;
    const path = `$.${LISTS[kind]}[${index}]`;
    return [{ index, kind: `${kind}-unused` as const, path, clauses, message, how: HOW[kind] }];
  });
}

function usedAs(names: readonly Name[], keys: readonly string[]): Set<string> {
  return new Set(names.filter(({ key }) => keys.includes(key)).map(({ name }) => name));
}

/** Clauses that are about contacts: those who bear them are there for their own sake. */
function clausesOfContactsAlone(names: readonly Name[]): Set<string> {
  const named = names.filter(({ key }) => key === 'clauses');
  const elsewhere = new Set(named.filter(({ part }) => part !== 'contacts').map(({ name }) => name));
  return new Set(named.map(({ name }) => name).filter((name) => !elsewhere.has(name)));
}
