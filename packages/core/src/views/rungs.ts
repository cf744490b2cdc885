import { currentVisit, holds, openFacts, type CaseState, type CaseStatus } from '../case/index.ts';
import { indexOf, SIDES, type Guard, type Policy, type Side, type Stage } from '../policy/index.ts';
import type { KnownCase } from './known-case.ts';
import { roleOf, type RoleView } from './roles.ts';
import { timesAt, type TimeView } from './rung-times.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/**
 * How a stage stands to the case. `not-used`: the case was opened above it. `not-reached`: it ended below it.
 * `not-for-case`: it is not for a case like this one, by all that is known.
 */
export const RUNG_STATES = [
  'done',
  'current',
  'resolved',
  'closed',
  'withdrawn',
  'bypassed',
  'not-used',
  'ahead',
  'not-reached',
  'not-for-case',
  'not-on-route',
] as const;
export type RungState = (typeof RUNG_STATES)[number];

/** The people of one side at a stage. */
export interface SideView {
  readonly side: Side;
  /** The agency, in a case. */
  readonly agency: string | null;
  readonly roles: readonly RoleView[];
}

export interface TierView {
  readonly name: string;
  readonly state: 'reached' | 'current' | null;
  /** The sides that have gone to it by themselves. */
  readonly sides?: readonly Side[];
}

/** What comes before a stage is entered. */
export interface NeedView {
  readonly verb: Guard['verb'];
  readonly text: string;
  /** Null while nothing is known of the case. */
  readonly isMet: boolean | null;
  readonly clauses: readonly string[];
}

/** One rung of a ladder. */
export interface RungView {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /** Null while no case is shown. */
  readonly state: RungState | null;
  readonly formality: Stage['formality'];
  readonly isOptional: boolean;
  readonly broughtBy: readonly RoleView[];
  readonly meets: readonly SideView[];
  /** Both agencies send the same roles, and which agencies they are is not known. */
  readonly isSymmetric: boolean;
  readonly tiers: readonly TierView[];
  /** The tiers are the very roles that meet: said once is enough. */
  readonly meetsInTiers: boolean;
  readonly times: readonly TimeView[];
  readonly needs: readonly NeedView[];
  readonly mediates: boolean;
  readonly sources: readonly SourceView[];
}

/**
 * The stages of a ladder from the bottom up.
 *
 * @param ladder ids of stages, those of the route that it joins included
 */
export function rungsOf(known: KnownCase, ladder: readonly string[]): RungView[] {
  return ladder.flatMap((id, number) => {
    const stage = indexOf(known.policy).stages.get(id);
    return stage ? [rungOf(known, stage, rungState(known, ladder, id), ladder[number - 1] ?? null)] : [];
  });
}

/** A stage of another route that this one passes by: it is named, nothing more. */
export function rungOffRoute(stage: Stage): RungView {
  return {
    id: stage.id,
    label: stage.label,
    name: stage.name,
    state: 'not-on-route',
    formality: 'unsaid',
    isOptional: false,
    broughtBy: [],
    meets: [],
    isSymmetric: false,
    tiers: [],
    meetsInTiers: false,
    times: [],
    needs: [],
    mediates: false,
    sources: [],
  };
}

function rungOf(known: KnownCase, stage: Stage, state: RungState | null, below: string | null): RungView {
  const {
    policy,
    state: { parties },
  } = known;
  const meets = sidesOf(known, stage);
  const times = timesAt(known, stage.id);
  const clauses = [...stage.clauses, ...(stage.tiers?.clauses ?? []), ...times.flatMap((time) => time.clauses)];
  return {
    id: stage.id,
    label: stage.label,
    name: stage.name,
    state,
    formality: stage.formality,
    isOptional: stage.optional ?? false,
    broughtBy: (stage.broughtBy ?? []).map((id) => roleOf(policy, id, parties?.raising)),
    meets,
    isSymmetric: isSymmetric(meets),
    tiers: tiersOf(known, stage),
    meetsInTiers: meetsInTiers(stage, meets),
    times,
    needs: state === null || state === 'ahead' ? needsOf(known, stage.id, below) : [],
    mediates: stage.mediates ?? false,
    sources: sourcesOf(policy, clauses),
  };
}

function rungState({ policy, state, assessment }: KnownCase, ladder: readonly string[], id: string): RungState | null {
  const stage = currentVisit(state)?.stage;
  const here = ladder.indexOf(stage ?? '');
  if (here < 0) return null;
  const at = ladder.indexOf(id);
  if (at > here && assessment && isForOthers(policy, state, id)) return 'not-for-case';
  if (at === here) return state.status === 'open' ? 'current' : ended(state.status);
  if (at > here) return state.status === 'open' ? 'ahead' : 'not-reached';
  if (state.bypassed.includes(id)) return 'bypassed';
  return !assessment || state.visits.some((visit) => visit.stage === id) ? 'done' : 'not-used';
}

/** Whether a stage is for other cases than this. What turns on a fact that nobody has answered can still be for it. */
function isForOthers(policy: Policy, state: CaseState, id: string): boolean {
  const { when } = indexOf(policy).stages.get(id) ?? {};
  return !holds(when, state) && openFacts(when, state).length === 0;
}

function ended(status: CaseStatus): RungState {
  return status === 'closed' || status === 'withdrawn' ? status : 'resolved';
}

function sidesOf({ policy, state }: KnownCase, stage: Stage): SideView[] {
  return SIDES.flatMap((side) => {
    const party = side === 'partnership' ? null : (state.parties?.[side] ?? null);
    const roles = stage.meets[side]?.map((id) => roleOf(policy, id, party));
    return roles ? [{ side, agency: party?.agency ?? null, roles }] : [];
  });
}

function isSymmetric([first, second]: readonly SideView[]): boolean {
  if (first?.side !== 'raising' || second?.side !== 'receiving' || first.agency !== null) return false;
  return first.roles.map(({ id }) => id).join() === second.roles.map(({ id }) => id).join();
}

function meetsInTiers({ tiers }: Stage, meets: readonly SideView[]): boolean {
  const wanted = tiers?.names.join();
  return meets.every(({ roles }) => roles.map(({ name }) => name).join() === wanted);
}

/** The policy's tiers are suggestions: a tier in somebody's own words stands after them. */
function tiersOf({ state }: KnownCase, stage: Stage): TierView[] {
  if (!stage.tiers) return [];
  const { names } = stage.tiers;
  const visit = state.visits.filter((each) => each.stage === stage.id).at(-1);
  const tier = visit?.tier ?? null;
  const at = names.findIndex((name) => isSameTier(name, tier));
  const current = visit?.left ? 'reached' : 'current';
  const viewOf = (name: string, number: number): TierView => {
    const sides = SIDES.filter((side) => isSameTier(name, visit?.tierOf[side] ?? null));
    const state = isSameTier(name, tier) ? current : number < at || sides.length > 0 ? 'reached' : null;
    return { name, state, ...(sides.length > 0 && { sides }) };
  };
  const views = names.map(viewOf);
  return tier === null || at >= 0 ? views : [...views, viewOf(tier, names.length)];
}

function isSameTier(name: string, tier: string | null): boolean {
  return name.toLowerCase() === tier?.toLowerCase();
}

function needsOf({ policy, state, assessment }: KnownCase, stage: string, below: string | null): NeedView[] {
  return policy.guards
    .filter((guard) => isBefore(guard, stage, below))
    .map((guard) => ({
      verb: guard.verb,
      text: guard.text,
      isMet: assessment && (holds(guard.needs, state) || holds(guard.waived?.when ?? { any: [] }, state)),
      clauses: guard.clauses,
    }));
}

function isBefore(guard: Guard, stage: string, below: string | null): boolean {
  return guard.before.some(({ action, from, to }) => {
    if (action !== 'escalate' || below === null) return false;
    return to ? to.includes(stage) : (from?.includes(below) ?? true);
  });
}
