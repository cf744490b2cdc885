import type { Finding, Linted } from '../lint.ts';
import { indexOf } from '../lookup.ts';
import type { Policy, Stage } from '../schema.ts';
import { chanceOf } from './chance.ts';
import { isImpassable, standsBefore } from './guards.ts';
import { stagesOnRoutes } from './steps.ts';

/** Stages that nobody gets to, that nobody gets out of, and at which nothing comes of a case. */
export function stageFindings(linted: Linted): Finding[] {
  const onRoutes = new Set(stagesOnRoutes(linted.policy));
  return linted.policy.stages.flatMap((stage, index) => {
    const about = { path: `$.stages[${index}]`, clauses: stage.clauses };
    if (!onRoutes.has(stage.id)) {
      const message = `No case ever stands at stage '${stage.id}'.`;
      return [{ kind: 'stage-unreachable', ...about, message, how: 'No route lists it, nor one that another joins.' }];
    }
    return [
      ...unreachable(stage, linted).map((found) => ({ ...about, ...found })),
      ...withoutExit(stage, linted).map((found) => ({ ...about, ...found })),
      ...withoutParties(stage).map((found) => ({ ...about, ...found })),
      ...withoutOutcome(stage, linted.policy).map((found) => ({ ...about, ...found })),
    ];
  });
}

type Found = Pick<Finding, 'kind' | 'message' | 'how'>;

function unreachable(stage: Stage, linted: Linted): Found[] {
  if (chanceOf(stage.when, linted, null) !== 'never') return [];
  const message = `No case goes up to stage '${stage.id}'.`;
  return [{ kind: 'stage-unreachable', message, how: 'Its condition holds in no case that this policy knows.' }];
}

function withoutExit(stage: Stage, linted: Linted): Found[] {
  const blocking = linted.policy.guards.filter((guard) => isImpassable(guard, linted));
  const blocks = (action: 'escalate' | 'resolve', to?: string) =>
    blocking.some((guard) => standsBefore(guard, { action, from: stage.id, ...(to !== undefined && { to }) }));
  const up = linted.steps.filter(({ from }) => from === stage.id);
  if (!blocks('resolve') || up.some(({ to }) => !blocks('escalate', to))) return [];
  const message = `A case at stage '${stage.id}' can neither go up nor be resolved.`;
  return [
    { kind: 'stage-without-exit', message, how: 'Before every step stands a guard that must be met and cannot.' },
  ];
}

function withoutParties(stage: Stage): Found[] {
  if (Object.values(stage.meets).some((roles) => roles !== undefined)) return [];
  const message = `Nobody meets at stage '${stage.id}'.`;
  return [{ kind: 'stage-without-parties', message, how: '`meets` names no side.' }];
}

/** Where no step leads on, the policy says what comes of the case: a decision, a mediation, a result, a duty. */
function withoutOutcome(stage: Stage, policy: Policy): Found[] {
  const { route } = indexOf(policy);
  const last = policy.routes.some(({ id }) => route(id).at(-1) === stage.id);
  if (!last || stage.decision || stage.mediates || stage.results || stage.endUnsaid || isConcludedByDuty(stage, policy))
    return [];
  const message = `Stage '${stage.id}' is the last, and nothing says what comes of a case there.`;
  const how = 'It has no decision, no results, does not mediate, and no duty follows on resolving there.';
  return [{ kind: 'final-stage-without-outcome', message, how }];
}

function isConcludedByDuty(stage: Stage, policy: Policy): boolean {
  return policy.duties.some((duty) =>
    duty.on.some((on) => 'event' in on && on.event === 'resolved' && (on.at === undefined || on.at.includes(stage.id))),
  );
}
