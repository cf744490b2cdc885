import type { Section } from '../../document/document.ts';
import { clauseAnchor, own, said, type Explained } from '../explained.ts';
import { restingOn } from '../resting-on.ts';
import { verbWords } from '../verb-words.ts';
import { answerLines } from './open.ts';

/** Each clause with its place in the source, what it asks, what rests on it, and what is noted of it. */
export function clausesSection({ policy }: Explained): Section {
  const resting = restingOn(policy);
  const rows = Object.entries(policy.clauses).map(([id, { place, passage, says, verb, notes = [] }]) => ({
    id: clauseAnchor(id),
    cells: [
      { code: id },
      { lines: [own(place), passage && 'quote' in passage ? ['“', own(passage.quote), '”'] : ''] },
      { lines: [own(says), verbWords(verb)] },
      { lines: resting.get(id) ?? ['Nothing'] },
      {
        lines: notes.flatMap((note) => [
          [`${said(`summary.kind.${note.kind}`)}: `, own(note.text)],
          ...answerLines(note),
        ]),
      },
    ],
  }));
  const head = ['Clause', 'Place in the source', 'What it asks, in our words', 'What rests on it', 'Noted'];
  return {
    id: 'clauses',
    title: 'Clauses',
    blocks: [{ table: { caption: 'Every clause of the policy', head, rows } }],
  };
}
