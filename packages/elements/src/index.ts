export { CaseDuties } from './case-duties/case-duties.ts';
export { DeadlineBadge } from './deadline-badge/deadline-badge.ts';
export { CaseChangeEvent } from './escalation-case/case-change-event.ts';
export { EscalationCase } from './escalation-case/escalation-case.ts';
export { EscalationForm } from './escalation-form/escalation-form.ts';
export { EscalationStepEvent } from './escalation-form/step-event.ts';
export { PolicySummary } from './policy-summary/policy-summary.ts';
export { StageLadder } from './stage-ladder/stage-ladder.ts';
export { AttributeError } from './kit/attribute-error.ts';
export { caseContext, type CaseContext } from './kit/case-context.ts';
export { EscalationErrorEvent } from './kit/error-event.ts';
export { VERSION } from './kit/version.ts';
export {
  EscalationSubmitEvent,
  type Notification,
  type Outcome,
  type Receipt,
  type Submission,
} from './submission/submit-event.ts';
