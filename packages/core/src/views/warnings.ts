import type { Assessment } from '../case/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Text } from '../text/text.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** Something in the record, or of its dates, that whoever relies on it has to know. */
export interface WarningView {
  readonly words: Text;
  readonly sources: readonly SourceView[];
}

/** The warnings of a case, each said once. What there is to be known of the policy itself stands with the policy. */
export function warningsView(policy: Policy, { warnings }: Pick<Assessment, 'warnings'>): WarningView[] {
  const views = new Map<string, WarningView>();
  for (const { kind, words, clauses } of warnings) {
    if (kind === 'policy-not-confirmed' || kind === 'policy-review-overdue') continue;
    views.set(JSON.stringify(words), { words, sources: sourcesOf(policy, clauses) });
  }
  return [...views.values()];
}
