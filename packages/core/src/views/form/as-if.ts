import { calloutsOf } from '../../case/index.ts';
import { currentVisit, type CaseState, type Parties, type Visit } from '../../case/index.ts';
import { CALLOUT_KINDS, type CalloutKind, type ChildStatus } from '../../policy/index.ts';
import { calloutViews } from '../callouts.ts';
import type { Answers, FormSetting, Note } from './page.ts';

/** Notes that stand on every page: nobody is to miss them, whatever is being asked. */
export const STANDING: readonly CalloutKind[] = ['immediate-danger', 'urgent', 'paramount'];
/** What the policy says of a stage, for whoever is at it. */
export const AT_STAGE: readonly CalloutKind[] = CALLOUT_KINDS.filter((kind) => !STANDING.includes(kind));

/** The case as it would be with the answers so far, at a stage: what the policy's conditions look at. */
export function asIf({ policy, state }: FormSetting, answers: Answers, route: string, stage: string): CaseState {
  const facts = policy.facts.map(({ id }) => [id, answers[`facts/${id}`] ?? state.facts[id]] as const);
  return {
    ...state,
    route,
    visits: currentVisit(state)?.stage === stage ? state.visits : [...state.visits, { stage } as Visit],
    parties: state.parties ?? partiesOf(answers),
    child: state.opened ? state.child : { statuses: listOf<ChildStatus>(answers['child/statuses']) },
    causes: state.opened ? state.causes : listOf(answers['causes']),
    facts: Object.fromEntries(facts.map(([id, value]) => [id, value === 'yes' || value === true])),
    priority: state.priority ?? ((answers['priority'] as string) || null),
  };
}

/** The callouts of these kinds, as notes. */
export function notesOf({ policy }: FormSetting, state: CaseState, kinds: readonly CalloutKind[]): Note[] {
  return calloutViews(policy, calloutsOf(policy, state)).filter(({ kind }) => kinds.includes(kind));
}

/** Parties of which a sector is all that is known yet still meet conditions about sectors. */
function partiesOf(answers: Answers): Parties {
  const party = (side: string) => ({
    agency: answers[`parties/${side}/agency`],
    sector: answers[`parties/${side}/sector`],
    noLead: answers[`parties/${side}/noLead`] === 'yes',
  });
  return { raising: party('raising'), receiving: party('receiving') } as Parties;
}

function listOf<T extends string>(answer: unknown): T[] {
  return Array.isArray(answer) ? (answer as T[]) : [];
}
