import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const PACKAGES: Record<string, readonly string[]> = {
  core: [],
  policies: ['core'],
  elements: ['core', 'policies'],
  cli: ['core', 'policies'],
  intake: ['core', 'policies'],
};

const CORE_FOLDERS: Record<string, readonly string[]> = {
  text: [],
  calendar: ['text'],
  policy: ['calendar', 'text'],
  record: [],
  case: ['record', 'policy', 'calendar', 'text'],
  views: ['case', 'record', 'policy', 'calendar', 'text'],
  submission: ['views', 'case', 'record', 'policy', 'calendar', 'text'],
  form: ['submission', 'views', 'case', 'record', 'policy', 'calendar', 'text'],
  export: ['form', 'submission', 'views', 'case', 'record', 'policy', 'calendar', 'text'],
};

test('packages import only what lies below them', () => {
  const wrong = imports('packages/*/src').filter(({ file, specifier }) => {
    const to = /^@escalation-kit\/([^/]+)/.exec(specifier)?.[1];
    const from = file.split('/')[1] ?? '';
    return to !== undefined && to !== from && !PACKAGES[from]?.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('folders of core import only what lies below them', () => {
  const wrong = imports('packages/core/src').filter(({ file, specifier }) => {
    const to = coreFolder(specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : '');
    const from = coreFolder(file);
    return from !== undefined && to !== undefined && to !== from && !CORE_FOLDERS[from]?.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('what stands above the case sees it through its front door', () => {
  const above = new Set(Object.keys(CORE_FOLDERS).filter((folder) => CORE_FOLDERS[folder]!.includes('case')));
  const wrong = imports('packages/core/src').filter(({ file, specifier }) => {
    const to = normalize(join(dirname(file), specifier));
    return above.has(coreFolder(file) ?? '') && coreFolder(to) === 'case' && !to.endsWith('/case/index.ts');
  });
  expect(wrong).toEqual([]);
});

test('core knows neither Lit nor Node', () => {
  expect(imports('packages/core/src').filter(({ specifier }) => /^(lit|@lit|node:)/.test(specifier))).toEqual([]);
});

function imports(folder: string) {
  return globSync(`${folder}/**/*.ts`, { ignore: '**/*test.ts' }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier = '']) => ({
      file,
      specifier,
    })),
  );
}

function coreFolder(path: string): string | undefined {
  return /packages\/core\/src\/([^/]+)\//.exec(path)?.[1];
}
