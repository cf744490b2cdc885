import { expect } from 'vitest';

/**
 * Runs something that hostile input must not hold up. The limit is far above what it takes, for machines that are busy,
 * and far below what it would take if its time grew with the square of the input.
 */
export function bounded<T>(run: () => T, milliseconds = 10_000): T {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(milliseconds);
  return result;
}
