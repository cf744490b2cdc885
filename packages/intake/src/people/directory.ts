import type { AgencyData, DirectoryData, PersonData } from './directory-schema.ts';
import type { Person } from './person.ts';

/** The agencies of a partnership and their people, to be looked up. */
export interface Directory {
  readonly data: DirectoryData;
  readonly agency: (id: string) => AgencyData | undefined;
  /** By its name as somebody wrote it: capitals, spaces and marks aside; none where two have that name. */
  readonly agencyNamed: (name: string) => AgencyData | undefined;
  /**
   * Who somebody is by what signing in says of them: their id, and the groups that they are in.
   *
   * @returns null where the directory knows neither the id nor one of the groups
   */
  readonly person: (id: string, groups?: readonly string[], name?: string) => Person | null;
}

export function directoryOf(data: DirectoryData): Directory {
  const agencies = new Map(data.agencies.map((agency) => [agency.id, agency]));
  return {
    data,
    agency: (id) => agencies.get(id),
    agencyNamed: (name) => {
      const [found, ...others] = data.agencies.filter((agency) => lettersOf(agency.name) === lettersOf(name));
      return others.length === 0 ? found : undefined;
    },
    person: (id, groups = [], name = id) => personIn(data, id, groups, name),
  };
}

function personIn({ agencies, partnership }: DirectoryData, id: string, groups: readonly string[], name: string) {
  const isThem = (person: PersonData) => person.id === id;
  const theirs = agencies.filter(
    (agency) => agency.people.some(isThem) || groups.some((g) => agency.groups.includes(g)),
  );
  const listed = [partnership, ...theirs].flatMap(({ people }) => people).filter(isThem);
  const { officer, auditor } = partnership.groups;
  const office =
    listed.find((person) => person.office)?.office ??
    (officer && groups.includes(officer) ? 'officer' : auditor && groups.includes(auditor) ? 'auditor' : undefined);
  if (listed.length === 0 && theirs.length === 0 && !office) return null;
  const [first] = listed;
  return {
    id,
    name: first?.name ?? name,
    role: first?.role,
    email: first?.email,
    agencies: theirs.map((agency) => agency.id),
    office,
  };
}

function lettersOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
