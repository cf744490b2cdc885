import type { AuthorSide } from '@escalation-kit/core/policy';
import type { Office } from './directory-schema.ts';

/** Who makes a request, as far as intake knows them. */
export interface Person {
  /** As whoever signs people in calls them. */
  readonly id: string;
  readonly name: string;
  readonly role?: string | undefined;
  readonly email?: string | undefined;
  /** The agencies that they act for, by their ids in the directory. */
  readonly agencies: readonly string[];
  readonly office?: Office | undefined;
}

/** Who has to do with a case: which agencies of the directory stand on its sides, and who wrote in it. */
export interface Concerned {
  readonly raising: string | null;
  readonly receiving: string | null;
  /** Ids of people. */
  readonly recorders: readonly string[];
}

/** The sides of a case that somebody can write for. None: they do not write in it. */
export function sidesOf(person: Person, concerned: Concerned): AuthorSide[] {
  const acts = (agency: string | null) => agency !== null && person.agencies.includes(agency);
  return [
    ...(acts(concerned.raising) ? (['raising'] as const) : []),
    ...(acts(concerned.receiving) ? (['receiving'] as const) : []),
    ...(person.office === 'officer' ? (['partnership'] as const) : []),
  ];
}

/** Whether somebody may know that the case is there, and read it: those on its sides, and whoever wrote in it. */
export function mayRead(person: Person, concerned: Concerned): boolean {
  return concerned.recorders.includes(person.id) || sidesOf(person, concerned).length > 0;
}
