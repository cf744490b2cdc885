import type { CaseEvent } from '@escalation-kit/core/case';
import { eventsOf, exportRecord, headOf, seal, type CaseRecord } from '@escalation-kit/core/record';
import type { Stored, Submission } from '@escalation-kit/core/submission';
import { calendar, opened, policyOf } from '../engine/bundled.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const CASE = 'c-7f3a';
export const AT = '2026-11-24T10:00:00Z';
export const policy = policyOf('bromley');

/** What opens a case under Bromley's policy, and is taken. */
export const opening = (fields: Fields = {}): CaseEvent => opened(policy, { case: CASE, ...fields });

export function event(id: string, type: string, fields: Fields = {}): CaseEvent {
  return { id, type, at: AT, by: { side: 'raising' }, ...fields } as unknown as CaseEvent;
}

export const discussed = (id: string, fields: Fields = {}) =>
  event(id, 'discussed', { channel: 'telephone', summary: 'They spoke', ...fields });

/** A case as it is kept. */
export const storedOf = (log: readonly CaseEvent[]): Stored => ({ policy, calendar, record: seal(log) });

/** What a form sends that had this record when it was filled in. */
export function sent(base: CaseRecord<CaseEvent>, events: readonly CaseEvent[], change: Fields = {}): Submission {
  const record = exportRecord(seal([...eventsOf(base), ...events]));
  return { case: CASE, base: headOf(base), key: record.head, events, record, notifications: [], ...change };
}
