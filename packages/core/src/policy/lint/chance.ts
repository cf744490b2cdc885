import { indexOf } from '../lookup.ts';
import type { Linted as Whole } from '../lint.ts';
import type { Condition, Policy } from '../schema.ts';
import { stagesOnRoutes } from './steps.ts';

type Linted = Pick<Whole, 'policy' | 'steps'>;

/** What can be said of a condition from the policy alone. */
export type Chance = 'never' | 'maybe' | 'always';

type Plain = Omit<Condition, 'any' | 'all' | 'not'>;
type Estimate<K extends keyof Plain> = (wanted: NonNullable<Plain[K]>, linted: Linted, at: readonly string[]) => Chance;

/**
 * Whether a condition can hold at some of these stages and fail at others: `never` and `always` are certain, `maybe`
 * depends on the case.
 *
 * @param at ids of stages at which it is asked; null for all.
 * @param estimates those before a case is opened are others than in one.
 */
export function chanceOf(
  condition: Condition | undefined,
  linted: Linted,
  at: readonly string[] | null,
  estimates: Estimates = ESTIMATES,
): Chance {
  if (!condition) return 'always';
  const stages = at ?? stagesOnRoutes(linted.policy);
  const chance = (part: Condition) => chanceOf(part, linted, at, estimates);
  const parts = Object.entries(condition).map(([key, wanted]): Chance => {
    if (wanted === undefined) return 'always';
    if (key === 'all') return every((wanted as Condition[]).map(chance));
    if (key === 'any') return some((wanted as Condition[]).map(chance));
    if (key === 'not') return opposite(chance(wanted as Condition));
    const estimate = estimates[key as keyof Plain] as Estimate<keyof Plain> | undefined;
    return estimate?.(wanted as never, linted, stages) ?? 'maybe';
  });
  return every(parts);
}

type Estimates = { readonly [K in keyof Plain]: Estimate<K> };

/** Words of the conditions' vocabulary that the policy alone can settle; the others depend on the case. */
const ESTIMATES: Estimates = {
  subject: (wanted, { policy }) => overlap(policy.subjects ?? ['child'], wanted),
  stage: (wanted, _linted, at) => overlap(at, wanted),
  route: (wanted, { policy }, at) => overlap(routesThrough(policy, at), wanted),
  decided: (wanted, { policy }, at) => (canBeDecided(policy, wanted, at) ? 'maybe' : 'never'),
  conferenceRequested: (wanted, { policy }) => (policy.conference ? 'maybe' : wanted ? 'never' : 'always'),
  because: (wanted, { steps }, at) =>
    steps.some(({ to, because }) => at.includes(to) && wanted.includes(because)) ? 'maybe' : 'never',
};

const never = (): Chance => 'never';
const neverSo = (wanted: boolean): Chance => (wanted ? 'never' : 'always');

/** Before a case is opened it stands nowhere, and nothing can have been recorded in it. */
export const BEFORE_OPENING: Estimates = {
  ...ESTIMATES,
  stage: never,
  decided: never,
  done: never,
  consulted: never,
  because: never,
  bypassed: never,
  discussed: neverSo,
  dissented: neverSo,
  conferenceRequested: neverSo,
};

function overlap<T>(possible: readonly T[], wanted: readonly T[]): Chance {
  const shared = possible.filter((item) => wanted.includes(item)).length;
  if (shared === 0) return 'never';
  return shared === possible.length ? 'always' : 'maybe';
}

function routesThrough(policy: Policy, stages: readonly string[]): string[] {
  const { routes, route } = indexOf(policy);
  return [...routes.keys()].filter((id) => route(id).some((stage) => stages.includes(stage)));
}

/** A decision is there to have been taken at one of these stages or, where it names its own, below one of them. */
function canBeDecided(policy: Policy, wanted: NonNullable<Plain['decided']>, at: readonly string[]): boolean {
  const { stages, routes, route } = indexOf(policy);
  const deciding = wanted.stage === undefined ? at : [wanted.stage];
  return deciding.some((id) => {
    const options = stages.get(id)?.decision?.options ?? [];
    if (!options.some((option) => wanted.option?.includes(option.id) ?? true)) return false;
    return [...routes.keys()].map(route).some((ladder) => {
      const decided = ladder.indexOf(id);
      return decided >= 0 && ladder.slice(decided).some((stage) => at.includes(stage));
    });
  });
}

function every(parts: readonly Chance[]): Chance {
  if (parts.includes('never')) return 'never';
  return parts.includes('maybe') ? 'maybe' : 'always';
}

function some(parts: readonly Chance[]): Chance {
  return opposite(every(parts.map(opposite)));
}

function opposite(chance: Chance): Chance {
  if (chance === 'maybe') return chance;
  return chance === 'never' ? 'always' : 'never';
}
