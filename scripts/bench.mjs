import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

/** Bundles a benchmark first: run by a transforming loader, small functions cost several times what they do in use. */
const [name] = process.argv.slice(2);
const outfile = `.cache/bench/${name}.mjs`;
await build({
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['source'],
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
