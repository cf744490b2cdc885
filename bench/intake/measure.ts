/** What a number of tries took, in milliseconds. */
export interface Taken {
  readonly each: readonly number[];
  readonly together: number;
}

/** Does something with each of the items, so many of them at once. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<Taken> {
  const each: number[] = [];
  const waiting = items[Symbol.iterator]();
  const begun = performance.now();
  const one = async () => {
    for (const item of waiting) {
      const from = performance.now();
      await work(item);
      each.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { each, together: performance.now() - begun };
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** A line with a figure, what it should be, and whether it is. @returns whether it is */
export function report(what: string, figure: number, goal: number, isEnough: boolean, detail: string): boolean {
  console.log(`${isEnough ? 'ok  ' : 'FAR '} ${what.padEnd(58)} ${figure.toFixed(2)} (goal ${goal})   ${detail}`);
  return isEnough;
}
