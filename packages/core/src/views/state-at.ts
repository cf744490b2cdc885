import { unopened, type CaseState, type CaseStatus } from '../case/index.ts';

export interface Position {
  readonly route: string;
  /** Null: nothing has begun. */
  readonly stage: string | null;
  readonly status?: CaseStatus;
  readonly tier?: string | null;
  readonly bypassed?: readonly string[];
}

/** A case of which nothing is known but where it stands: what an element shows by its attributes alone. */
export function stateAt({ route, stage, status = 'open', tier = null, bypassed = [] }: Position): CaseState {
  const nothing = unopened();
  if (stage === null) return { ...nothing, route };
  const visit: CaseState['visits'][number] = {
    stage,
    at: '',
    event: '',
    because: 'opened',
    left: null,
    tier,
    tiers: tier === null ? 0 : 1,
    decision: null,
    extension: null,
    dates: {},
    first: new Map(),
  };
  return { ...nothing, status, route, bypassed, visits: [visit] };
}
