import type { MessageKey } from './message-key.ts';

/**
 * A text before it is in a language: the key of a message and what goes into it. The engine returns these; the
 * catalogues say them. Words of a policy or a person are values, never keys, and the text tells which values they are:
 * whoever shows it must mark their language, and must not take them for the kit's own.
 */
export type Text = Keyed<MessageKey>;

/** A text by any key: what a catalogue, which has some areas only, is asked to say. */
export interface Keyed<Key extends string = string> {
  readonly key: Key;
  readonly values?: Values | undefined;
  /** The names of the values that are words of the policy: they keep their language, whatever the sentence is in. */
  readonly own?: readonly string[];
  /** The names of the values that a person typed or a host put in. */
  readonly typed?: readonly string[];
  /** The names of the values that are numbers to call: whoever shows the text makes links of them. */
  readonly phones?: readonly string[];
  /** Texts inside it, in the order in which its message expects them. */
  readonly texts?: readonly Keyed<Key>[];
}

export type Values = Readonly<Record<string, string | number>>;

/** Words of the policy and nothing else. */
export function ofPolicy(text: string): Text {
  return { key: 'policy', values: { text }, own: ['text'] };
}

/** What a person typed, or a host put in, and nothing else. */
export function typed(text: string): Text {
  return { key: 'typed', values: { text }, typed: ['text'] };
}
