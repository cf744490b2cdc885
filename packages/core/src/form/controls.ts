import type { Text } from '../text/text.ts';
import type { Field, Note, Option, Page } from './page.ts';

/*
 * What whoever writes a form down goes by, element or server: in HTML of their own, under the same ids, with the same
 * choices and words.
 */

/** The id of the control that an error of this field leads to. @param part of a date or of choices, from 0 */
export function controlId({ name, kind }: Field, part = 0): string {
  return kind === 'text' || kind === 'long-text' || kind === 'tick' || kind === 'time' ? name : `${name}-${part}`;
}

/** Whether a field has several controls, which its label heads as a group. */
export function isGroup({ kind }: Field): boolean {
  return kind === 'radios' || kind === 'checkboxes' || kind === 'yes-no' || kind === 'date';
}

/** What is chosen among. */
export function choicesOf({ kind, options = [] }: Field): readonly Option[] {
  return kind === 'yes-no' ? YES_NO : options;
}

const YES_NO: readonly Option[] = (['yes', 'no'] as const).map((value) => ({ value, label: { key: `form.${value}` } }));

/** Its label, which says of a text that it can be left out. @param say says the label itself */
export function labelOf({ label, missing, unless, kind, expected }: Field, say: (text: Text) => string): Text {
  const isOptional = !missing && !unless && !expected && (kind === 'text' || kind === 'long-text');
  if (!isOptional) return label;
  return { key: 'form.optional', values: { label: say(label) }, ...(label.key === 'policy' && { own: ['label'] }) };
}

/** Whether a note is of danger and stands before the page's question: on a page that is there to be read it is read. */
export function standsFirst({ kind }: Note, { fields }: Page): boolean {
  return kind === 'immediate-danger' && fields[0]?.kind !== 'notice';
}
