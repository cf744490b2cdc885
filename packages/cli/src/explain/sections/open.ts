import { indexOf, NOTE_KINDS, type Note, type Policy } from '@escalation-kit/core/policy';
import type { Block, Inline, Row, Section } from '../../document/document.ts';
import { clauseLinks, dateWords, own, said, type Explained } from '../explained.ts';

/** What the source leaves open, what was made of it, and what the partnership is asked and answered. */
export function openSection({ policy }: Explained): Section {
  const blocks = NOTE_KINDS.flatMap((kind): Block[] => {
    const rows = notesOf(policy).flatMap(({ note, clause }) =>
      note.kind === kind ? [rowOf(note, clause, policy)] : [],
    );
    const head = ['Place in the source', 'Note', 'Clause'];
    return rows.length > 0 ? [{ table: { caption: said(`summary.kind.${kind}`), head, rows } }] : [];
  });
  const none: Block = { paragraph: 'Nothing was noted.' };
  return { id: 'open', title: 'What the source leaves open', blocks: blocks.length > 0 ? blocks : [none] };
}

/** What is asked about a note, and what was answered, by whom and when. */
export function answerLines({ question, answer }: Note): Inline[] {
  return [
    question === undefined ? '' : ['Question: ', own(question)],
    answer ? ['Answer: ', own(answer.text), ` (${answer.by}, ${dateWords(answer.on)})`] : '',
    question !== undefined && !answer ? 'Not answered yet' : '',
  ];
}

interface Noted {
  readonly note: Note;
  /** Null for what is open in the document as a whole. */
  readonly clause: string | null;
}

function notesOf({ provenance, clauses }: Policy): Noted[] {
  return [
    ...(provenance.notes ?? []).map((note) => ({ note, clause: null })),
    ...Object.entries(clauses).flatMap(([clause, { notes = [] }]) => notes.map((note) => ({ note, clause }))),
  ];
}

function rowOf(note: Note, clause: string | null, policy: Policy): Row {
  const place = clause === null ? undefined : indexOf(policy).clauses.get(clause)?.place;
  return {
    cells: [
      place === undefined ? 'The document as a whole' : own(place),
      { lines: [own(note.text), ...answerLines(note)] },
      clauseLinks(clause === null ? [] : [clause]),
    ],
  };
}
