import type { TemplateResult } from 'lit';
import type { Text } from '@escalation-kit/core/text';
import { inLanguage } from './in-language.ts';

/** Says texts in the language of an element. */
export interface Say {
  (text: Text | string, values?: Text['values']): string;
  /** The language of the policy's words, where it is another than the element's. */
  readonly policyLanguage?: string | null;
}

/** Tells what says the element's texts in what language the policy's words are. */
export function withPolicyLanguage(say: Say, spoken: string, policyLanguage: string): Say {
  const other = policyLanguage.split('-')[0] === spoken.split('-')[0] ? null : policyLanguage;
  return Object.assign((...what: Parameters<Say>) => say(...what), { policyLanguage: other });
}

/** Words of the policy, marked with their language where they need it. */
export function own(text: string, say: Say): TemplateResult | string {
  return inLanguage(text, say.policyLanguage ?? null);
}

/** A text, marked where it is in the policy's own words. */
export function show(text: Text, say: Say): TemplateResult | string {
  return text.key === 'policy' ? own(say(text), say) : say(text);
}
