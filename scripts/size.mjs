// Measures what a page must load before it can start, in brotli bytes of the built packages, against size-budgets.json.
// What is imported dynamically comes later and is not counted. A pending budget may name files that are not written yet.

import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

if (!existsSync('packages/elements/dist')) {
  console.error('There is nothing to measure: run npm run build first.');
  process.exit(1);
}

for (const entry of JSON.parse(readFileSync('size-budgets.json', 'utf8'))) {
  const size = await measure(entry);
  const within = !(size > entry.budget);
  console.log(`${within ? 'ok  ' : 'OVER'} ${describe(size)} of ${describe(entry.budget)}  ${entry.name}`);
  if (!within) process.exitCode = 1;
}

async function measure({ code, pending }) {
  try {
    return await startSize(code.join('\n'));
  } catch (error) {
    if (pending && error.errors?.every(({ text }) => text.startsWith('Could not resolve'))) return NaN;
    throw error;
  }
}

async function startSize(code) {
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
  const sizes = [...staticImports(metafile.outputs)].map((path) => brotliSize(contents, path));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function brotliSize(contents, output) {
  const [, bytes] = [...contents].find(([path]) => path.replaceAll('\\', '/').endsWith(`/${output}`));
  return brotliCompressSync(bytes).length;
}

/** The entry's output and every output that it imports statically, at any depth. */
function staticImports(outputs) {
  const [entry] = Object.keys(outputs).filter((path) => outputs[path].entryPoint === 'entry.js');
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path].imports) {
      if (kind === 'import-statement') found.add(imported);
    }
  }
  return found;
}

function describe(size) {
  return (Number.isNaN(size) ? 'not yet' : size.toLocaleString('en-GB')).padStart(7);
}
