import type { Text, Values } from './text.ts';

/** Neighbouring words of a said text that come from the same source. */
export interface Run {
  readonly text: string;
  /** Whose words they are: the kit's, the policy's, or a person's; or that they are a number to call. */
  readonly from: 'kit' | 'policy' | 'typed' | 'phone';
  /** Their language where it is known to be another than that of the words around them. */
  readonly language: string | null;
}

/** What says texts, in a language, about what a policy says in perhaps another. */
export interface Voice {
  /** A BCP 47 tag. */
  readonly language: string;
  /** That of words of the policy, which may be in more than one: see the policy's `inLanguage`. */
  readonly languageOf: (words: string) => string;
  readonly say: (text: Text) => string;
}

/**
 * A text said as runs, for whoever shows where words change their language or their author. All runs together are what
 * `say` says.
 */
export function runsOf(text: Text, { say, language, languageOf }: Voice): readonly Run[] {
  if (!isMixed(text)) return [{ text: say(text), from: 'kit', language: null }];
  return say(marked(text))
    .split(MARKED)
    .flatMap((words, at, all): Run[] => {
      // Each match adds its mark and its words to what stands between matches.
      if (words === '' || at % 3 === 1) return [];
      // A message that cut a value in pieces leaves marks that match nothing.
      if (at % 3 === 0) return [{ text: words.replace(MARKS, ''), from: 'kit', language: null }];
      const mark = all[at - 1];
      if (mark !== POLICY) return [{ text: words, from: mark === TYPED ? 'typed' : 'phone', language: null }];
      return [{ text: words, from: 'policy', language: otherThan(language, languageOf(words)) }];
    });
}

/** A language where it is another than the one spoken; dialects of one are one. */
export function otherThan(spoken: string, language: string): string | null {
  return primary(language) === primary(spoken) ? null : language;
}

function primary(language: string): string | undefined {
  return language.toLowerCase().split('-')[0];
}

/**
 * What stands around words of others while a sentence is made of them. Messages put values in, and some look at them,
 * so that the marks go along with the words. They are private to whoever uses them: no text has them.
 */
const [POLICY, TYPED, PHONE, END] = ['\uE000', '\uE001', '\uE002', '\uE003'];
const MARKED = /([\uE000-\uE002])([^\uE000-\uE003]*)\uE003/;
const MARKS = /[\uE000-\uE003]/g;

function isMixed({ own, typed, phones, texts }: Text): boolean {
  return Boolean(own?.length || typed?.length || phones?.length || texts?.some(isMixed));
}

function marked(text: Text): Text {
  const { values, own, typed, phones, texts } = text;
  const mark = (name: string) =>
    own?.includes(name) ? POLICY : typed?.includes(name) ? TYPED : phones?.includes(name) ? PHONE : undefined;
  return {
    ...text,
    ...(values && { values: markedValues(values, mark) }),
    ...(texts && { texts: texts.map(marked) }),
  };
}

function markedValues(values: Values, mark: (name: string) => string | undefined): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const plain = typeof value === 'string' ? value.replace(MARKS, '') : value;
      const before = mark(name);
      return [name, before ? `${before}${plain}${END}` : plain];
    }),
  );
}
