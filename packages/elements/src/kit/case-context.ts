import { createContext } from '@lit/context';
import type { Calendar } from '@escalation-kit/core/calendar';
import type { Assessment, CaseEvent, CaseState } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';

/** What `<escalation-case>` gives to the elements inside it. */
export interface CaseContext {
  /** Rises when the payload changes in a way that older elements can't read. */
  readonly version: 1;
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  /** What went wrong, while the phase is `failed`. */
  readonly failure: string | null;
  readonly policy: Policy | null;
  readonly calendar: Calendar | null;
  readonly log: readonly CaseEvent[];
  readonly state: CaseState | null;
  readonly assessment: Assessment | null;
  /** The instant at which the case is looked at. */
  readonly now: string;
  /** Where to post what a form submits, when the host has no handler. */
  readonly endpoint: string | null;
}

/** The key is global, so that bundles built apart meet. */
export const caseContext = createContext<CaseContext>(Symbol.for('escalation-kit.case.1'));
