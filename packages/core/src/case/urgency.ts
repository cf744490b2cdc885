import { indexOf, meaningOf, type Meaning, type Policy } from '../policy/index.ts';
import type { CaseState } from './state.ts';

/**
 * What the answers on record mean for what comes next: danger, which goes before all else, or urgency; null where none
 * of them means either. Of danger a form asks in our words where the policy has no question of it.
 */
export function urgencyOf(policy: Policy, { facts }: Pick<CaseState, 'facts'>): Meaning | null {
  const meanings = Object.keys(facts)
    .filter((id) => facts[id] === true)
    .map((id) => meaningOf(indexOf(policy).facts.get(id) ?? { id, question: '' }));
  return meanings.includes('danger') ? 'danger' : meanings.includes('urgent') ? 'urgent' : null;
}
