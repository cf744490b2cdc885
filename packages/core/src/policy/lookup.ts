import type { Callout, Clause, Contact, Duty, Guard, Policy, Role, Route, Stage, Way } from './schema.ts';

/** A policy's parts by their ids, in the policy's own order. */
export interface PolicyIndex {
  stages: ReadonlyMap<string, Stage>;
  routes: ReadonlyMap<string, Route>;
  roles: ReadonlyMap<string, Role>;
  contacts: ReadonlyMap<string, Contact>;
  duties: ReadonlyMap<string, Duty>;
  ways: ReadonlyMap<string, Way>;
  guards: ReadonlyMap<string, Guard>;
  callouts: ReadonlyMap<string, Callout>;
  clauses: ReadonlyMap<string, Clause>;
  causes: ReadonlyMap<string, Policy['causes'][number]>;
  facts: ReadonlyMap<string, Policy['facts'][number]>;
  asks: ReadonlyMap<string, Policy['asks'][number]>;
  priorities: ReadonlyMap<string, NonNullable<Policy['priorities']>[number]>;
  /** The stages of a route from the bottom up, those of the route that it joins included; [] for an unknown route. */
  readonly route: (id: string) => readonly string[];
}

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
  const routes = byId(policy.routes);
  const ladders = new Map(policy.routes.map((route) => [route.id, ladderOf(route, routes)]));
  return {
    stages: byId(policy.stages),
    routes,
    roles: byId(policy.roles),
    contacts: byId(policy.contacts),
    duties: byId(policy.duties),
    ways: byId(policy.ways),
    guards: byId(policy.guards),
    callouts: byId(policy.callouts),
    clauses: new Map(Object.entries(policy.clauses)),
    causes: byId(policy.causes),
    facts: byId(policy.facts),
    asks: byId(policy.asks),
    priorities: byId(policy.priorities ?? []),
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
