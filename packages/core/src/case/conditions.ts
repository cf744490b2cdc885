import type { Condition } from '../policy/index.ts';
import { currentVisit, type CaseState, type Visit } from './state.ts';

type Plain = Omit<Condition, 'any' | 'all' | 'not'>;
type Test<K extends keyof Plain> = (wanted: NonNullable<Plain[K]>, state: CaseState) => boolean;

/** One test for each word of the conditions' vocabulary. */
const TESTS: { readonly [K in keyof Required<Plain>]: Test<K> } = {
  childStatus: (wanted, s) => wanted.some((status) => s.child.statuses.includes(status)),
  subject: (wanted, s) => wanted.includes(s.child.subject ?? 'child'),
  cause: (wanted, s) => wanted.some((cause) => s.causes.includes(cause)),
  fact: (wanted, s) => Object.entries(wanted).every(([id, value]) => (s.facts[id] ?? false) === value),
  priority: (wanted, s) => s.priority !== null && wanted.includes(s.priority),
  route: (wanted, s) => s.route !== null && wanted.includes(s.route),
  stage: (wanted, s) => wanted.includes(currentVisit(s)?.stage ?? ''),
  party: (wanted, s) =>
    (wanted.side ? [wanted.side] : (['raising', 'receiving'] as const)).some((side) => {
      const party = s.parties?.[side];
      if (!party) return false;
      if (wanted.sector && !wanted.sector.includes(party.sector)) return false;
      return wanted.noLead === undefined || (party.noLead ?? false) === wanted.noLead;
    }),
  decided: (wanted, s) => {
    const decision = latestDecision(s, wanted.stage);
    return decision !== undefined && (wanted.option?.includes(decision) ?? true);
  },
  done: (wanted, s) => wanted.every((clause) => s.done.has(clause)),
  consulted: (wanted, s) => s.consulted.has(wanted),
  discussed: (wanted, s) => s.discussed === wanted,
  dissented: (wanted, s) => s.dissented === wanted,
  conferenceRequested: (wanted, s) => s.conferenceRequested === wanted,
  because: (wanted, s) => wanted.some((reason) => reason === currentVisit(s)?.because),
};

/**
 * Whether a condition of the policy holds for a case.
 *
 * @param condition none given holds.
 */
export function holds(condition: Condition | undefined, state: CaseState): boolean {
  if (!condition) return true;
  for (const key in condition) {
    if (!holdsPart(key as keyof Condition, condition, state)) return false;
  }
  return true;
}

function holdsPart(key: keyof Condition, condition: Condition, state: CaseState): boolean {
  const wanted = condition[key];
  if (wanted === undefined) return true;
  if (key === 'all') return condition.all!.every((part) => holds(part, state));
  if (key === 'any') return condition.any!.some((part) => holds(part, state));
  if (key === 'not') return !holds(condition.not, state);
  const test = TESTS[key] as (wanted: unknown, state: CaseState) => boolean;
  return test(wanted, state);
}

/** The option decided last at the present stage, or at the one named. The latest decision stands. */
function latestDecision(state: CaseState, stage?: string): string | undefined {
  if (stage === undefined) return currentVisit(state)?.decision?.option;
  for (let i = state.visits.length - 1; i >= 0; i--) {
    const visit = state.visits[i] as Visit;
    if (visit.stage === stage && visit.decision) return visit.decision.option;
  }
  return undefined;
}
