import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { builtBundle } from '../scripts/kept-build.mjs';

/** A folder for each run, so that two runs at once don't sweep each other's bundles away. */
const OUT = `.cache/element-tests/${process.pid}`;

/**
 * Bundles the element tests, with what they share in common chunks. Loading some bundles takes half the time of
 * loading every module of Lit, zod and date-fns anew in three engines; and the source condition, TypeScript and JSON
 * are esbuild's business alone.
 *
 * @param {string[]} files
 * @returns {Promise<string>} a glob for the bundles
 */
export async function bundleElementTests(files) {
  process.on('exit', () => rmSync(OUT, { recursive: true, force: true }));
  await build({
    entryPoints: files,
    inject: ['test/fail-on-violation.ts'],
    outdir: OUT,
    outbase: '.',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source'],
    define: {
      'process.env.NODE_ENV': '"development"',
      'process.env.KEPT_BUNDLE': JSON.stringify(builtBundle() ?? ''),
    },
    sourcemap: 'inline',
    external: ['/__web-*'],
    logLevel: 'warning',
  });
  return `${OUT}/**/*.browser-test.js`;
}
