/*
 * By what two policies or calendars are the same: fetched where one may say the same as another, for what is the
 * host's own and for a page of two builds.
 */
import type { Calendar } from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import { calendarHash, policyHash } from '@escalation-kit/core/record';
import type { CalendarSource, PolicySource } from './resources.ts';

/** The one object of the page for all policies that say the same. */
export function onePolicy(policy: Policy): Policy {
  return one(policies, policyHash(policy), policy);
}

/** The one object of the page for all calendars that say the same. */
export function oneCalendar(calendar: Calendar): Calendar {
  return one(calendars, calendarHash(calendar), calendar);
}

/** The policy of the page that says the same as what a host gives; undefined where there is none. */
export function knownPolicy(input: unknown): Policy | undefined {
  // A host may have changed its object since it was here before: a copy is hashed anew.
  return known(policies, input, () => policyHash({ ...(input as object) }));
}

/** The calendar of the page that says the same as data of the host's; undefined where there is none. */
export function knownCalendar(input: unknown): Calendar | undefined {
  return known(calendars, input, () => calendarHash({ data: { ...(input as object) } }));
}

/** Whether what a host sets anew says what is there already: then there is nothing to load. */
export function saysTheSame(
  given: { readonly policy: PolicySource; readonly calendar: CalendarSource },
  changed: ReadonlyMap<PropertyKey, unknown>,
  policy: Policy | null,
  calendar: Calendar | null,
): boolean {
  if (changed.has('policySrc')) return false;
  const isSamePolicy = !changed.has('policy') || (policy !== null && knownPolicy(given.policy) === policy);
  const isSameCalendar = !changed.has('calendar') || (calendar !== null && knownCalendar(given.calendar) === calendar);
  return isSamePolicy && isSameCalendar;
}

/** By hash, for as long as somebody uses them. */
type Known<T extends object> = Map<string, WeakRef<T>>;

const policies: Known<Policy> = new Map();
const calendars: Known<Calendar> = new Map();

function one<T extends object>(all: Known<T>, hash: string, value: T): T {
  const before = all.get(hash)?.deref();
  if (!before) all.set(hash, new WeakRef(value));
  return before ?? value;
}

/** What cannot be hashed is no plain JSON: whoever reads it says what is wrong with it. */
function known<T extends object>(all: Known<T>, input: unknown, hash: () => string): T | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  try {
    return all.get(hash())?.deref();
  } catch {
    return undefined;
  }
}
