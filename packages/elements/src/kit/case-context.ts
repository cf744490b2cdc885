import { createContext } from '@lit/context';
import type { Case } from '@escalation-kit/core/case';

/** What `<escalation-case>` gives to the elements inside it. */
export interface CaseContext {
  /** Rises when the payload changes in a way that older elements can't read. */
  readonly version: typeof CONTEXT_VERSION;
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  /** What went wrong, while the phase is `failed`. */
  readonly failure: string | null;
  /** The case, while the phase is `ready`. The same one until something in it changes. */
  readonly case: Case | null;
  /** The instant at which the case is looked at. */
  readonly now: string;
  /** Where to post what a form submits, when the host has no handler. */
  readonly endpoint: string | null;
  /** Asks once more for what did not come; older cases have none. */
  readonly retry?: () => void;
}

/** The key is global, so that bundles built apart meet. */
export const caseContext = createContext<CaseContext>(Symbol.for('escalation-kit.case.1'));

export const CONTEXT_VERSION = 2;
