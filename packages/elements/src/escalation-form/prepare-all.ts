import type { Command } from '@escalation-kit/core/case';
import { prepare, type PrepareContext, type Prepared } from '../submission/prepare.ts';

/** Several commands, each on what the one before came to, as one submission; or the first refusal. */
export function prepareAll(context: PrepareContext, commands: readonly Command[]): Prepared {
  const [first, ...rest] = commands;
  const prepared = prepare(context, first!);
  if ('refused' in prepared || rest.length === 0) return prepared;
  const { events, notifications } = prepared.submission;
  const next = prepareAll({ ...context, log: [...context.log, ...events] }, rest);
  if ('refused' in next) return next;
  return {
    submission: {
      events: [...events, ...next.submission.events],
      notifications: [...notifications, ...next.submission.notifications],
      record: next.submission.record,
    },
  };
}
