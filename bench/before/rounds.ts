import { Bench } from 'tinybench';

/** The same work, done by either build. */
export interface Sides {
  readonly before: () => unknown;
  readonly now: () => unknown;
}

/** Medians in milliseconds, and how many times as fast it is now; half of the rounds lie between `low` and `high`. */
export interface Compared {
  readonly before: number;
  readonly now: number;
  readonly ratio: { readonly low: number; readonly median: number; readonly high: number };
}

/** Many and short: what else the machine does for a while meets both sides, or few of the rounds. */
const ROUNDS = 120;
const ROUND_MS = 6;

const WARMING_MS = 150;

/** Does the work until it is as fast as it gets. */
export async function warm(sides: Sides): Promise<void> {
  await timed(sides, WARMING_MS);
}

/** Both sides in rounds, each going first in every other one. */
export async function compared(sides: Sides): Promise<Compared> {
  const rounds: Timed[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await timed(sides, ROUND_MS, i % 2 === 0 ? ORDER : REVERSED));
  const ratios = rounds.map(({ before, now }) => before / now);
  const [befores, nows] = [rounds.map(({ before }) => before), rounds.map(({ now }) => now)];
  return {
    before: quantile(befores, 0.5),
    now: quantile(nows, 0.5),
    ratio: { low: quantile(ratios, 0.25), median: quantile(ratios, 0.5), high: quantile(ratios, 0.75) },
  };
}

type Timed = Readonly<Record<keyof Sides, number>>;

const ORDER = ['before', 'now'] as const;
const REVERSED = ['now', 'before'] as const;

async function timed(sides: Sides, time: number, order: readonly (keyof Sides)[] = ORDER): Promise<Timed> {
  const bench = new Bench({ time, iterations: 4, warmup: false, throws: true });
  for (const side of order) bench.add(side, sides[side]);
  await bench.run();
  return { before: medianOf(bench, 'before'), now: medianOf(bench, 'now') };
}

function medianOf(bench: Bench, name: string): number {
  const result = bench.getTask(name)?.result;
  return result && 'latency' in result ? result.latency.p50 : NaN;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)]!;
}
