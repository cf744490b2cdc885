import type { Fault } from './fault.ts';
import { PolicyError } from './policy-error.ts';
import { allowedBy, faultsOf } from './issue-words.ts';
import { wholePolicy, type Resolve } from './overlay.ts';
import { plainCopy } from './plain-copy.ts';
import { referenceFaults } from './references.ts';
import { policySchema, type Policy } from './schema.ts';

export { pathOf, type Fault } from './fault.ts';
export type { Acknowledged } from './acknowledged.ts';
export { acknowledgedFindings, lintPolicy, type Finding, type LintOptions } from './lint.ts';
export { referencesIn, type Reference } from './references.ts';
export { PolicyError } from './policy-error.ts';
export { extendPolicy, wholePolicy, type Resolve } from './overlay.ts';

/** `resolve` finds the policy that an overlay extends; without it, an overlay is refused. */
export interface ParseOptions {
  readonly resolve?: Resolve;
}

export type Checked = { policy: Policy; faults?: undefined } | { policy?: undefined; faults: Fault[] };

/** How many faults are listed; the last then says how many more there are. */
export const MOST_FAULTS = 100;

/**
 * Takes what a file or a host gives and returns it as a policy: a copy, which later changes to the input do not reach.
 *
 * @throws PolicyError with every fault: its path, what was found, what is allowed.
 */
export function parsePolicy(input: unknown, options: ParseOptions = {}): Policy {
  const checked = checkPolicy(input, options);
  if (checked.faults) throw new PolicyError(checked.faults);
  return checked.policy;
}

/** As `parsePolicy`, with the faults returned. Never throws, whatever the input, and takes bounded time. */
export function checkPolicy(input: unknown, { resolve }: ParseOptions = {}): Checked {
  const copy = plainCopy(input);
  if (copy.stopped) return { faults: capped(copy.faults) };
  const whole = wholePolicy(copy.value, resolve);
  if (!('value' in whole)) return { faults: capped([...copy.faults, ...whole.faults]) };
  const shape = checkShape(whole.value);
  // What spans fields is looked at even where the shape has faults: an author wants to hear of everything at once.
  const faults = distinct([...copy.faults, ...whole.faults, ...shape.faults, ...referenceFaults(whole.value)]);
  return shape.policy && faults.length === 0 ? { policy: shape.policy } : { faults: capped(faults) };
}

function checkShape(value: unknown): { policy?: Policy; faults: Fault[] } {
  try {
    const result = policySchema.safeParse(value, { error: allowedBy, reportInput: true });
    if (result.success) return { policy: result.data, faults: [] };
    return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, policySchema)) };
  } catch (error) {
    // The checker passes its issues on as arguments, of which an engine takes tens of thousands and no more.
    if (!(error instanceof RangeError)) throw error;
    return { faults: [TOO_MANY] };
  }
}

const TOO_MANY: Fault = {
  path: '$',
  found: 'tens of thousands of faults',
  allowed: 'a policy',
  message: 'So much is wrong that it cannot be listed.',
};

/** One fault for each place: the first, which is about the value itself; those after it only follow from it. */
function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path));
}

function capped(faults: Fault[]): Fault[] {
  const more = faults.length - MOST_FAULTS;
  if (more <= 0) return faults;
  const last = { path: '$', found: `${faults.length} faults`, allowed: 'none', message: `And ${more} more.` };
  return [...faults.slice(0, MOST_FAULTS), last];
}
