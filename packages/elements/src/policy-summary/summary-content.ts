/*
 * What the summary needs once a policy is there: its first load is the element alone.
 */
import type { TemplateResult } from 'lit';
import { civilDateAt } from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { summary } from '@escalation-kit/core/text/en/summary';
import { others } from '@escalation-kit/core/text/others';
import { SUMMARY_SECTIONS, summaryView, type SummarySection } from '@escalation-kit/core/views/summary';
import { withPolicyLanguage } from '../kit/policy-words.ts';
import type { SummaryRendering } from './render-statement.ts';
import { renderSummary } from './render-summary.ts';

export { summaryStyles as styles } from './summary-styles.ts';
export { SUMMARY_SECTIONS };
export { withPolicyLanguage } from '../kit/policy-words.ts';

export const messages: Messages = { ...kit, ...others, ...summary };

/** @param sections the names of the parts to show, with spaces between; all where it has none */
export function renderPolicy(
  policy: Policy,
  now: string,
  sections: string | null,
  { language, ...given }: SummaryRendering & { readonly language: string },
): TemplateResult {
  // The policy is in its own language, whatever the element speaks.
  const rendering = { ...given, say: withPolicyLanguage(given.say, language, policy.language) };
  return renderSummary(summaryView(policy, civilDateAt(now, policy.timeZone)), sectionsOf(sections), rendering);
}

/** Whether there is a name among them that is no section's. */
export function isWrong(sections: string | null): boolean {
  return namesIn(sections).some((name) => !(SUMMARY_SECTIONS as readonly string[]).includes(name));
}

function sectionsOf(sections: string | null): readonly SummarySection[] {
  const names = namesIn(sections);
  return names.length === 0 ? SUMMARY_SECTIONS : SUMMARY_SECTIONS.filter((section) => names.includes(section));
}

function namesIn(sections: string | null): string[] {
  return (sections ?? '').split(/\s+/).filter(Boolean);
}
