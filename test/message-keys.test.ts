import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { en, loadCatalogue } from '@escalation-kit/core/text';

/*
 * What types cannot hold. That a text's key is one that there is, and that there is one for each member of a closed set,
 * is held by `MessageKey` (packages/core/src/text/message-key.test.ts shows the refusals).
 */

const cy = (await loadCatalogue('cy'))!;
/** Those without an area are said by every other. */
const known = Object.keys(en.messages).filter((key) => key.includes('.'));
const sources = globSync('packages/*/src/**/*.ts', { ignore: ['**/*test.ts', '**/text/{en,cy}/*.ts'] });
const catalogues = globSync('packages/core/src/text/en/*.ts');

/** What begins the key of a message: the areas, such as `form.`. */
const AREAS = [...new Set(known.map((key) => key.split('.')[0]!))];
const KEY = new RegExp(`(['"\`])((?:${AREAS.join('|')})\\.[A-Za-z0-9.$\\-{}()_?:' ]+?)\\1`, 'g');

/** The keys written in a file; a pattern where a part of one is put in. */
function written(file: string): (string | RegExp)[] {
  return [...readFileSync(file, 'utf8').matchAll(KEY)].map(([, , key = '']) =>
    key.includes('${') ? new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}+/g, '.+')}$`) : key,
  );
}

describe('the keys of messages', () => {
  const used = [...sources, ...catalogues].flatMap((file) =>
    written(file).map((key) => ({ file, key, isCatalogue: file.includes('/text/en/') })),
  );

  test('are the same in Welsh', () => {
    expect(Object.keys(cy.messages).sort()).toEqual(Object.keys(en.messages).sort());
  });

  // Catalogues say one another's messages by any key: they have some areas only.
  test('that a catalogue says are there', () => {
    const missing = used.filter(
      ({ isCatalogue, key }) =>
        isCatalogue && !(typeof key === 'string' ? known.includes(key) : known.some((each) => key.test(each))),
    );
    expect(missing).toEqual([]);
  });

  test('that are there are used', () => {
    const outside = used.filter(({ isCatalogue }) => !isCatalogue);
    const said = used.filter(({ isCatalogue, key }) => isCatalogue && typeof key !== 'string');
    const uses = [...outside, ...said];
    expect(
      known.filter((name) => !uses.some(({ key }) => (typeof key === 'string' ? key === name : key.test(name)))),
    ).toEqual([]);
  });

  test('of words of others are written in one place', () => {
    const wrong = sources.filter(
      (file) => !file.endsWith('/text/text.ts') && /key: '(policy|typed)'/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
