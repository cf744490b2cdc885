import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the designers’ guide has each token, with what it is unless set', () => {
  const styles = readFileSync('packages/elements/src/kit/kit-styles.ts', 'utf8');
  const guide = readFileSync('docs/getting-started/designers.md', 'utf8');
  const read = [...styles.matchAll(/var\((--ek-[\w-]+), ([^)]+)\)/g)].map(([, token, value]) => [token, value]);
  const told = [...guide.matchAll(/^\| `(--ek-[\w-]+)` \| (?:the page's|`([^`]+)`) \|/gm)].map(([, token, value]) => [
    token,
    value ?? 'inherit',
  ]);
  expect(told).toEqual(read);
});
