import type { ShownCallout } from '../case/index.ts';
import { emergencyOf, indexOf, type CalloutKind, type Policy } from '../policy/index.ts';
import { emergencyText } from '../text/emergency.ts';
import type { Text } from '../text/text.ts';
import { contactOf, type ContactView } from './contacts.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** What stands on screen unasked, with whom to contact and where it comes from. */
export interface CalloutView {
  readonly id: string;
  readonly kind: CalloutKind;
  readonly words: Text;
  /** Whom to call in an emergency, where the words are the policy's and of danger; ours say it themselves. */
  readonly emergency: Text | null;
  readonly contact: ContactView | null;
  readonly sources: readonly SourceView[];
}

const STANDING: readonly CalloutKind[] = ['immediate-danger', 'paramount', 'urgent'];

/** Whether a callout comes before everything else and stays: danger, what is paramount, what is urgent. */
export function isStanding(kind: CalloutKind): boolean {
  return STANDING.includes(kind);
}

/** Callouts as an assessment lists them, made ready to be shown. The emergency number stands with the first of danger. */
export function calloutViews(policy: Policy, callouts: readonly ShownCallout[]): CalloutView[] {
  const first = callouts.find(({ kind }) => kind === 'immediate-danger');
  return callouts.map(({ id, kind, words, clauses }) => ({
    id,
    kind,
    words,
    emergency: id === first?.id && words.key === 'policy' ? emergencyText(emergencyOf(policy)) : null,
    contact: contactOf(policy, indexOf(policy).callouts.get(id)?.contact),
    sources: sourcesOf(policy, clauses),
  }));
}
