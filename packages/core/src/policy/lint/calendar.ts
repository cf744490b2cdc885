import { CALENDAR_IDS } from '../../calendar/index.ts';
import { nearest } from '../fault.ts';
import type { Finding, Linted } from '../lint.ts';

/** A calendar that is nearly called like one of the kit's: pages would wait for the host to give it. */
export function calendarFindings({ policy: { calendar } }: Linted): Finding[] {
  const isBundled = (CALENDAR_IDS as readonly string[]).includes(calendar);
  const meant = isBundled ? undefined : nearest(calendar, CALENDAR_IDS);
  if (meant === undefined) return [];
  const message = `The kit has no calendar '${calendar}': the host must give it. Did you mean '${meant}'?`;
  const how = `The calendars of the kit are ${CALENDAR_IDS.join(', ')}.`;
  return [{ kind: 'calendar-misspelt', path: '$.calendar', clauses: [], message, how }];
}
