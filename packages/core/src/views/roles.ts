import type { Party } from '../case/index.ts';
import { conditionsOf, indexOf, SECTORS, type Policy, type Role, type Sector } from '../policy/index.ts';

/** A role as a person of a certain agency knows it. */
export interface RoleView {
  readonly id: string;
  readonly name: string;
  /** The role that this one stands in for, because the agency has nobody in it. */
  readonly inPlaceOf: string | null;
  /** What it is called in other sectors, while it is not known which sector is meant. */
  readonly variants: readonly { readonly sector: Sector; readonly name: string }[];
  /** Who can stand in; without sectors, in any agency. */
  readonly standIns: readonly { readonly sectors: readonly Sector[]; readonly name: string }[];
  readonly clauses: readonly string[];
}

/**
 * A role by the name that it has in an agency's sector, or the one who acts where that agency has nobody in it.
 *
 * @param id a role of the policy; for an unknown id, that id is the name
 * @param party the agency; left out, all names are given, each with its sector
 */
export function roleOf(policy: Policy, id: string, party?: Party | null): RoleView {
  const role = indexOf(policy).roles.get(id) ?? { id, name: id };
  const clauses = role.clauses ?? [];
  if (!party) return { id, name: role.name, inPlaceOf: null, ...allNames(role), clauses };
  const name = role.bySector?.[party.sector] ?? role.name;
  const standIns = (role.substitutes ?? [])
    .filter(({ sectors }) => !sectors || sectors.includes(party.sector))
    .map(({ name: standIn }) => ({ name: standIn, sectors: [] }));
  const [standIn] = standIns;
  if (standIn && party.noLead && asksForLead(policy)) {
    return { id, name: standIn.name, inPlaceOf: name, variants: [], standIns: [], clauses };
  }
  return { id, name, inPlaceOf: null, variants: [], standIns, clauses };
}

/**
 * A role's name inside a sentence. English ones lose their capital, unless a later capital shows that they are proper
 * names: 'line manager', but 'Designated Nurse'.
 */
export function nameInSentence(name: string, language: string): string {
  if (!/^en\b/i.test(language) || /\s\(?\p{Lu}/u.test(name) || /^\p{Lu}\p{Lu}/u.test(name)) return name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * A role in the plural inside a sentence, 'safeguarding leads or managers'; null where no plain English rule gives it.
 */
export function pluralInSentence(name: string, language: string): string | null {
  if (!/^en\b/i.test(language)) return null;
  const headed = /^(\p{L}+)( of \p{L}+(?: or equivalent)?)$/u.exec(name);
  if (headed) return nameInSentence(plural(headed[1]!) + headed[2]!, language);
  if (!/^[\p{L}’ -]+$/u.test(name) || /\b(?:of|to|that|who|for|from|concerned|management)\b/.test(name)) return null;
  return nameInSentence(name.split(' or ').map(plural).join(' or '), language);
}

function plural(noun: string): string {
  if (noun === 'equivalent' || noun.endsWith('s')) return noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function allNames(role: Role): Pick<RoleView, 'variants' | 'standIns'> {
  const variants = Object.entries(role.bySector ?? {}).map(([sector, name]) => ({ sector: sector as Sector, name }));
  return { variants, standIns: standInsOf(role) };
}

/** Where every sector has a stand-in, the one that most have is said of all, and the others as what departs from it. */
function standInsOf({ substitutes = [] }: Role): RoleView['standIns'] {
  const all = substitutes.map(({ name, sectors }) => ({ name, sectors: sectors ?? [] }));
  const [common] = [...all].sort((a, b) => b.sectors.length - a.sectors.length);
  const covered = new Set(all.flatMap(({ sectors }) => sectors));
  if (!common || all.length < 2 || covered.size < SECTORS.length) return all;
  return [{ name: common.name, sectors: [] }, ...all.filter((standIn) => standIn !== common)];
}

/**
 * Whether having no safeguarding lead means something in this policy. In others a stand-in is a choice, perhaps the
 * lead for a line manager, and whether there is a lead says nothing of it.
 */
export function asksForLead(policy: Policy): boolean {
  return conditionsOf(policy).some(({ party }) => party?.noLead !== undefined);
}
