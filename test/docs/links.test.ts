import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const DOCUMENTS = ['README.md', ...globSync('docs/**/*.md')];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  test('leads to what is there', () => {
    const links = [...text.matchAll(/(?:\]\(|src=")([^)"#\s]+)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !/^(\w+:|\/)/.test(link) && !existsSync(join(dirname(document), link)));
    expect(broken).toEqual([]);
  });

  test('names commands that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
