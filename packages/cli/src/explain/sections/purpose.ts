import { indexOf, type Statement } from '@escalation-kit/core/policy';
import type { Block, Section } from '../../document/document.ts';
import { capitalised, clauseLinks, listed, own, said, type Explained } from '../explained.ts';

/** What the policy puts first, what it is for and what not. */
export function purposeSection({ policy }: Explained): Section {
  const subjects = (policy.subjects ?? ['child']).map((subject) => said(`condition.subject.${subject}`));
  return {
    id: 'purpose',
    title: 'What it is for',
    blocks: [
      { paragraph: `A case is about ${listed(subjects, 'or')}.` },
      ...statements('Principles', policy.principles),
      ...statements('What people are reminded of', policy.reminders),
      ...causes(policy),
      ...statements('Concerns that belong elsewhere', policy.elsewhere ?? []),
    ],
  };
}

function statements(caption: string, list: readonly Statement[]): Block[] {
  if (list.length === 0) return [];
  const rows = list.map(({ text, clauses }) => ({ cells: [own(text), clauseLinks(clauses)] }));
  return [{ table: { caption, head: ['What is said', 'Clauses'], rows } }];
}

function causes(policy: Explained['policy']): Block[] {
  const { routes } = indexOf(policy);
  if (policy.causes.length === 0) {
    const missing = policy.causesMissing;
    if (!missing) return [{ paragraph: 'The form offers no causes to choose from.' }];
    return [{ paragraph: ['The form offers no causes to choose from. ', own(missing.text)] }];
  }
  const rows = policy.causes.map(({ label, clauses, routes: on, leadsTo }) => ({
    cells: [
      own(label),
      on ? capitalised(listed(on.map((id) => `‘${routes.get(id)?.label ?? id}’`))) : 'Any',
      leadsTo === undefined ? 'A case under this policy' : ['Instead of a case: ', own(leadsTo)],
      clauseLinks(clauses),
    ],
  }));
  return [{ table: { caption: 'Causes to choose from', head: ['Cause', 'Route', 'Leads to', 'Clauses'], rows } }];
}
