import { CaseDuties } from '../case-duties/case-duties.ts';
import { DeadlineBadge } from '../deadline-badge/deadline-badge.ts';
import { EscalationCase } from '../escalation-case/escalation-case.ts';
import { EscalationForm } from '../escalation-form/escalation-form.ts';
import { PolicySummary } from '../policy-summary/policy-summary.ts';
import { StageLadder } from '../stage-ladder/stage-ladder.ts';
import { safeDefine } from './safe-define.ts';

const ELEMENTS = {
  'case-duties': CaseDuties,
  'deadline-badge': DeadlineBadge,
  'escalation-case': EscalationCase,
  'escalation-form': EscalationForm,
  'policy-summary': PolicySummary,
  'stage-ladder': StageLadder,
} as const;

/**
 * Registers all elements under a prefix, `lbb-stage-ladder` for `define({ prefix: 'lbb' })`: for a page on which the
 * plain tags are taken. No element of the kit has another in its template, so none looks for an unprefixed tag.
 *
 * Unlike the other files of this folder it registers nothing when it is imported.
 *
 * @throws RangeError for a prefix that cannot begin a tag
 */
export function define({ prefix }: { readonly prefix: string }): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix)) {
    throw new RangeError(
      `define: the prefix "${prefix}" cannot begin a tag. Use lower-case letters, digits and hyphens.`,
    );
  }
  for (const [tag, elementClass] of Object.entries(ELEMENTS)) safeDefine(`${prefix}-${tag}`, elementClass);
}
