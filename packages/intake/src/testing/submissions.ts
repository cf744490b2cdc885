import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '@escalation-kit/core/case';
import { eventsOf, exportRecord, headOf, policyHash, seal, type CaseRecord } from '@escalation-kit/core/record';
import type { Submission } from '@escalation-kit/core/submission';
import { offer } from './new-intake.ts';

export type Fields = Readonly<Record<string, unknown>>;

const AT = '2026-11-24T10:00:00Z';

/** What opens a case at Barnsley's first formal stage, between the school and the council. */
export function opening(fields: Fields = {}, id: string = randomUUID()): CaseEvent {
  const policy = offer.policies.get('barnsley')!;
  return {
    id: 'e1',
    type: 'opened',
    at: AT,
    by: { side: 'raising', role: 'Typed role', name: 'Typed name' },
    case: id,
    policy: { id: policy.id, version: policy.version, hash: policyHash(policy) },
    calendar: { id: policy.calendar, published: offer.calendars.get(policy.calendar)!.published },
    route: 'standard',
    stage: '1',
    parties: {
      raising: { agency: 'Hill School', agencyId: 'school', sector: 'education' },
      receiving: { agency: 'Children’s Services', agencyId: 'council', sector: 'social-care' },
    },
    child: { statuses: [] },
    causes: [],
    facts: {},
    lineManager: { name: 'G. Line', contact: 'line@council.example' },
    ...fields,
  } as unknown as CaseEvent;
}

export function event(id: string, type: string, fields: Fields = {}): CaseEvent {
  return { id, type, at: AT, by: { side: 'raising' }, ...fields } as unknown as CaseEvent;
}

/** What a form sends that had this record when it was filled in. */
export function submission(base: CaseRecord<CaseEvent>, events: readonly CaseEvent[], change: Fields = {}): Submission {
  const log = [...eventsOf(base), ...events];
  const record = exportRecord(seal(log));
  const id = (log[0] as CaseEvent & { case: string }).case;
  return { case: id, base: headOf(base), key: record.head, events, record, notifications: [], ...change };
}
