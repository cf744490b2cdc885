// Runs every suite, whatever became of the one before, and closes with one line that adds them up.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { ENGINES, findEngines } from '../test/engines.mjs';

const TALLIES = '.cache/tally';
const MINUTES = 20;

const SUITES = [
  { name: 'unit', command: ['vitest', 'run', ...vitestReporters('unit')], tally: vitestTally },
  {
    name: 'intake',
    command: ['vitest', 'run', '--config', 'vitest.intake.config.ts', ...vitestReporters('intake')],
    tally: vitestTally,
  },
  {
    name: 'crash',
    command: ['tsx', 'scripts/run-with-intake.mjs', 'crash-intake', '--minutes=0.5', `--tally=${TALLIES}/crash.json`],
    tally: JSON.parse,
  },
  { name: 'elements', command: ['wtr'], tally: JSON.parse },
  {
    name: 'journeys',
    command: ['vitest', 'run', '--config', 'vitest.journeys.config.ts', ...vitestReporters('journeys')],
    tally: vitestTally,
  },
];

rmSync(TALLIES, { recursive: true, force: true });

const found = findEngines();
const missing = ENGINES.filter((engine) => !found.includes(engine));
console.log(
  `Browser engines found: ${found.join(', ')}${missing.length > 0 ? `; not found: ${missing.join(', ')}` : ''}`,
);

const tallies = [];
for (const suite of SUITES) tallies.push(await run(suite));

const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => tallies.reduce((all, tally) => all + tally[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/** A suite that ended badly without a failed test, or left no tally, counts as one failure. */
async function run({ name, command, tally }) {
  console.log(`\n── ${name} ──`);
  const ending = await runCommand(command);
  const counted = readTally(`${TALLIES}/${name}.json`, tally);
  if (ending !== 0 && counted.failed === 0) {
    console.error(`The suite '${name}' ended with ${ending}`);
    counted.failed = 1;
  }
  return counted;
}

/** A test that never ends must not hold up the rest: its suite is stopped, with all the processes it started. */
async function runCommand([command, ...args]) {
  const suite = spawn(`node_modules/.bin/${command}`, args, { stdio: 'inherit', detached: true });
  const stop = () => process.kill(-suite.pid, 'SIGKILL');
  const timer = setTimeout(stop, MINUTES * 60_000);
  const interrupted = () => (stop(), process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const [code, signal] = await once(suite, 'exit');
  clearTimeout(timer);
  process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  return code ?? signal;
}

function readTally(file, tally) {
  try {
    return tally(readFileSync(file, 'utf8'));
  } catch {
    console.error(`No results were left in ${file}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function vitestReporters(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${TALLIES}/${name}.json`];
}

function vitestTally(json) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(json);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
