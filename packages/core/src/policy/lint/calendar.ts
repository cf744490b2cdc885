import { CALENDAR_IDS } from '../../calendar/index.ts';
import { nearest } from '../fault.ts';
import type { Finding, Linted } from '../lint.ts';

/** A calendar that neither the kit has nor the host is known to give: pages would wait for it. */
export function calendarFindings({ policy: { calendar }, calendars }: Linted): Finding[] {
  if ([...CALENDAR_IDS, ...calendars].includes(calendar)) return [];
  const meant = nearest(calendar, [...CALENDAR_IDS, ...calendars]);
  const kind = meant === undefined ? 'calendar-unknown' : 'calendar-misspelt';
  const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
  const message = `The kit has no calendar '${calendar}': the host must give it.${hint}`;
  const how = `The calendars of the kit are ${CALENDAR_IDS.join(', ')}.`;
  return [{ kind, path: '$.calendar', clauses: [], message, how }];
}
