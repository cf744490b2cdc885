import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Mutation tests of the engine, part by part: `npm run mutation [part…]`; all five take less than an hour on two cores.
 * `--one-in=8` tries every eighth change only, for an estimate in minutes.
 * Fails under the score that the project keeps. `.cache/mutation` has what survived, where and how it was broken.
 */
const PARTS = ['calendar', 'policy', 'case', 'record', 'form'];
const SCORE = 90;

const oneIn = process.argv.find((word) => word.startsWith('--one-in='))?.slice('--one-in='.length) ?? '1';
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const parts = named.length > 0 ? named : PARTS;
const unknown = parts.find((part) => !PARTS.includes(part));
if (unknown) throw new Error(`No part is called ${unknown}: ${PARTS.join(', ')}`);

const tally = { found: 0, all: 0 };
for (const part of parts) {
  const run = spawnSync('npx', ['stryker', 'run'], {
    stdio: 'inherit',
    env: { ...process.env, PART: part, ONE_IN: oneIn },
  });
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
console.log(
  `${'together'.padEnd(10)} ${score(tally.found, tally.all)}  (to keep: ${SCORE})${oneIn === '1' ? '' : `, of one change in ${oneIn}`}`,
);
if ((100 * tally.found) / tally.all < SCORE) process.exitCode = 1;

function score(found, all) {
  return ((100 * found) / all).toFixed(1);
}
