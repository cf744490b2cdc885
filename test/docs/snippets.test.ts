import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fencedBlocks } from './fenced-blocks.ts';

const FOLDER = '.cache/snippets';
const snippets = fencedBlocks(readFileSync('docs/getting-started/developers.md', 'utf8'), 'js');

beforeAll(() => mkdirSync(FOLDER, { recursive: true }));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

test.each(snippets)('the snippet at line $line prints what stands beside it', async ({ line, code }) => {
  const file = `${process.cwd()}/${FOLDER}/line-${line}.mjs`;
  writeFileSync(file, code);
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(/* @vite-ignore */ file);
  const printed = print.mock.calls.map((values) => values.map(inWords).join(' '));
  print.mockRestore();
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words);
  expect(printed).toEqual(promised);
  expect(promised).not.toEqual([]);
});

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
