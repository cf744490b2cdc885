import { isInstant, parseInstant } from '../calendar/index.ts';
import {
  decide,
  EVENT_OF,
  malformation,
  replay,
  type CaseEvent,
  type Command,
  type EventOf,
  type Refusal,
} from '../case/index.ts';
import { eventsOf, policyHash } from '../record/index.ts';
import type { Keeper, Stored } from './accept.ts';
import { because, notAsAllowed } from './refusals.ts';

/** Why an event is not taken after those of the record; null where it is. */
export function refuseEvent(stored: Stored, sent: CaseEvent, keeper: Keeper): Refusal | null {
  const log = eventsOf(stored.record);
  const malformed = malformation(sent);
  if (malformed) return notAsAllowed(malformed.field, malformed.allowed);
  const refusal = refuseIdentity(log, sent, keeper) ?? refuseTime(sent, keeper) ?? refuseTerms(stored, sent);
  if (refusal) return refusal;
  const command = { ...asKept(sent, keeper), action: ACTION_OF.get(sent.type) } as unknown as Command;
  const decided = decide(stored.policy, replay(stored.policy, log), command);
  return decided.accepted ? null : decided.refusal;
}

/** The event as it is kept: with who is signed in, and when it was written where that is later than it happened. */
export function asKept(sent: CaseEvent, { now, by }: Keeper): CaseEvent {
  const { recorded: _, ...event } = sent;
  return {
    ...event,
    ...(parseInstant(now) > parseInstant(event.at) && { recorded: now }),
    ...(by && { by: { ...event.by, ...withoutGaps(by) } }),
  };
}

const ACTION_OF = new Map(Object.entries(EVENT_OF).map(([action, type]) => [type, action]));

/** How far the clock of a person's computer may be ahead: as far as the sign-in of most organisations lets it. */
const AHEAD = 5 * 60_000;

function refuseIdentity(log: readonly CaseEvent[], { id, by }: CaseEvent, keeper: Keeper): Refusal | null {
  if (typeof id !== 'string') return notAsAllowed('id', 'text that is not blank');
  if (log.some((event) => event?.id === id)) return because('id-used', 'id', { id });
  // What a service writes is no conflict for anybody: nobody passes for one.
  return by?.side === 'service' && !keeper.by ? because('service', 'by') : null;
}

function refuseTime(sent: CaseEvent, { now }: Keeper): Refusal | null {
  const latest = parseInstant(now) + AHEAD;
  const put = sent.type === 'corrected' ? (sent.fields as { readonly at?: unknown } | undefined)?.at : undefined;
  const isAhead = [sent.at, put].some((at) => isInstant(at) && parseInstant(at) > latest);
  return isAhead ? because('ahead', 'at') : null;
}

/** A case is opened under what the keeper decides it by, and not under what the sender calls by that name. */
function refuseTerms({ policy, calendar }: Stored, sent: CaseEvent): Refusal | null {
  if (sent.type !== 'opened') return null;
  const { policy: named, calendar: counted } = sent as Partial<EventOf<'opened'>>;
  const isPolicy = named?.id === policy.id && (named.hash ?? policyHash(policy)) === policyHash(policy);
  if (!isPolicy) return because('other-policy', 'policy');
  const isCalendar = counted?.id === calendar.id && (counted.published ?? calendar.published) === calendar.published;
  return isCalendar ? null : because('other-calendar', 'calendar');
}

function withoutGaps<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>;
}
