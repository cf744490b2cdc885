import type { CaseState } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import {
  en as core,
  loadCatalogue,
  say,
  speakerOf,
  type Catalogue,
  type Keyed,
  type MessageKey,
} from '@escalation-kit/core/text';
import { speakingOf } from '@escalation-kit/core/text/about';
import { cyPages } from './cy-pages.ts';
import { cy } from './cy.ts';
import { enPages } from './en-pages.ts';
import { en } from './en.ts';

/** Keys of intake's own texts. */
type OwnKey = keyof typeof en | keyof typeof enPages;

/** A text of the kit's, or of intake's own. */
export type Text = Keyed<MessageKey | OwnKey>;

/** The last part of the keys of intake's own that begin so. */
export type OwnKeyAfter<Start extends string> = OwnKey extends infer Key
  ? Key extends `${Start}${infer Rest}`
    ? Rest
    : never
  : never;

/** Says a text in the language of messages and pages. */
export interface Say {
  (text: Text): string;
  /** 'Friday 27 November 2026' from a civil date. */
  readonly day: (civilDate: string) => string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** The same of a case under a policy: of a child, or of an adult. */
  readonly about: (policy: Policy, state?: CaseState) => (text: Text) => string;
}

export async function sayIn(language: 'en' | 'cy'): Promise<Say> {
  const kit = language === 'cy' ? ((await loadCatalogue('cy')) ?? core) : core;
  const own = language === 'cy' ? { ...cy, ...cyPages } : { ...en, ...enPages };
  const catalogue: Catalogue = { ...kit, messages: { ...kit.messages, ...own } };
  return Object.assign((text: Text) => say(text, catalogue), {
    day: speakerOf(catalogue).day,
    language: catalogue.language,
    about: (policy: Policy, state?: CaseState) => {
      const speaking = speakingOf(catalogue, policy, state);
      return (text: Text) => say(text, speaking);
    },
  });
}
