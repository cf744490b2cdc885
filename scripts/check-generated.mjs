// Makes each generated document anew and fails if the one in the repository differs. Generators are added to the list
// as { file, generate: () => Promise<string> }.

import { readFileSync } from 'node:fs';

const GENERATED = [];

for (const { file, generate } of GENERATED) {
  if ((await generate()) === readFileSync(file, 'utf8')) continue;
  console.error(`${file} is not what its sources make of it now`);
  process.exitCode = 1;
}
