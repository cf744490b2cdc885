import {
  CALENDAR_IDS,
  civilDateAt,
  InvalidValueError,
  parseCivilDate,
  parseDuration,
  parseInstant,
  type Calendar,
} from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import type { GivenDeadline } from '@escalation-kit/core/views/lone-badge';
import { AttributeError } from '../kit/attribute-error.ts';

/** The attributes that give a badge a deadline of its own. */
export interface GivenAttributes {
  readonly localName: string;
  readonly due: string | null;
  readonly from: string | null;
  readonly within: string | null;
  readonly words: string | null;
  readonly timeZone: string | null;
}

/** Whether a badge is given a deadline of its own, rightly or not. */
export function isGiven({ due, from, within, words }: GivenAttributes): boolean {
  return Boolean(due || from || within || words);
}

/** Words in place of a date, perhaps with a start: a civil date or an instant. */
export interface GivenWords {
  readonly words: string;
  readonly from: string | null;
}

/**
 * The deadline that the attributes give.
 *
 * @throws AttributeError where it cannot be read, or where they give none or more than one
 */
export function readGiven({ localName, due, from, within, words }: GivenAttributes): GivenDeadline | GivenWords {
  if (due) {
    if (from || within || words)
      throw new AttributeError(localName, 'due', due, 'either due, or from and within, or words');
    return { due: read(localName, 'due', due, parseCivilDate) };
  }
  const parseStart: (text: string) => unknown = from?.includes('T') ? parseInstant : parseCivilDate;
  if (from) read(localName, 'from', from, parseStart, A_START);
  if (words && within) throw new AttributeError(localName, 'words', words, 'either words or within');
  if (words) return { words, from: from ? from : null };
  if (!from) throw new AttributeError(localName, 'from', '', `${A_START}, from which within is counted`);
  return { from, within: read(localName, 'within', within ?? '', parseDuration) };
}

/**
 * Where the days begin and end: as given, else as the policy says.
 *
 * @throws AttributeError where neither says, or for a zone that is none
 */
export function readTimeZone({ localName, timeZone }: GivenAttributes, now: string, policy: Policy | null): string {
  const zone = timeZone || policy?.timeZone || '';
  read(localName, 'time-zone', zone, (name) => civilDateAt(now, name));
  return zone;
}

/** @throws AttributeError where neither the attribute nor a policy gave a calendar */
export function needCalendar({ localName }: GivenAttributes, calendar: Calendar | null): Calendar {
  if (calendar) return calendar;
  throw new AttributeError(localName, 'calendar', '', `${CALENDAR_IDS.join(', ')}, or a policy that names its own`);
}

const A_START = 'a day such as 2026-11-20, or an instant such as 2026-11-20T14:00:00Z';

/** What the calendar cannot read is reported by the attribute that it stands in. */
function read<T>(element: string, attribute: string, text: string, parse: (text: string) => T, allowed?: string): T {
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof InvalidValueError
      ? new AttributeError(element, attribute, text, allowed ?? error.allowed)
      : error;
  }
}
