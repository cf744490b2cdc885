import type { CaseState, CaseStatus } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { otherThan, runsOf, type Run, type Text as KitText } from '@escalation-kit/core/text';
import type { Say, Text } from '../text/say.ts';
import { attribute, html, type Html } from './html.ts';

/** Says texts of a case on a page. */
export interface Words {
  /** As plain text. */
  readonly say: (text: Text | Text['key'], values?: Text['values']) => string;
  /** With what tells the policy's words and a person's from the page's own. */
  readonly show: (text: Text) => Html;
  /** Words of the policy alone. */
  readonly own: (words: string) => Html;
  /** The language of the policy's words, where it is another than the page's. */
  readonly policyLanguage: string | null;
}

export function wordsFor(speaking: Say, policy: Policy, state?: CaseState): Words {
  const said = speaking.about(policy, state);
  const policyLanguage = otherThan(speaking.language, policy.language);
  const voice = { language: speaking.language, languageOf: () => policy.language, say: said };
  return {
    say: (text, values) => said(typeof text === 'string' ? { key: text, values } : text),
    show: (text) => html`${runsOf(text as KitText, voice).map(run)}`,
    own: (words) => run({ text: words, from: 'policy', language: policyLanguage }),
    policyLanguage,
  };
}

function run({ text, from, language }: Run): Html {
  if (from === 'phone') return html`<a href="tel:${text.replace(/[^+\d]/g, '')}">${text}</a>`;
  if (from === 'typed') return html`<bdi>${text}</bdi>`;
  return language === null ? html`${text}` : html`<span dir="auto" ${attribute('lang', language)}>${text}</span>`;
}

/** How a case stands, as it is kept. */
export function statusText(status: string): Text {
  return { key: `case-status.${status as CaseStatus}` };
}
