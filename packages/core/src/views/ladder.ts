import { calloutsOf, currentVisit } from '../case/index.ts';
import { indexOf, type Policy, type Route } from '../policy/index.ts';
import { calloutViews, isStanding, type CalloutView } from './callouts.ts';
import type { KnownCase } from './known-case.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import { capsOf, type TimeView } from './rung-times.ts';
import { rungOffRoute, rungsOf, type RungView } from './rungs.ts';
import { warningsView, type WarningView } from './warnings.ts';
import { waysBeside, type WayView } from './ways.ts';

/** One route as a ladder. */
export interface RouteView {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  /** From the bottom up; stages of another route that this one passes by stand where it joins. */
  readonly rungs: readonly RungView[];
  readonly ways: readonly WayView[];
  /** The time for the whole of it. */
  readonly caps: readonly TimeView[];
  /** The label of the route that it goes on in, and the id of the stage at which it does. */
  readonly joins: { readonly route: string; readonly at: string } | null;
}

export interface LadderView {
  /** What comes before everything else. */
  readonly standing: readonly CalloutView[];
  /** What is said of the stage where the case is; of any stage, where it is at none. */
  readonly here: readonly CalloutView[];
  readonly next: NextStep | null;
  /** What in the record departs from the policy, cannot be read, or is not known. */
  readonly warnings: readonly WarningView[];
  readonly routes: readonly RouteView[];
  /** The policy's other routes, in a case. */
  readonly others: readonly RouteView[];
}

/**
 * The way up that a policy gives, and where a case stands on it.
 *
 * @param routes those to show first; a case's own where left out, all of them where there is none
 */
export function ladderView(known: KnownCase, routes?: readonly string[]): LadderView {
  const { policy, state, assessment } = known;
  const hasBegun = currentVisit(state) !== null;
  const wanted = routes ?? (hasBegun && state.route !== null ? [state.route] : policy.routes.map(({ id }) => id));
  const views = policy.routes.map((route) => routeView(wanted.includes(route.id) ? known : asPlan(known), route));
  const shown = views.filter(({ id }) => wanted.includes(id));
  const callouts = calloutViews(policy, calloutsOf(policy, state));
  return {
    standing: callouts.filter(({ kind }) => isStanding(kind)),
    here: callouts.filter(({ kind }) => !isStanding(kind)),
    next: nextStepOf(
      known,
      shown.flatMap(({ rungs }) => rungs),
    ),
    warnings: assessment ? warningsView(policy, assessment) : [],
    routes: shown,
    others: assessment ? views.filter(({ id }) => !wanted.includes(id)) : [],
  };
}

/**
 * The routes on which a stage stands: those that have it as their own, else those that reach it by joining another.
 *
 * @returns none for a stage that no route has
 */
export function routesWith(policy: Policy, stage: string): string[] {
  const own = policy.routes.filter(({ stages }) => stages.includes(stage));
  const found = own.length > 0 ? own : policy.routes.filter(({ id }) => indexOf(policy).route(id).includes(stage));
  return found.map(({ id }) => id);
}

function routeView(known: KnownCase, route: Route): RouteView {
  const { policy } = known;
  const ladder = indexOf(policy).route(route.id);
  return {
    id: route.id,
    label: route.label,
    hint: route.hint ?? null,
    rungs: withPassedBy(policy, route, rungsOf(known, ladder)),
    ways: waysBeside(known, ladder),
    caps: capsOf(known),
    joins: joinOf(policy, route),
  };
}

/** A route that the case is not on: nothing of the case shows in it. */
function asPlan({ policy, state }: KnownCase): KnownCase {
  return { policy, state: { ...state, visits: [], bypassed: [] }, assessment: null };
}

function joinOf(policy: Policy, { joins }: Route): RouteView['joins'] {
  if (!joins) return null;
  return { route: indexOf(policy).routes.get(joins.route)?.label ?? joins.route, at: joins.at };
}

/** Before the stage at which a route joins another, the stages of that other one that it passes by. */
function withPassedBy(policy: Policy, { joins }: Route, rungs: readonly RungView[]): RungView[] {
  const { routes, stages } = indexOf(policy);
  const other = joins && routes.get(joins.route);
  const at = rungs.findIndex(({ id }) => id === joins?.at);
  if (!joins || !other || at < 0) return [...rungs];
  const passed = other.stages.flatMap((id) => {
    const stage = rungs.some((rung) => rung.id === id) ? undefined : stages.get(id);
    return stage ? [rungOffRoute(stage)] : [];
  });
  return [...rungs.slice(0, at), ...passed, ...rungs.slice(at)];
}
