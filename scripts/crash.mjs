// Bundles intake and what torments it, and runs it: processes that come and go have to start quickly.

import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const outdir = 'packages/intake/.cache/crash';
await build({
  entryPoints: { intake: 'packages/intake/src/bin.ts', crash: 'bench/crash-intake.ts' },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['source'],
  plugins: [{ name: 'ours', setup: keepOthersOut }],
  logLevel: 'warning',
});
const args = [`${outdir}/crash.mjs`, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

/** What is of other packages is loaded as they are. */
function keepOthersOut({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || path.startsWith('@escalation-kit/') ? undefined : { path, external: true },
  );
}
