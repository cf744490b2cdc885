import type { Condition, Policy } from './schema.ts';

/**
 * Every condition of a policy, those inside others included, in the policy's order. Listed once for each policy object.
 *
 * @example conditionsOf(policy).some(({ childStatus }) => childStatus) // does anything depend on the child's status?
 */
export function conditionsOf(policy: Policy): readonly Condition[] {
  let conditions = known.get(policy);
  if (!conditions) {
    conditions = conditionsAt(policy, PLACES).flatMap(withInner);
    known.set(policy, conditions);
  }
  return conditions;
}

/** A condition with those inside it; none where there is none. */
export function withInner(condition: Condition | undefined): Condition[] {
  if (!condition) return [];
  const { any = [], all = [], not } = condition;
  return [condition, ...[...any, ...all, ...(not ? [not] : [])].flatMap(withInner)];
}

const known = new WeakMap<Policy, readonly Condition[]>();

const HERE = 'here';

/**
 * The keys on the way to each condition in a value of this type; lists are passed through. The type follows the schema,
 * so that a condition which the format gains cannot be forgotten here.
 */
type Places<T> = T extends readonly (infer Item)[]
  ? Places<Item>
  : T extends object
    ? string extends keyof T
      ? never
      : keyof Condition extends keyof T
        ? typeof HERE
        : Unless<{ [K in keyof T as Places<NonNullable<T[K]>> extends never ? never : K]-?: Places<NonNullable<T[K]>> }>
    : never;
/** Nothing, for an object that no condition stands in. */
type Unless<T> = keyof T extends never ? never : T;

interface Loosely {
  readonly [key: string]: typeof HERE | Loosely;
}

const WHEN = { when: HERE } as const;
const CLOCK = { when: HERE, instead: WHEN } as const;
const PLACES: Places<Policy> = {
  asks: WHEN,
  stages: { when: HERE, instead: WHEN, clocks: CLOCK, decision: { options: { instead: WHEN } } },
  timescales: CLOCK,
  ways: WHEN,
  guards: { needs: HERE, waived: WHEN },
  duties: { when: HERE, instead: WHEN },
  callouts: WHEN,
};

function conditionsAt(value: unknown, places: typeof HERE | Loosely): Condition[] {
  if (value === undefined) return [];
  if (places === HERE) return [value as Condition];
  if (Array.isArray(value)) return value.flatMap((item) => conditionsAt(item, places));
  return Object.entries(places).flatMap(([key, inner]) => conditionsAt((value as Record<string, unknown>)[key], inner));
}
