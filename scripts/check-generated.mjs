// Each generated document is made anew; where the one in the repository differs, or a clause lacks data or a test, the
// check of its generator fails.

import { spawnSync } from 'node:child_process';

/** npm scripts that take `--check`. */
const GENERATORS = ['clauses', 'schema'];

for (const script of GENERATORS) {
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', '--check'], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
