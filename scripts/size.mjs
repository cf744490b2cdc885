// Measures the built packages in brotli bytes, against size-budgets.json: what a page must load before it can start
// (`start`, with the policy that the budget names), and that with all that follows until everything is there (`all`).
// With --modules it names the heaviest ones.

import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { loadsOf } from './loads.mjs';

if (!existsSync('packages/elements/dist')) {
  console.error('There is nothing to measure: run npm run build first.');
  process.exit(1);
}

for (const { name, code, policy, start, all } of JSON.parse(readFileSync('size-budgets.json', 'utf8'))) {
  const loads = await loadsOf(code, 'production', policy);
  const policyFile = loads.all.filter(({ entryPoint }) => policy && entryPoint?.includes(`/${policy}/policy.json`));
  report(`${name}, to start`, [...loads.start, ...policyFile], start);
  report(`${name}, in all`, loads.all, all);
}

function report(name, loads, budget) {
  const size = loads.reduce((sum, { contents }) => sum + brotliSize(contents), 0);
  console.log(`${size > budget ? 'OVER' : 'ok  '} ${describe(size)} of ${describe(budget)}  ${name}`);
  if (size > budget) process.exitCode = 1;
  if (process.argv.includes('--modules')) reportHeaviest(loads);
}

/** A module's share of its file, as a file is compressed whole. */
function reportHeaviest(loads) {
  const shares = loads.flatMap(({ contents, modules }) => {
    const rate = brotliSize(contents) / contents.length;
    return modules.map(({ path, bytes }) => ({ path, share: Math.round(bytes * rate) }));
  });
  const heaviest = shares.sort((a, b) => b.share - a.share).slice(0, 10);
  for (const { path, share } of heaviest) console.log(`     ${describe(share)}  ${path}`);
}

function brotliSize(contents) {
  return brotliCompressSync(contents).length;
}

function describe(size) {
  return size.toLocaleString('en-GB').padStart(7);
}
