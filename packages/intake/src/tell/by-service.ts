import { decide, type Case, type CaseEvent } from '@escalation-kit/core/case';
import { appendEvent, type CaseRecord } from '@escalation-kit/core/record';

/**
 * The record with an entry of the service after its own: that a duty of the policy which a service may do is done.
 *
 * @param note what shows it: the ids of the messages that were sent
 * @returns null where the case asks for it no more, as when it was withdrawn meanwhile
 */
export function doneByService(kase: Case, owed: string, clause: string, note: string): CaseRecord<CaseEvent> | null {
  const at = kase.now;
  const command = {
    action: 'done',
    id: newId(kase, owed),
    at,
    by: { side: 'service' },
    clause,
    duty: owed,
    note,
  } as const;
  const decided = decide(kase.policy, kase.state, command);
  return decided.accepted ? appendEvent(kase.record, decided.events[0]!) : null;
}

function newId({ log }: Case, owed: string): string {
  let id = `service-${owed}`;
  while (log.some((event) => event?.id === id)) id += '-';
  return id;
}
