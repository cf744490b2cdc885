import type { Calendar } from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import type { CaseContext } from '../kit/case-context.ts';
import type { SaidOnce } from '../kit/said-once.ts';
import type { EscalationForm } from './escalation-form.ts';
import type { Say } from './render-page.ts';

/** What the element lends to the journey through its pages. */
export interface Shell {
  readonly form: EscalationForm;
  readonly say: Say;
  /** The language that the element speaks. */
  readonly language: () => string;
  readonly policy: () => Policy | null;
  readonly calendar: () => Calendar | null;
  readonly now: () => string;
  readonly around: () => CaseContext | null;
  /** Shows what is wrong in the element's place; null: it has been put right. */
  readonly fail: (error: Error | null) => void;
  /** Of things that other elements of the case say too, those that are left to the form. */
  readonly claim: SaidOnce['claim'];
  readonly isInHostForm: () => boolean;
  /** Gives the host's form the record as its value; null: none. */
  readonly keep: (record: string | null) => void;
}
