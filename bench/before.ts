import { BEFORE, keptBuild } from '../scripts/kept-build.mjs';
import { caseOf, goingUp, MEASURED, NOW, type Measured } from './before/cases.ts';
import { openKept } from './before/kept-kit.ts';
import { longLogs } from './before/long-log.ts';
import { compared, warm, type Compared, type Sides } from './before/rounds.ts';
import { fieldsOf, WORDS, WORK, workOf, type Work } from './before/work.ts';
import { openWorking } from './before/working-kit.ts';

/** One policy's case in both builds. */
interface Contest {
  readonly title: string;
  readonly before: Work;
  readonly now: Work;
}

const kept = keptBuild();
const contests: Contest[] = [];
for (const policy of MEASURED) contests.push(await contestOf(policy));
const long = Object.entries(await longLogs(kept, process.cwd()));

// All of it once before any of it counts: what a build learns from one policy's data, it runs the others with.
for (const contest of contests) for (const name of WORK) await warm(sidesOf(contest, name));
for (const [, sides] of long) await warm(sides);

console.log(`medians of ${BEFORE.slice(0, 7)}, then of the working tree, and how many times as fast that is`);
for (const contest of contests) {
  console.log(`\n${contest.title}`);
  for (const name of WORK) report(WORDS[name], await compared(sidesOf(contest, name)));
}

console.log('\nreplay of a log of 2,000 events');
for (const [words, sides] of long) report(words, await compared(sides));

async function contestOf(policy: Measured): Promise<Contest> {
  const asked = goingUp(policy);
  const logs = { before: caseOf(policy), now: caseOf(policy) };
  const kits = { before: await openKept(kept, policy, NOW), now: await openWorking(process.cwd(), policy, NOW) };
  const fields = { before: fieldsOf(kits.before, logs.before, asked), now: fieldsOf(kits.now, logs.now, asked) };
  if (fields.before !== fields.now) console.log(`${policy}: pages differ: ${fields.before} | ${fields.now}`);
  return {
    title: `${policy}, a log of ${logs.now.length} events`,
    before: workOf(kits.before, logs.before, asked),
    now: workOf(kits.now, logs.now, asked),
  };
}

function sidesOf({ before, now }: Contest, name: keyof Work): Sides {
  return { before: before[name], now: now[name] };
}

function report(words: string, { before, now, ratio }: Compared): void {
  const half = `half of the rounds: ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}`;
  console.log(`  ${words.padEnd(38)} ${micro(before)} ${micro(now)}   ${ratio.median.toFixed(2)} ×  (${half})`);
}

function micro(ms: number): string {
  return `${(ms * 1000).toFixed(1)} µs`.padStart(11);
}
