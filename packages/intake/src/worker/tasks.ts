import type { TaskList } from 'graphile-worker';
import { wipeDrafts } from '../pages/drafts.ts';
import type { Services } from '../services.ts';
import { remindAll } from '../remind/remind-all.ts';
import type { Courier } from '../tell/courier.ts';
import { SEND } from '../tell/outbox.ts';
import { sendMessage } from '../tell/send.ts';
import { freeLost } from './free-lost.ts';

export const REMIND = 'remind';
export const FREE_LOST = 'free-lost';

/** What the worker does: each task by its name. */
export function tasksOf(services: Services, courier: Courier): TaskList {
  return {
    [SEND]: (payload, { job }) =>
      sendMessage(services, courier, (payload as { message: string }).message, job.attempts >= job.max_attempts),
    [REMIND]: async () => {
      await wipeDrafts(services.database, services.now());
      await remindAll(services);
    },
    [FREE_LOST]: () => freeLost(services),
  };
}
