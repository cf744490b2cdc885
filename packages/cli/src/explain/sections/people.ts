import type { Role } from '@escalation-kit/core/policy';
import { roleOf, type RoleView } from '@escalation-kit/core/views';
import type { Inline, Section } from '../../document/document.ts';
import { clauseLinks, own, said, type Explained } from '../explained.ts';

/** The roles, by the names they have in each sector, and who stands in. */
export function peopleSection({ policy }: Explained): Section {
  const rows = policy.roles.map((role) => ({
    cells: [own(role.name), bySector(roleOf(policy, role.id)), standIns(role), clauseLinks(role.clauses)],
  }));
  const head = ['Role', 'Called otherwise in', 'Who stands in', 'Clauses'];
  return { id: 'people', title: 'Who takes part', blocks: [{ table: { caption: 'Roles', head, rows } }] };
}

function bySector({ variants }: RoleView): Inline {
  return {
    lines: variants.map(({ sector, name }) => [said(`sector.${sector}`), ': ', own(name)]),
  };
}

function standIns({ substitutes = [] }: Role): Inline {
  return {
    lines: substitutes.map(({ name, sectors }) => [
      own(name),
      sectors ? ` (${sectors.map((sector) => said(`sector.${sector}`)).join('; ')})` : '',
    ]),
  };
}
