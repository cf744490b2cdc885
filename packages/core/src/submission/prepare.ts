import { decide, type Case, type CaseEvent, type Command, type Refusal } from '../case/index.ts';
import { exportRecord, headOf, policyHash } from '../record/index.ts';
import type { Text } from '../text/text.ts';
import { notificationsOf } from '../views/index.ts';
import type { Submission } from './submission.ts';

export type Prepared = { readonly refused: Refusal } | { readonly submission: Submission };

/** What a submission needs beside the case and what is to be done. */
export interface Preparing {
  /** Puts the notifications into words. */
  readonly say: (text: Text) => string;
  /** The id of a case that is opened: random, and never of the child. Core makes none, for it knows no chance. */
  readonly id: string;
}

/**
 * What commands come to, each on what the one before came to, as one submission: the events, the record with them at
 * its end, and who is to be told now; or why the policy refuses one of them.
 *
 * @param kept the case as whoever sends it has it
 */
export function prepare(kept: Case, commands: readonly Command[], { say, id }: Preparing): Prepared {
  const { policy, calendar } = kept;
  const named = { id: policy.id, version: policy.version, hash: policyHash(policy) };
  const opening = { policy: named, calendar: { id: calendar.id, published: calendar.published }, case: id };
  const decided = decideAll(
    kept,
    commands.map((command) => (command.action === 'open' ? { ...opening, ...command } : command)),
  );
  if ('refused' in decided) return decided;
  const { after, events } = decided;
  const record = exportRecord(after.record, { policy: named });
  const notifications = notificationsOf(after, kept.state);
  return {
    submission: {
      case: after.id!,
      base: headOf(kept.record),
      key: record.head,
      events,
      record,
      notifications: notifications.map(({ subject, body, ...rest }) => ({
        ...rest,
        subject: say(subject),
        text: say(body),
      })),
    },
  };
}

/** What several commands come to: the case after them, and the events; or the first refusal. */
export function decideAll(
  kept: Case,
  commands: readonly Command[],
): { readonly refused: Refusal } | { readonly after: Case; readonly events: readonly CaseEvent[] } {
  const events: CaseEvent[] = [];
  let after = kept;
  for (const command of commands) {
    const decided = decide(after.policy, after.state, command);
    if (!decided.accepted) return { refused: decided.refusal };
    events.push(...decided.events);
    after = after.with(decided.events);
  }
  return { after, events };
}
