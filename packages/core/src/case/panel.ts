import type { DecisionOption, Sector } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { holds } from './conditions.ts';
import type { PanelChair, PanelMember, Parties } from './events.ts';
import type { CaseState } from './state.ts';

/**
 * Which rule of the policy a panel breaks.
 *
 * Agencies are the same where their names are, whatever the case and the spaces.
 *
 * @returns the broken rule as a text, or null.
 */
export function brokenPanelRule(
  rules: NonNullable<DecisionOption['panel']>,
  panel: readonly PanelMember[] | undefined,
  parties: Parties | null,
): Text | null {
  if (!panel || panel.length === 0) return { key: 'refusal.panel.missing' };
  const agencies = new Set(panel.map((member) => same(member.agency)));
  const involved = parties ? [same(parties.raising.agency), same(parties.receiving.agency)] : [];
  if (rules.agencies !== undefined && agencies.size !== rules.agencies) {
    return { key: 'refusal.panel.agencies', values: { wanted: rules.agencies, found: agencies.size } };
  }
  if (rules.agenciesAtLeast !== undefined && agencies.size < rules.agenciesAtLeast) {
    return { key: 'refusal.panel.agencies-at-least', values: { wanted: rules.agenciesAtLeast, found: agencies.size } };
  }
  const sectors = new Set(panel.map((member) => member.sector ?? sectorOf(member.agency, parties)));
  const missing = rules.sectors?.find((sector) => !sectors.has(sector));
  if (missing) return { key: 'refusal.panel.sector', values: { sector: missing } };
  if (rules.includesParties && !involved.every((agency) => agencies.has(agency))) {
    return { key: 'refusal.panel.includes-parties' };
  }
  if (rules.excludesParties && involved.some((agency) => agencies.has(agency))) {
    return { key: 'refusal.panel.excludes-parties' };
  }
  if (rules.senior && !panel.every((member) => member.senior === true)) return { key: 'refusal.panel.senior' };
  if (rules.executive && !panel.every((member) => member.executive === true)) {
    return { key: 'refusal.panel.executive' };
  }
  return null;
}

/** Which rule of the policy the one who chairs breaks; null where none. */
export function brokenChairRule(
  rules: NonNullable<DecisionOption['chair']>,
  chair: PanelChair | undefined,
  parties: Parties | null,
): Text | null {
  if (!chair) return { key: 'refusal.chair.missing' };
  const involved = parties ? [same(parties.raising.agency), same(parties.receiving.agency)] : [];
  if (rules.uninvolved && involved.includes(same(chair.agency))) return { key: 'refusal.chair.uninvolved' };
  if (rules.boardMember && chair.boardMember !== true) return { key: 'refusal.chair.board-member' };
  if (rules.independent && chair.independent !== true) return { key: 'refusal.chair.independent' };
  return null;
}

/** What is asked of the one who chairs, where the case stands, and on which clauses that rests. */
export function chairFor(option: DecisionOption, state: CaseState): Pick<DecisionOption, 'chair' | 'clauses'> {
  return option.instead?.find(({ when }) => holds(when, state)) ?? option;
}

/** An agency of the case has the sector that the case says. */
function sectorOf(agency: string, parties: Parties | null): Sector | undefined {
  const known = parties ? [parties.raising, parties.receiving] : [];
  return known.find((party) => same(party.agency) === same(agency))?.sector;
}

function same(agency: string): string {
  return agency.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}
