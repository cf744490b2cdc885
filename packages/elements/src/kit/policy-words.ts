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

/** A text in which the words of the policy are marked: all of it, or some within a sentence of the element's. */
export function show(text: Text, say: Say): unknown {
  const names = text.key === 'policy' ? ['text'] : (text.own ?? []);
  if (!say.policyLanguage || names.length === 0) return say(text);
  const said = say({ ...text, values: bracketed(text.values ?? {}, names) });
  return said.split(BRACKETS).map((words, number) => (number % 2 === 1 ? own(words, say) : words));
}

/** Around words of the policy while a sentence is made of them. They are private to whoever uses them: no text has them. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const BRACKETS = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);

function bracketed(values: NonNullable<Text['values']>, names: readonly string[]): NonNullable<Text['values']> {
  const without = Object.entries(values).map(([name, value]) => {
    const plain = typeof value === 'string' ? value.replaceAll(OPEN, '').replaceAll(CLOSE, '') : value;
    return [name, names.includes(name) ? `${OPEN}${plain}${CLOSE}` : plain];
  });
  return Object.fromEntries(without) as NonNullable<Text['values']>;
}
