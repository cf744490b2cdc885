import type { Fault } from './fault.ts';

/** A policy was refused. `faults` lists everything that is wrong with it. */
export class PolicyError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(['The policy is refused.', ...faults.map((fault) => `  ${fault.path}: ${fault.message}`)].join('\n'));
    this.name = 'PolicyError';
    this.faults = faults;
  }
}
