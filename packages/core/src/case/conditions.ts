import type { Condition } from '../policy/index.ts';
import type { Party } from './events.ts';
import { isObject } from './fields.ts';
import { currentVisit, type CaseState, type Visit } from './state.ts';

/** A condition made ready: whether it holds for a case, in a stay. */
export type Test = (state: CaseState, visit: Visit | null) => boolean;

/** One test for each word of the conditions' vocabulary. */
const TESTS: { readonly [K in keyof Required<Condition>]: (wanted: NonNullable<Condition[K]>) => Test } = {
  childStatus: (wanted) => (s) => wanted.some((status) => s.child.statuses.includes(status)),
  subject: (wanted) => (s) => wanted.includes(s.child.subject ?? 'child'),
  cause: (wanted) => (s) => wanted.some((cause) => s.causes.includes(cause)),
  fact: (wanted) => {
    const facts = Object.entries(wanted);
    return (s) => facts.every(([id, value]) => (s.facts[id] ?? false) === value);
  },
  priority: (wanted) => (s) => s.priority !== null && wanted.includes(s.priority),
  route: (wanted) => (s) => s.route !== null && wanted.includes(s.route),
  stage: (wanted) => (_, visit) => wanted.includes(visit?.stage ?? ''),
  party: ({ side, sector, noLead }) => {
    const sides = side ? [side] : (['raising', 'receiving'] as const);
    const isMeant = (party: Party | undefined) => {
      if (!party || (sector && !sector.includes(party.sector))) return false;
      return noLead === undefined || (party.noLead ?? false) === noLead;
    };
    return (s) => sides.some((each) => isMeant(s.parties?.[each]));
  },
  decided:
    ({ stage, option }) =>
    (s, visit) => {
      const decision = stage === undefined ? visit?.decision?.option : latestDecision(s, stage);
      return decision !== undefined && (option?.includes(decision) ?? true);
    },
  done: (wanted) => (s) => wanted.every((clause) => s.done.has(clause)),
  consulted: (wanted) => (s) => s.consulted.has(wanted),
  discussed: (wanted) => (s) => s.discussed === wanted,
  dissented: (wanted) => (s) => s.dissented === wanted,
  conferenceRequested: (wanted) => (s) => s.conferenceRequested === wanted,
  because: (wanted) => (_, visit) => wanted.some((reason) => reason === visit?.because),
  bypassed: (wanted) => (s) => wanted.some((stage) => s.bypassed.includes(stage)),
  answered: (wanted) => (s) => wanted.every((ask) => isGiven(s.opened?.[ask])),
  all: (parts) => everyOf(parts.map(testOf)),
  any: (parts) => {
    const tests = parts.map(testOf);
    return (s, visit) => tests.some((test) => test(s, visit));
  },
  not: (part) => {
    const test = testOf(part);
    return (s, visit) => !test(s, visit);
  },
};

/**
 * Whether a condition of the policy holds for a case.
 *
 * @param condition none given holds.
 * @param visit the stay that it speaks of, where that is not the present one
 */
export function holds(condition: Condition | undefined, state: CaseState, visit = currentVisit(state)): boolean {
  return !condition || testOf(condition)(state, visit);
}

/** The facts that a condition looks at and that nobody has answered, those inside others included. */
export function openFacts(condition: Condition | undefined, { facts }: Pick<CaseState, 'facts'>): string[] {
  if (!condition) return [];
  const { fact = {}, any = [], all = [], not } = condition;
  const own = Object.keys(fact).filter((id) => facts[id] === undefined);
  return [...own, ...[...any, ...all, ...(not ? [not] : [])].flatMap((part) => openFacts(part, { facts }))];
}

/** A condition's words are looked at once: it is asked at every event of every log. */
function testOf(condition: Condition): Test {
  let test = tests.get(condition);
  if (!test) tests.set(condition, (test = everyOf(testsIn(condition))));
  return test;
}

const tests = new WeakMap<Condition, Test>();

function testsIn(condition: Condition): Test[] {
  return Object.entries(condition).flatMap(([word, wanted]) =>
    wanted === undefined ? [] : (TESTS[word as keyof Condition] as (wanted: unknown) => Test)(wanted),
  );
}

function everyOf(all: readonly Test[]): Test {
  const [only] = all;
  return all.length === 1 ? only! : (s, visit) => all.every((test) => test(s, visit));
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
