// Bundles intake, and a program of bench that works with it, and runs that: processes that come and go have to start quickly.

import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const [name, ...args] = process.argv.slice(2);
const outdir = `packages/intake/.cache/${name}`;
await build({
  entryPoints: { intake: 'packages/intake/src/bin.ts', [name]: `bench/${name}.ts` },
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
process.exitCode = spawnSync(process.execPath, [`${outdir}/${name}.mjs`, ...args], { stdio: 'inherit' }).status ?? 1;

/** What is of other packages is loaded as they are. */
function keepOthersOut({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || path.startsWith('@escalation-kit/') ? undefined : { path, external: true },
  );
}
