import { readFileSync } from 'node:fs';
import { checkPolicy } from '@escalation-kit/core/parse';
import { expect, it } from 'vitest';
import { changed } from '../conformance/changed-policy.ts';

const page = readFileSync('docs/clocks-and-events.md', 'utf8');
const pieces = [...page.matchAll(/^```json (clock|duty)\n([^]*?)^```$/gm)].map(([, kind, code]) => {
  const piece = JSON.parse(code!) as { id: string };
  return { kind: kind!, id: piece.id, piece };
});

const ask = (id: string, kind: string) => ({
  id,
  kind,
  label: 'When?',
  clauses: ['small.talk'],
  stages: ['talk'],
  verb: 'may',
});

it.each(pieces)('the $kind ‘$id’ can be copied into a policy of format 2', ({ kind, piece }) => {
  const { faults } = checkPolicy(
    changed({
      format: 2,
      'asks/1': ask('decided-on', 'date'),
      'asks/2': ask('told-at', 'date-time'),
      ...(kind === 'clock' ? { 'stages/0/clocks/1': piece } : { 'duties/3': piece }),
    }),
  );
  expect(faults).toBeUndefined();
});

it('there are pieces of both kinds', () => {
  expect(new Set(pieces.map(({ kind }) => kind))).toEqual(new Set(['clock', 'duty']));
});
