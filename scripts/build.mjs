// Builds dist/ of every package: first the JavaScript, then the types, from the lowest package up.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const PACKAGES = ['core', 'policies', 'elements', 'cli', 'intake'];

for (const name of PACKAGES) rmSync(`packages/${name}/dist`, { recursive: true, force: true });
run('rollup', '--config', '--failAfterWarnings');
for (const name of PACKAGES) emitTypes(`packages/${name}`);

/** Without the source condition a package sees the built types of those below it, as its users will. */
function emitTypes(folder) {
  const emit = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--declarationMap'];
  const folders = ['--rootDir', `${folder}/src`, '--outDir', `${folder}/dist`];
  run('tsc', '--project', folder, ...emit, ...folders, '--customConditions', 'null');
}

function run(command, ...args) {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
