import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Mutation tests of the engine, part by part: `npm run mutation [part…]`; all five take less than an hour on two cores.
 * Fails under the score that the project keeps. `.cache/mutation` has what survived, where and how it was broken.
 */
const PARTS = ['calendar', 'policy', 'case', 'record', 'form'];
const SCORE = 90;

const parts = process.argv.length > 2 ? process.argv.slice(2) : PARTS;
const unknown = parts.find((part) => !PARTS.includes(part));
if (unknown) throw new Error(`No part is called ${unknown}: ${PARTS.join(', ')}`);

const tally = { found: 0, all: 0 };
for (const part of parts) {
  const run = spawnSync('npx', ['stryker', 'run'], { stdio: 'inherit', env: { ...process.env, PART: part } });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
for (const part of parts) {
  const { files } = JSON.parse(readFileSync(`.cache/mutation/${part}.json`, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const all = found + count('Survived', 'NoCoverage');
  tally.found += found;
  tally.all += all;
  console.log(`${part.padEnd(10)} ${score(found, all)}  ${found} of ${all} found, ${all - found} survived`);
}
console.log(`${'together'.padEnd(10)} ${score(tally.found, tally.all)}  (to keep: ${SCORE})`);
if ((100 * tally.found) / tally.all < SCORE) process.exitCode = 1;

function score(found, all) {
  return ((100 * found) / all).toFixed(1);
}
