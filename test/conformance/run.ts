// Runs scenario files: `npm run conformance -- FILE…`. Without a file it runs the project's own.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { failuresOf, nameOf } from './scenario.ts';
import { readScenarios, sourcesFor } from './sources.ts';

let passed = 0;
let failed = 0;

const given = process.argv.slice(2);
const own = () => globSync('scenarios/*.json', { cwd: import.meta.dirname, absolute: true }).sort();
for (const file of given.length > 0 ? given.map(pathFromCaller) : own()) await runFile(file);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function runFile(file: string): Promise<void> {
  let scenarios: readonly unknown[];
  try {
    scenarios = await readScenarios(file);
  } catch (error) {
    report(file, [`cannot be read: ${(error as Error).message}`]);
    return;
  }
  const sources = sourcesFor(file);
  for (const [index, scenario] of scenarios.entries()) {
    report(nameOf(scenario, index), await failuresOf(scenario, sources));
  }
}

function report(name: string, failures: readonly string[]): void {
  for (const failure of failures) console.log(`${name}: ${failure}`);
  if (failures.length > 0) failed++;
  else passed++;
}

/** npm runs scripts in the root of the project and says in INIT_CWD where it was called. */
function pathFromCaller(path: string): string {
  const fromCaller = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return existsSync(fromCaller) ? fromCaller : resolve(path);
}
