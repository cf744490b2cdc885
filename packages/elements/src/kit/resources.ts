import {
  CALENDAR_IDS,
  compileCalendar,
  loadCalendar,
  type Calendar,
  type CalendarData,
  type CalendarId,
} from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import { isPolicyId, loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { AttributeError } from './attribute-error.ts';
import type * as SameTerms from './same-terms.ts';

/** A bundled policy's id, a policy as an object, or nothing. */
export type PolicySource = string | Policy | null | undefined;

/** A bundled calendar's id, or a calendar of the host's own as data. */
export type CalendarSource = string | CalendarData | null | undefined;

/**
 * The policy that an element's attributes name. Policies that say the same are one object, wherever they came from.
 *
 * @param source a bundled id, or the host's own policy as an object, which is parsed
 * @param src the address of the host's own policy: the only thing fetched that is not the kit's
 * @throws AttributeError, PolicyError with every fault, or an error that says what the address answered
 */
export async function resolvePolicy(element: string, source: PolicySource, src: string | null): Promise<Policy | null> {
  if (src) return ownPolicy(JSON.parse(await fetchText(src)));
  if (!source) return null;
  if (typeof source !== 'string') return bundled.has(source) ? source : ownPolicy(source);
  if (!isPolicyId(source)) throw new AttributeError(element, 'policy', source, POLICY_IDS.join(', '));
  const policy = await loadPolicy(source);
  bundled.add(policy);
  return same?.onePolicy(policy) ?? policy;
}

/**
 * The calendar that an element's attribute or else the policy names. Calendars that say the same are one object.
 *
 * @throws AttributeError where the kit has none of that name, InvalidCalendarError for data that is none
 */
export async function resolveCalendar(element: string, source: string | CalendarData): Promise<Calendar> {
  if (typeof source !== 'string') {
    const { knownCalendar, oneCalendar } = await sameTerms();
    return knownCalendar(source) ?? oneCalendar(compileCalendar(source));
  }
  if (!(CALENDAR_IDS as readonly string[]).includes(source)) {
    throw new AttributeError(element, 'calendar', source, CALENDAR_IDS.join(', '));
  }
  const calendar = await loadCalendar(source as CalendarId);
  calendars.add(calendar);
  return same?.oneCalendar(calendar) ?? calendar;
}

/** What tells whether two are the same, where it is there already. */
export function known(): typeof SameTerms | null {
  return same;
}

/** What tells whether two are the same. What is bundled may say the same as what comes after it. */
export async function sameTerms(): Promise<typeof SameTerms> {
  if (same) return same;
  const loaded = await import('./same-terms.ts');
  for (const policy of bundled) loaded.onePolicy(policy);
  for (const calendar of calendars) loaded.oneCalendar(calendar);
  return (same = loaded);
}

/** Fetches what a host's address names; nothing else of the kit touches the network. */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

/** The parser is fetched only for a policy that is the host's own. */
async function ownPolicy(input: unknown): Promise<Policy> {
  const { knownPolicy, onePolicy } = await sameTerms();
  const before = knownPolicy(input);
  if (before) return before;
  const { parsePolicy } = await import('@escalation-kit/core/parse');
  return onePolicy(parsePolicy(input));
}

/** The bundled ones that were asked for: the kit's own tests put their data through the parser. */
const bundled = new Set<Policy>();
const calendars = new Set<Calendar>();
let same: typeof SameTerms | null = null;
