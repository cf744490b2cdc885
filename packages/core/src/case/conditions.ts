import type { Condition } from '../policy/index.ts';
import { isObject } from './fields.ts';
import { currentVisit, type CaseState, type Visit } from './state.ts';

type Plain = Omit<Condition, 'any' | 'all' | 'not'>;
type Test<K extends keyof Plain> = (wanted: NonNullable<Plain[K]>, state: CaseState, visit: Visit | null) => boolean;

/** One test for each word of the conditions' vocabulary. */
const TESTS: { readonly [K in keyof Required<Plain>]: Test<K> } = {
  childStatus: (wanted, s) => wanted.some((status) => s.child.statuses.includes(status)),
  subject: (wanted, s) => wanted.includes(s.child.subject ?? 'child'),
  cause: (wanted, s) => wanted.some((cause) => s.causes.includes(cause)),
  fact: (wanted, s) => Object.entries(wanted).every(([id, value]) => (s.facts[id] ?? false) === value),
  priority: (wanted, s) => s.priority !== null && wanted.includes(s.priority),
  route: (wanted, s) => s.route !== null && wanted.includes(s.route),
  stage: (wanted, _, visit) => wanted.includes(visit?.stage ?? ''),
  party: (wanted, s) =>
    (wanted.side ? [wanted.side] : (['raising', 'receiving'] as const)).some((side) => {
      const party = s.parties?.[side];
      if (!party) return false;
      if (wanted.sector && !wanted.sector.includes(party.sector)) return false;
      return wanted.noLead === undefined || (party.noLead ?? false) === wanted.noLead;
    }),
  decided: (wanted, s, visit) => {
    const decision = wanted.stage === undefined ? visit?.decision?.option : latestDecision(s, wanted.stage);
    return decision !== undefined && (wanted.option?.includes(decision) ?? true);
  },
  done: (wanted, s) => wanted.every((clause) => s.done.has(clause)),
  consulted: (wanted, s) => s.consulted.has(wanted),
  discussed: (wanted, s) => s.discussed === wanted,
  dissented: (wanted, s) => s.dissented === wanted,
  conferenceRequested: (wanted, s) => s.conferenceRequested === wanted,
  because: (wanted, _, visit) => wanted.some((reason) => reason === visit?.because),
  bypassed: (wanted, s) => wanted.some((stage) => s.bypassed.includes(stage)),
  answered: (wanted, s) => wanted.every((ask) => isGiven(s.opened?.[ask])),
};

/**
 * Whether a condition of the policy holds for a case.
 *
 * @param condition none given holds.
 * @param visit the stay that it speaks of, where that is not the present one
 */
export function holds(condition: Condition | undefined, state: CaseState, visit = currentVisit(state)): boolean {
  if (!condition) return true;
  for (const key in condition) {
    if (!holdsPart(key as keyof Condition, condition, state, visit)) return false;
  }
  return true;
}

/** The facts that a condition looks at and that nobody has answered, those inside others included. */
export function openFacts(condition: Condition | undefined, { facts }: Pick<CaseState, 'facts'>): string[] {
  if (!condition) return [];
  const { fact = {}, any = [], all = [], not } = condition;
  const own = Object.keys(fact).filter((id) => facts[id] === undefined);
  return [...own, ...[...any, ...all, ...(not ? [not] : [])].flatMap((part) => openFacts(part, { facts }))];
}

function holdsPart(key: keyof Condition, condition: Condition, state: CaseState, visit: Visit | null): boolean {
  const wanted = condition[key];
  if (wanted === undefined) return true;
  if (key === 'all') return condition.all!.every((part) => holds(part, state, visit));
  if (key === 'any') return condition.any!.some((part) => holds(part, state, visit));
  if (key === 'not') return !holds(condition.not, state, visit);
  const test = TESTS[key] as (wanted: unknown, state: CaseState, visit: Visit | null) => boolean;
  return test(wanted, state, visit);
}

/** Whether something was answered: a text that is not blank, or the name of a person. */
function isGiven(answer: unknown): boolean {
  const text = isObject(answer) ? answer.name : answer;
  return typeof text === 'string' && text.trim() !== '';
}

/** The option decided last at a stage. The latest decision stands. */
function latestDecision(state: CaseState, stage: string): string | undefined {
  for (let i = state.visits.length - 1; i >= 0; i--) {
    const visit = state.visits[i] as Visit;
    if (visit.stage === stage && visit.decision) return visit.decision.option;
  }
  return undefined;
}
