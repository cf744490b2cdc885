import { en as core, loadCatalogue, say, speakerOf, type Catalogue, type Text } from '@escalation-kit/core/text';
import { cy } from './cy.ts';
import { en } from './en.ts';

/** Says a text in the language of messages. */
export interface Say {
  (text: Text): string;
  /** 'Friday 27 November 2026' from a civil date. */
  readonly day: (civilDate: string) => string;
}

export async function sayIn(language: 'en' | 'cy'): Promise<Say> {
  const kit = language === 'cy' ? ((await loadCatalogue('cy')) ?? core) : core;
  const catalogue: Catalogue = { ...kit, messages: { ...kit.messages, ...(language === 'cy' ? cy : en) } };
  return Object.assign((text: Text) => say(text, catalogue), { day: speakerOf(catalogue).day });
}
