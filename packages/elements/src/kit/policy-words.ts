import { html, type TemplateResult } from 'lit';
import type { Text } from '@escalation-kit/core/text';
import { otherThan, runsOf, type Run, type Voice } from '@escalation-kit/core/text/runs';

/** Says texts in the language of an element. */
export interface Say {
  (text: Text | Text['key'], values?: Text['values']): string;
  /** What tells the policy's words from the element's own; without it all are taken for the element's. */
  readonly voice?: Voice;
  /** The language of the policy's words, where it is another than the element's. */
  readonly policyLanguage?: string | null;
}

/** Tells what says the element's texts in what language the policy's words are. */
export function withPolicyLanguage(say: Say, language: string, policyLanguage: string): Say {
  const voice: Voice = { language, languageOf: () => policyLanguage, say };
  return Object.assign((...what: Parameters<Say>) => say(...what), {
    voice,
    policyLanguage: otherThan(language, policyLanguage),
  });
}

/** Words of the policy. */
export function own(text: string, say: Say): TemplateResult | string {
  return shown({ text, from: 'policy', language: say.policyLanguage ?? null });
}

/** A text with its words marked: the policy's with their language where they need it, a person's set apart. */
export function show(text: Text, say: Say, change = (runs: readonly Run[]): readonly Run[] => runs): unknown {
  const parts = change(runsOf(text, say.voice ?? { language: '', languageOf: () => '', say })).map(shown);
  // Words that need no mark are one text.
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** The same where it begins a sentence: a policy's words and the engine's begin in the middle of one. */
export function showSentence(text: Text, say: Say): unknown {
  return show(text, say, ([first, ...rest]) => (first ? [{ ...first, text: capital(first.text) }, ...rest] : []));
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/**
 * A screen reader must know the language of words that are in another, and what stands beside them must keep its place
 * where they are written the other way.
 */
function shown({ text, from, language }: Run): TemplateResult | string {
  if (from === 'typed') return html`<bdi>${text}</bdi>`;
  if (from === 'phone') return html`<a class="call" href="tel:${text.replace(/[^\d+]/g, '')}">${text}</a>`;
  return language === null ? text : html`<span lang=${language} dir="auto">${text}</span>`;
}
