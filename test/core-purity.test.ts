import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

/** The sources of core, without what is said in comments. */
const SOURCES = globSync('packages/core/src/**/*.ts', { ignore: '**/*.test.ts' }).map((file) => ({
  file,
  code: readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
}));

const found = (pattern: RegExp) => SOURCES.filter(({ code }) => pattern.test(code)).map(({ file }) => file);

test('nothing in core reads the clock', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  expect(found(/\bDate\.(now|parse)\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bsetTimeout\b|\bsetInterval\b/)).toEqual(
    [],
  );
});

test('nothing in core touches a page', () => {
  // A policy has a document too; that of a page is known by what is asked of it.
  expect(
    found(/\bdocument\.(query|create|get|add|body)|\b(window|navigator|localStorage|customElements)\s*[.[]/),
  ).toEqual([]);
});
