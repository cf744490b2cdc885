import { civilDateAt } from '@escalation-kit/core/calendar';
import {
  acknowledgedFindings,
  checkPolicy,
  lintPolicy,
  type Acknowledged,
  type Fault,
  type Finding,
  type Resolve,
} from '@escalation-kit/core/parse';
import type { Policy } from '@escalation-kit/core/policy';
import { NotJsonError } from '../json-places.ts';
import { readPolicy, UnreadableError, type Input, type PolicySource } from '../read-policy.ts';
import { originOf, type Origin } from './origin-of.ts';

/** Something said of a place in a file; a bundled policy has no lines. */
export type Placed<T> = T & Origin;

export interface CheckedFile {
  readonly file: string;
  /** Null where it is refused. */
  readonly policy: Policy | null;
  readonly faults: readonly Placed<Fault>[];
  /** What the linter found; it looks only at a policy without faults. */
  readonly warnings: readonly Placed<Finding>[];
  /** What it found and the policy acknowledges: no warning. */
  readonly acknowledged: readonly Acknowledged[];
  /** Why the file cannot be read, where it cannot. */
  readonly unreadable?: string;
}

export interface CheckContext {
  /** The present in milliseconds, for the review date. */
  readonly now: number;
  /** Finds the policies that others extend. */
  readonly resolve: Resolve;
  readonly input: Input;
}

/** All that can be said against the policy in a file, or against a bundled one. */
export async function checkFile(file: string, context: CheckContext): Promise<CheckedFile> {
  try {
    return checkSource(await readPolicy(file, context.input), context);
  } catch (error) {
    if (error instanceof NotJsonError) return { ...nothing(file), faults: [notJson(error)] };
    if (error instanceof UnreadableError) return { ...nothing(file), unreadable: error.message };
    throw error;
  }
}

function checkSource(source: PolicySource, { now, resolve }: CheckContext): CheckedFile {
  const origin = originOf(source, resolve);
  const placed = <T extends { path: string }>(said: T): Placed<T> => ({ ...said, ...origin(said.path) });
  const repeated = (source.places?.repeated ?? []).map((fault) => ({ ...fault, ...source.places?.of(fault.path) }));
  const checked = checkPolicy(source.value, { resolve });
  const faults = [...repeated, ...(checked.faults ?? []).map(placed)];
  if (!checked.policy) return { ...nothing(source.name), faults };
  const today = civilDateAt(now, checked.policy.timeZone);
  const warnings = lintPolicy(checked.policy, { now: today }).map(placed);
  const acknowledged = acknowledgedFindings(checked.policy, { now: today });
  return { file: source.name, policy: faults.length > 0 ? null : checked.policy, faults, warnings, acknowledged };
}

function nothing(file: string): CheckedFile {
  return { file, policy: null, faults: [], warnings: [], acknowledged: [] };
}

function notJson({ message, place }: NotJsonError): Placed<Fault> {
  return { path: '$', found: 'text that is not JSON', allowed: 'JSON', message, ...place };
}
