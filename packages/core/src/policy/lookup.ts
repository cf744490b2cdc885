import type { Clause, Policy, Route } from './schema.ts';

/** The lists of a policy whose parts have ids. */
export type PartList = {
  [K in keyof Policy]-?: NonNullable<Policy[K]> extends readonly { id: string }[] ? K : never;
}[keyof Policy];

/** A part of one of these lists. */
export type PartOf<K extends PartList> = NonNullable<Policy[K]>[number];

/** A policy's parts by their ids, in the policy's own order. */
export type PolicyIndex = { readonly [K in PartList]: ReadonlyMap<string, PartOf<K>> } & {
  readonly clauses: ReadonlyMap<string, Clause>;
  /** The stages of a route from the bottom up, those of the route that it joins included; [] for an unknown route. */
  readonly route: (id: string) => readonly string[];
};

/** Typed by the schema, so that a list which the format gains cannot be forgotten. */
const PART_LISTS = Object.keys({
  causes: 0,
  facts: 0,
  asks: 0,
  priorities: 0,
  roles: 0,
  routes: 0,
  stages: 0,
  timescales: 0,
  ways: 0,
  guards: 0,
  duties: 0,
  callouts: 0,
  forms: 0,
  outcomes: 0,
  contacts: 0,
} satisfies Record<PartList, 0>) as PartList[];

/**
 * The index of a policy, built once for each policy object.
 *
 * @param policy - a policy that has been parsed, or one written as data; it must not be changed afterwards.
 */
export function indexOf(policy: Policy): PolicyIndex {
  let index = indexes.get(policy);
  if (!index) {
    index = build(policy);
    indexes.set(policy, index);
  }
  return index;
}

const indexes = new WeakMap<Policy, PolicyIndex>();
const NONE: readonly string[] = Object.freeze([]);

function build(policy: Policy): PolicyIndex {
  const lists = PART_LISTS.map((list) => [list, byId<{ id: string }>(policy[list] ?? [])]);
  const { routes } = policy;
  const routesById = byId(routes);
  const ladders = new Map(routes.map((route) => [route.id, ladderOf(route, routesById)]));
  return {
    ...(Object.fromEntries(lists) as Pick<PolicyIndex, PartList>),
    clauses: new Map(Object.entries(policy.clauses)),
    route: (id) => ladders.get(id) ?? NONE,
  };
}

function byId<T extends { id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.id, part]));
}

/** A route that joins another goes on there from the stage it names; a join that leads back to a stage ends. */
function ladderOf(route: Route, routes: ReadonlyMap<string, Route>): readonly string[] {
  const stages = new Set(route.stages);
  for (let join = route.joins; join;) {
    const other = routes.get(join.route);
    const from = other?.stages.indexOf(join.at) ?? -1;
    if (!other || from < 0 || stages.has(join.at)) break;
    for (const stage of other.stages.slice(from)) stages.add(stage);
    join = other.joins;
  }
  return [...stages];
}
