import type { Finding, Linted } from '../lint.ts';
import { indexOf } from '../lookup.ts';
import { resultsAt } from '../meanings.ts';
import type { Duty, Policy, Trigger } from '../schema.ts';
import type { Side } from '../vocabulary.ts';
import { chanceOf } from './chance.ts';
import { stagesOnRoutes } from './steps.ts';

/** Duties that nothing gives rise to, and duties of a side that has no part where they arise. */
export function dutyFindings(linted: Linted): Finding[] {
  return linted.policy.duties.flatMap((duty, index) => {
    const path = `$.duties[${index}]`;
    const dead = duty.on.flatMap((trigger, i): Finding[] => {
      if (stagesOf(trigger, linted.policy).length > 0) return [];
      const how =
        'enters' in trigger ? 'No route has these stages.' : `Nothing of the kind happens (${trigger.event}).`;
      return [never(duty, `${path}.on[${i}]`, how)];
    });
    if (dead.length > 0) return dead;
    const at = duty.on.flatMap((trigger) => stagesOf(trigger, linted.policy));
    if (chanceOf(duty.when, linted, at) === 'never') {
      return [never(duty, `${path}.when`, 'Its condition holds in no case at the stages where it would arise.')];
    }
    return withoutOwner(duty, linted.policy, path);
  });
}

function never(duty: Duty, path: string, how: string): Finding {
  const message = `Nothing ever gives rise to the duty '${duty.id}'.`;
  return { kind: 'duty-never-triggered', path, clauses: duty.clauses, message, how };
}

/** The stages at which a trigger can be met. */
function stagesOf(trigger: Trigger, policy: Policy): string[] {
  const onRoutes = stagesOnRoutes(policy);
  if ('enters' in trigger) return onRoutes.filter((id) => trigger.enters.includes(id));
  const { event, at, option, result } = trigger;
  const { stages } = indexOf(policy);
  const there = onRoutes.filter((id) => at?.includes(id) ?? true);
  if (event === 'extended') return policy.extension ? there : [];
  if (event === 'conference-requested') return policy.conference ? there : [];
  if (event === 'progressed') return there.filter((id) => stages.get(id)?.tiers);
  if (event === 'resolved') {
    return there.filter(
      (id) => !result || resultsAt(policy, stages.get(id)).some((one) => (result as readonly string[]).includes(one)),
    );
  }
  if (event !== 'decided') return there;
  return there.filter((id) => stages.get(id)?.decision?.options.some((one) => option?.includes(one.id) ?? true));
}

/** An agency that has no part in a stage owes nothing there; the partnership is there at every stage. */
function withoutOwner(duty: Duty, policy: Policy, path: string): Finding[] {
  const owners: readonly Side[] = typeof duty.owner === 'string' ? [duty.owner] : duty.owner;
  const entered = duty.on.flatMap((trigger) => ('enters' in trigger ? trigger.enters : []));
  return owners.flatMap((owner): Finding[] => {
    const absent = entered.filter((id) => !takesPart(owner, id, policy));
    if (owner === 'partnership' || absent.length === 0) return [];
    const stages = absent.map((id) => `'${id}'`).join(', ');
    const message = `At stage ${stages} the duty '${duty.id}' is owed by the ${owner} agency, which has no part there.`;
    const how = `\`meets\` of the stage names nobody on the ${owner} side.`;
    return [{ kind: 'duty-without-owner', path: `${path}.owner`, clauses: duty.clauses, message, how }];
  });
}

function takesPart(side: Side, stage: string, policy: Policy): boolean {
  return indexOf(policy).stages.get(stage)?.meets[side] !== undefined;
}
