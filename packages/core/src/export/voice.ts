import type { Case } from '../case/index.ts';
import type { Head } from '../record/index.ts';
import { speakingOf } from '../text/about.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { deadline } from '../text/en/deadline.ts';
import { engine } from '../text/en/engine.ts';
import { exportTexts } from '../text/en/export.ts';
import type { Voice as TextVoice } from '../text/runs.ts';
import { say } from '../text/say.ts';
import type { Text } from '../text/text.ts';

/** How an export is written. */
export interface ExportOptions {
  /** The language; what it lacks is said in English. */
  readonly catalogue?: Catalogue;
  /** Head and count noted elsewhere: with them it is seen, and said, if entries were cut off at the end. */
  readonly expected?: Head;
}

/** What an export says everything with. */
export interface Voice extends TextVoice {
  readonly direction: Catalogue['direction'];
  /** A text, or a message of the catalogue by its key. */
  readonly say: (text: Text | Text['key'], values?: Text['values']) => string;
}

const messages = { ...deadline, ...engine, ...exportTexts };

/** English, with what exports say and no more. */
const ENGLISH: Catalogue = { language: 'en', direction: 'ltr', messages };

/** The voice of a catalogue for what is told of a case. */
export function voiceFor({ policy, state }: Case, { catalogue = ENGLISH }: ExportOptions): Voice {
  return voiceOf(speakingOf(catalogue, policy, state), policy.language);
}

/** The voice of a catalogue; what it lacks is said in English. */
export function voiceOf(catalogue: Catalogue = ENGLISH, policyLanguage = catalogue.language): Voice {
  const complete = { ...catalogue, fallback: { ...messages, ...catalogue.fallback } };
  const { language, direction } = catalogue;
  return {
    language,
    direction,
    languageOf: () => policyLanguage,
    say: (text, values) => say(typeof text === 'string' ? { key: text, values } : text, complete),
  };
}
