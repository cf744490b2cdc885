import { NOTE_KINDS, type NoteKind, type Policy } from '@escalation-kit/core/policy';
import type { Block, Inline, Section } from '../../document/document.ts';
import { clauseLinks, own, type Explained } from '../explained.ts';

/** What the source leaves open, and what was made of it. */
export function openSection({ policy }: Explained): Section {
  const notes = notesOf(policy);
  const blocks = NOTE_KINDS.flatMap((kind) => tableOf(kind, notes));
  const none: Block = { paragraph: 'Nothing was noted.' };
  return { id: 'open', title: 'What the source leaves open', blocks: blocks.length > 0 ? blocks : [none] };
}

export const NOTE_WORDS: Readonly<Record<NoteKind, string>> = {
  silent: 'The source is silent',
  contradiction: 'The source contradicts itself',
  illegible: 'It cannot be read',
  'only-in-diagram': 'It stands in a diagram alone',
  ambiguous: 'It can be read in more than one way',
  'our-reading': 'How we read it',
  'out-of-date': 'It is out of date',
};

interface Noted {
  readonly kind: NoteKind;
  readonly text: string;
  readonly place: Inline;
  readonly clause: string | null;
}

function notesOf({ provenance, clauses }: Policy): Noted[] {
  return [
    ...(provenance.notes ?? []).map((note) => ({ ...note, place: 'The document as a whole', clause: null })),
    ...Object.entries(clauses).flatMap(([clause, { place, notes = [] }]) =>
      notes.map((note) => ({ ...note, place: own(place), clause })),
    ),
  ];
}

function tableOf(kind: NoteKind, notes: readonly Noted[]): Block[] {
  const found = notes.filter((note) => note.kind === kind);
  if (found.length === 0) return [];
  const rows = found.map(({ text, place, clause }) => ({
    cells: [place, own(text), clauseLinks(clause === null ? [] : [clause])],
  }));
  return [{ table: { caption: NOTE_WORDS[kind], head: ['Place in the source', 'Note', 'Clause'], rows } }];
}
