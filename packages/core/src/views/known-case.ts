import { newVisit, replay, type Assessment, type CaseState, type CaseStatus } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';

/** What is known of a case: a `Case` is all of it; of one that an element's attributes describe, where it stands. */
export interface KnownCase {
  readonly policy: Policy;
  readonly state: CaseState;
  /** Null where nothing but the position is known: then nothing depends on what is true of the case. */
  readonly assessment: Assessment | null;
}

export interface Position {
  readonly route: string;
  /** Null: nothing has begun. */
  readonly stage: string | null;
  readonly status?: CaseStatus;
  readonly tier?: string | null;
  readonly bypassed?: readonly string[];
}

/** A case of which nothing is known but where it stands: what an element shows by its attributes alone. */
export function knownAt(policy: Policy, position: Position): KnownCase {
  return { policy, state: stateAt(policy, position), assessment: null };
}

function stateAt(policy: Policy, { route, stage, status = 'open', tier = null, bypassed = [] }: Position): CaseState {
  const nothing = replay(policy, []);
  if (stage === null) return { ...nothing, route };
  const visit = { ...newVisit(stage, 'opened', { at: '', event: '' }), tier, tiers: tier === null ? 0 : 1 };
  return { ...nothing, status, route, bypassed, visits: [visit] };
}
