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

/** A bundled policy's id, a policy as an object, or nothing. */
export type PolicySource = string | Policy | null | undefined;

/**
 * The policy that an element's attributes name.
 *
 * @param source a bundled id, or the host's own policy as an object, which is parsed
 * @param src the address of the host's own policy: the only thing fetched that is not the kit's
 * @throws AttributeError, PolicyError with every fault, or an error that says what the address answered
 */
export async function resolvePolicy(element: string, source: PolicySource, src: string | null): Promise<Policy | null> {
  if (src) return parse(JSON.parse(await fetchText(src)));
  if (!source) return null;
  if (typeof source !== 'string') return isTrusted(source) ? source : parse(source);
  if (!isPolicyId(source)) throw new AttributeError(element, 'policy', source, POLICY_IDS.join(', '));
  const policy = await loadPolicy(source);
  trusted.add(policy);
  return policy;
}

/** A bundled calendar's id, or a calendar of the host's own as data. */
export type CalendarSource = string | CalendarData | null | undefined;

/**
 * The calendar that an element's attribute or else the policy names.
 *
 * @throws AttributeError where the kit has none of that name, InvalidCalendarError for data that is none
 */
export async function resolveCalendar(element: string, source: string | CalendarData): Promise<Calendar> {
  if (typeof source !== 'string') return compileCalendar(source);
  if (!(CALENDAR_IDS as readonly string[]).includes(source)) {
    throw new AttributeError(element, 'calendar', source, CALENDAR_IDS.join(', '));
  }
  return loadCalendar(source as CalendarId);
}

/** Policies that have been through the parser, or whose data the kit's own tests put through it. */
const trusted = new WeakSet<Policy>();

function isTrusted(policy: Policy): boolean {
  return trusted.has(policy);
}

/** The parser is fetched only for a policy that is the host's own. */
async function parse(input: unknown): Promise<Policy> {
  const { parsePolicy } = await import('@escalation-kit/core/parse');
  const policy = parsePolicy(input);
  trusted.add(policy);
  return policy;
}

/** Fetches what a host's address names; nothing else of the kit touches the network. */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
