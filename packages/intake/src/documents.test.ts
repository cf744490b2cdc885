import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const HERE = new URL('.', import.meta.url);

/** The last cell of each line of a page's table: where a test is, and how its name begins. */
function namedTests(page: string): string[][] {
  const text = readFileSync(new URL(`../../../docs/intake/${page}`, HERE), 'utf8');
  return [...text.matchAll(/\| ([\w/-]+\.test\.ts): ([^|]+) \|$/gm)].map(([, file, name]) => [file!, name!]);
}

test.each(['threats.md', 'hazards.md'])('each line of %s names a test that is there', (page) => {
  const named = namedTests(page);
  const lines = readFileSync(new URL(`../../../docs/intake/${page}`, HERE), 'utf8').match(/^\| (?!threat|hazard)/gm);
  expect(named).toHaveLength(lines!.length);
  for (const [file, name] of named) {
    const text = readFileSync(new URL(file!, HERE), 'utf8').replace(/\btest\(\s+'/g, `test('`);
    expect(text, `${file}: ${name}`).toContain(`test('${name}`);
  }
});
