// Measures the built packages in brotli bytes, against size-budgets.json: what a page must load before it can start
// (`first`), and that with all that follows when the elements are used in English under one bundled policy (`all`).
// Left out of both: what only a policy of the host's own needs, the other policies and calendars, and Welsh.

import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

if (!existsSync('packages/elements/dist')) {
  console.error('There is nothing to measure: run npm run build first.');
  process.exit(1);
}

for (const { name, code, first, all } of JSON.parse(readFileSync('size-budgets.json', 'utf8'))) {
  const sizes = await measure(code.join('\n'));
  report(`${name}, first`, sizes.first, first);
  report(`${name}, in all`, sizes.all, all);
}

function report(name, size, budget) {
  console.log(`${size > budget ? 'OVER' : 'ok  '} ${describe(size)} of ${describe(budget)}  ${name}`);
  if (size > budget) process.exitCode = 1;
}

async function measure(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: '.', sourcefile: 'entry.js' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    outdir: 'out',
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const contents = new Map(outputFiles.map((file) => [file.path, file.contents]));
  const total = (outputs) => [...outputs].reduce((sum, path) => sum + brotliSize(contents, path), 0);
  return {
    first: total(reached(metafile.outputs, ['import-statement'])),
    all: total(reached(metafile.outputs, ['import-statement', 'dynamic-import'])),
  };
}

function brotliSize(contents, output) {
  const [, bytes] = [...contents].find(([path]) => path.replaceAll('\\', '/').endsWith(`/${output}`));
  return brotliCompressSync(bytes).length;
}

/** The entry's output and every output that it leads to by such imports, at any depth. */
function reached(outputs, kinds) {
  const [entry] = Object.keys(outputs).filter((path) => outputs[path].entryPoint === 'entry.js');
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path].imports) {
      if (kinds.includes(kind) && !isElse(outputs[imported]?.entryPoint)) found.add(imported);
    }
  }
  return found;
}

/** What another policy, another calendar, another language or a policy of the host's own would need. */
function isElse(entryPoint = '') {
  return /policy\/parse|text\/cy|bank-holidays\/(scotland|northern)|policies\/dist\/(?!barnsley)/.test(entryPoint);
}

function describe(size) {
  return size.toLocaleString('en-GB').padStart(7);
}
