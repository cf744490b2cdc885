import { meaningOf, type Policy } from '../policy/index.ts';
import { ofPolicy } from '../text/text.ts';
import type { Option, Page } from './page.ts';

/** What a form looks up, worked out once for each policy. */
export interface FormPlan {
  /** The id of the fact that is asked first, in the policy's words or ours. */
  readonly danger: string;
  /** Every stage as a choice, in the policy's order. */
  readonly stages: ReadonlyMap<string, Option>;
  readonly allStages: readonly Option[];
  /** The pages of what the policy's own form asks, once they were asked for. */
  readonly asked: Map<string, Page>;
}

export function formPlanOf(policy: Policy): FormPlan {
  let plan = plans.get(policy);
  if (!plan) plans.set(policy, (plan = build(policy)));
  return plan;
}

const plans = new WeakMap<Policy, FormPlan>();

function build(policy: Policy): FormPlan {
  const allStages = policy.stages.map(({ id, label, name }) => ({ value: id, label: ofPolicy(`${label}: ${name}`) }));
  return {
    danger: policy.facts.find((fact) => meaningOf(fact) === 'danger')?.id ?? 'immediate-harm',
    stages: new Map(allStages.map((option) => [option.value, option])),
    allStages,
    asked: new Map(),
  };
}
