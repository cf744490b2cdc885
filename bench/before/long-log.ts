import { longCase } from '../long-case.ts';
import { importsOf } from './kit.ts';
import type { Sides } from './rounds.ts';

/** What both builds have of a policy and of replay, as far as it is used. */
interface Build {
  readonly loadPolicy: (id: string) => Promise<Asking>;
  readonly replay: (policy: Asking, log: readonly unknown[]) => unknown;
}

interface Asking {
  readonly duties: readonly { readonly id: string; readonly metBy?: unknown }[];
}

/**
 * Reading a long log under Barnsley's policy: as each build has it, and less what only the later one asks for, which is
 * the engine by itself.
 */
export async function longLogs(kept: string, working: string): Promise<Readonly<Record<string, Sides>>> {
  const [before, now] = [await readerOf(kept), await readerOf(working)];
  return {
    'as each build has the policy': { before: () => before(asItIs), now: () => now(asItIs) },
    'with the duties that both builds know': { before: () => before(asItWas), now: () => now(asItWas) },
  };
}

async function readerOf(root: string): Promise<(change: (policy: Asking) => Asking) => unknown> {
  const load = importsOf(root);
  const { loadPolicy } = (await load('@escalation-kit/policies')) as Build;
  const { replay } = (await load('@escalation-kit/core/case')) as Build;
  const policy = await loadPolicy('barnsley');
  const policies = new Map([asItIs, asItWas].map((change) => [change, change(policy)]));
  const log = longCase(2000);
  return (change) => replay(policies.get(change)!, log);
}

function asItIs(policy: Asking): Asking {
  return policy;
}

/** Since then each step asks for an update, and a duty can be met without being recorded as done. */
function asItWas(policy: Asking): Asking {
  const duties = policy.duties.filter(({ id }) => id !== 'step-update').map(({ metBy: _, ...duty }) => duty);
  return { ...policy, duties };
}
