import type { Text } from '../text/text.ts';

/** 'Label: what it says'. A question says by itself that an answer follows. */
export function labelled(label: Text, says: Text): Text {
  return { key: 'export.labelled', texts: [label, says] };
}

/** 'one; another' */
export function several(texts: readonly Text[]): Text {
  return { key: 'export.several', texts };
}

/** 'one, with what belongs to it' */
export function together(texts: readonly Text[]): Text {
  return { key: 'export.together', texts };
}

/** 'one (with a note, and another)' */
export function noted(what: Text, notes: readonly Text[]): Text {
  return notes.length === 0 ? what : { key: 'export.noted', texts: [what, ...notes] };
}
