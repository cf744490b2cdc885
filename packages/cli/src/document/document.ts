/*
 * A document before it is Markdown or HTML. What it is made of is data, so that no text of a policy can become markup:
 * only the renderers write markup, and they escape every text.
 */

/** Text within a line. */
export type Inline =
  | string
  | readonly Inline[]
  | { readonly strong: Inline }
  | { readonly code: string }
  /** The policy's own words, which may be in another language than the document. */
  | { readonly own: string }
  /** `href`: an address, or `#` and the id of a section or row. */
  | { readonly link: Inline; readonly href: string }
  /** One below the other. */
  | { readonly lines: readonly Inline[] };

export interface Row {
  /** To be linked to. */
  readonly id?: string;
  /** The first says what the row is about. */
  readonly cells: readonly Inline[];
}

export interface Table {
  readonly caption: Inline;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

export interface Section {
  readonly id: string;
  readonly title: Inline;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly paragraph: Inline }
  | { readonly list: readonly Inline[]; readonly ordered?: boolean }
  /** Names with what belongs to them. */
  | { readonly terms: readonly (readonly [name: string, Inline])[] }
  | { readonly table: Table }
  /** Lines to be filled in by hand. */
  | { readonly blanks: readonly string[] }
  | { readonly section: Section };

export interface Document {
  /** A BCP 47 tag. */
  readonly language: string;
  /** The language of the texts marked as `own`. */
  readonly ownLanguage: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** Addresses that a document links to; anything else stays text. */
export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|#)/i.test(href);
}

/** Whether a text stands in an inline at all. */
export function isEmpty(inline: Inline): boolean {
  if (typeof inline === 'string') return inline === '';
  if ('lines' in inline) return inline.lines.every(isEmpty);
  return Array.isArray(inline) && inline.every(isEmpty);
}
