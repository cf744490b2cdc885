import type { Calendar } from '@escalation-kit/core/calendar';
import { decide, replay, type CaseEvent, type Command, type Refusal } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { exportRecord, policyHash, seal } from '@escalation-kit/core/record';
import type { Text } from '@escalation-kit/core/text';
import { notificationsOf } from '@escalation-kit/core/views';
import type { Submission } from './submit-event.ts';

export type Prepared = { readonly refused: Refusal } | { readonly submission: Submission };

export interface PrepareContext {
  readonly policy: Policy;
  /** The calendar that the case keeps: named in the event that opens it. */
  readonly calendar: Calendar;
  readonly log: readonly CaseEvent[];
  /** Puts the notifications into words. */
  readonly say: (text: Text) => string;
}

/**
 * What a command comes to: the events, the whole record with them at its end, and who is to be told now; or why the
 * policy refuses it.
 */
export function prepare({ policy, calendar, log, say }: PrepareContext, command: Command): Prepared {
  const before = replay(policy, log);
  const hash = policyHash(policy);
  const refs = {
    policy: { id: policy.id, version: policy.version, hash },
    calendar: { id: calendar.id, published: calendar.published },
  };
  const decided = decide(policy, before, command.action === 'open' ? { ...refs, ...command } : command);
  if (!decided.accepted) return { refused: decided.refusal };
  const events = [...log, ...decided.events];
  const notifications = notificationsOf({ policy, state: replay(policy, events) }, before);
  return {
    submission: {
      events: decided.events,
      notifications: notifications.map(({ subject, body, ...rest }) => ({
        ...rest,
        subject: say(subject),
        text: say(body),
      })),
      record: exportRecord(seal(events), { policy: refs.policy }),
    },
  };
}
