import type { Keyed, Values } from './text.ts';

export type { Values };

/** What a message can use to say its values in its language. */
export interface Speaker {
  /** '27 November 2026' from a civil date. */
  readonly date: (civilDate: string) => string;
  /** 'Friday 27 November 2026' from a civil date. */
  readonly day: (civilDate: string) => string;
  /** The form for this number; `#` in it stands for the number. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** Another message of the same catalogue. */
  readonly say: (text: Keyed) => string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** A pattern with `{name}` for values, or a function where a value, or a text inside, needs more than being put in. */
export type Message = string | ((values: Values, speaker: Speaker, texts: readonly Keyed[]) => string);
export type Messages = Readonly<Record<string, Message>> & {
  /** A pattern, said of an adult in place of a child. */
  readonly adults?: (values: Values) => string;
};

/** How a language writes dates and chooses plurals. */
export interface Formats extends Pick<Speaker, 'date' | 'day'> {
  readonly rule: (count: number) => Intl.LDMLPluralRule;
}

/** Everything the kit says, in one language. */
export interface Catalogue {
  /** A BCP 47 tag. */
  readonly language: string;
  /** The direction of its script. */
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
  /** Its dates and plurals, where browsers may know them too little: they leave out smaller languages. */
  readonly formats?: Formats;
  /** It is adults that are spoken of: what a pattern says of a child goes through the message `adults` first. */
  readonly ofAdults?: boolean;
  /** Said where `messages` lacks a key. */
  readonly fallback?: Messages;
}
