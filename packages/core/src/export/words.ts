import type { EventOf } from '../case/index.ts';
import type { Catalogue, Speaker } from '../text/catalogue.ts';
import { speakingOf } from '../text/about.ts';
import { deadline } from '../text/en/deadline.ts';
import { engine } from '../text/en/engine.ts';
import { exportTexts } from '../text/en/export.ts';
import { say, speakerOf } from '../text/say.ts';
import type { Text } from '../text/text.ts';
import { eventsOf, type ExportSource } from './source.ts';

/** Words of an export in its language, and whose they are: the kit's, the policy's, or a person's. */
export interface Words {
  readonly text: string;
  readonly from: 'kit' | 'policy' | 'typed';
}

/** What an export says everything with. */
export interface Voice {
  readonly catalogue: Catalogue;
  readonly speaker: Speaker;
  /** A message of the catalogue. */
  readonly say: (key: string, values?: Text['values']) => string;
  /** The same as words of the kit. */
  readonly kit: (key: string, values?: Text['values']) => Words;
}

const messages = { ...deadline, ...engine, ...exportTexts };

/** English, with what exports say and no more. */
export const ENGLISH: Catalogue = { language: 'en', direction: 'ltr', messages };

/** The voice of a catalogue, for what is told of a case; what it lacks is said in English. */
export function voiceOf(language: Catalogue, source?: Pick<ExportSource, 'policy' | 'record'>): Voice {
  const catalogue = source ? speakingOf(language, source.policy, openingOf(source)) : language;
  let voice = voices.get(catalogue);
  if (!voice) {
    const complete = { ...catalogue, fallback: { ...messages, ...catalogue.fallback } };
    const speak: Voice['say'] = (key, values) => say({ key, ...(values && { values }) }, complete);
    const kit: Voice['kit'] = (key, values) => ({ text: speak(key, values), from: 'kit' });
    voice = { catalogue: complete, speaker: speakerOf(complete), say: speak, kit };
    voices.set(catalogue, voice);
  }
  return voice;
}

const voices = new WeakMap<Catalogue, Voice>();

function openingOf({ record }: Pick<ExportSource, 'record'>): EventOf<'opened'> | undefined {
  return eventsOf(record).find((event) => event?.type === 'opened');
}

/** Words of the policy. */
export function ofPolicy(text: string): Words {
  return { text, from: 'policy' };
}

/** What a person typed, or a host put in. */
export function typed(text: string): Words {
  return { text, from: 'typed' };
}

/** A text of the engine. It may pass on the policy's words, or hold what a person gave as the reason for a date. */
export function spoken({ key, values }: Text, voice: Voice): Words {
  const from = key === 'policy' ? 'policy' : key.startsWith('candidate.') ? 'typed' : 'kit';
  return { text: voice.say(key, values), from };
}
