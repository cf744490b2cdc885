import { civilDateAt, clockTimeAt, isInstant } from '../calendar/index.ts';
import type { Text } from '../text/text.ts';

/** An instant as it was on the wall in the policy's zone. */
export interface LocalMoment {
  /** As it stands in the record. */
  readonly instant: string;
  readonly date: string;
  /** hh:mm */
  readonly time: string;
}

/** Null for what is no instant, so that one wrong time does not keep a case from being exported. */
export function momentOf(instant: unknown, timeZone: string): LocalMoment | null {
  // Near the ends of the years that dates have, the same instant is on no day of some zones.
  if (!isInstant(instant) || instant < '0001' || instant >= '9000') return null;
  return localMoment(instant, timeZone);
}

/** @throws InvalidInstantError for what is no instant */
export function localMoment(instant: string, timeZone: string): LocalMoment {
  return { instant, date: civilDateAt(instant, timeZone), time: clockTimeAt(instant, timeZone) };
}

/** 'Friday 20 November 2026, 10:00' */
export function momentText({ date, time }: LocalMoment): Text {
  return { key: 'export.moment', values: { date, time } };
}

/** 'recorded late, Monday 23 November 2026, 09:00' */
export function recordedText({ date, time }: LocalMoment, isLate: boolean): Text {
  return { key: isLate ? 'export.recorded-late' : 'export.recorded', values: { date, time } };
}
