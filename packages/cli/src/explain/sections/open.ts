import { openPoints, type OpenPoints } from '@escalation-kit/core/views';
import type { Block, Section } from '../../document/document.ts';
import { clauseLinks, own, said, type Explained } from '../explained.ts';

/** What the source leaves open, and what was made of it. */
export function openSection({ policy }: Explained): Section {
  const blocks = openPoints(policy).map(tableOf);
  const none: Block = { paragraph: 'Nothing was noted.' };
  return { id: 'open', title: 'What the source leaves open', blocks: blocks.length > 0 ? blocks : [none] };
}

function tableOf({ kind, notes }: OpenPoints): Block {
  const rows = notes.map(({ text, sources }) => ({
    cells: [
      sources.length === 0 ? 'The document as a whole' : { lines: sources.map(({ place }) => own(place)) },
      own(text),
      clauseLinks(sources.map(({ clause }) => clause)),
    ],
  }));
  return { table: { caption: said(`summary.kind.${kind}`), head: ['Place in the source', 'Note', 'Clause'], rows } };
}
