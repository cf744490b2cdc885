import type { Speaker, Values } from './catalogue.ts';
import type { Keyed } from './text.ts';

/*
 * Texts put together with signs alone, which the kit's languages have in common.
 */

/** 'Label: what it says' */
export function labelled(_: Values, { say }: Speaker, texts: readonly Keyed[]): string {
  const [label = '', text = ''] = texts.map(say);
  return `${label}${QUESTION.test(label) ? '' : ':'} ${text}`;
}

/** It says by itself that an answer follows, whatever stands after its mark. */
const QUESTION = /\?\W*$/;

/** 'one; another' */
export function several(_: Values, { say }: Speaker, texts: readonly Keyed[]): string {
  return texts.map(say).join('; ');
}

/** 'one, with what belongs to it' */
export function together(_: Values, { say }: Speaker, texts: readonly Keyed[]): string {
  return texts.map(say).join(', ');
}

/** 'one (with a note, and another)' */
export function noted(_: Values, { say }: Speaker, texts: readonly Keyed[]): string {
  const [what = '', ...notes] = texts.map(say);
  return `${what} (${notes.join(', ')})`;
}

/** 'Stage 2: a reply is due (Policy)' from a stage, a policy and what is due. */
export function dateLine({ stage, policy }: Values, { say }: Speaker, texts: readonly Keyed[]): string {
  const what = texts.map(say).join('');
  const line = stage === undefined ? what.charAt(0).toUpperCase() + what.slice(1) : `${stage}: ${what}`;
  return `${line} (${policy})`;
}
