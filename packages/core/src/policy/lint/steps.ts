import { indexOf } from '../lookup.ts';
import type { Policy, Way } from '../schema.ts';
import { ORDINARY_REASONS, type Reason } from '../vocabulary.ts';

/** A step up that the policy knows, whatever stands before it. */
export interface Step {
  readonly route: string;
  readonly from: string;
  readonly to: string;
  readonly because: Reason;
  readonly way?: Way;
}

/** Every step up along every route: to the next stage, past optional ones, and by the ways that the policy gives. */
export function stepsOf(policy: Policy): Step[] {
  return policy.routes.flatMap((route) => {
    const ladder = indexOf(policy).route(route.id);
    return ladder.flatMap((from, at) => [
      ...nextSteps(policy, route.id, from, ladder.slice(at + 1)),
      ...waySteps(policy, route.id, from, ladder.slice(at + 1)),
    ]);
  });
}

/** The stages of all routes, each once. */
export function stagesOnRoutes(policy: Policy): string[] {
  return [...new Set(policy.routes.flatMap((route) => indexOf(policy).route(route.id)))];
}

function nextSteps(policy: Policy, route: string, from: string, above: readonly string[]): Step[] {
  const { stages } = indexOf(policy);
  const firm = above.findIndex((id) => !stages.get(id)?.optional && !stages.get(id)?.when);
  const next = firm < 0 ? above : above.slice(0, firm + 1);
  const reasons: readonly Reason[] = stages.get(from)?.decision ? [...ORDINARY_REASONS, 'decided'] : ORDINARY_REASONS;
  return next.flatMap((to) => reasons.map((because) => ({ route, from, to, because })));
}

function waySteps(policy: Policy, route: string, from: string, above: readonly string[]): Step[] {
  return policy.ways
    .filter((way) => (way.from === 'any' || way.from.includes(from)) && above.includes(way.to))
    .flatMap((way) => way.because.map((because) => ({ route, from, to: way.to, because, way })));
}
