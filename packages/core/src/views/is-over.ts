import type { Deadline, DeadlineStatus } from '../case/index.ts';

/** Whether nothing is waited for any more: it happened, or its stage was left without it. */
export function isOver({ status }: Pick<Deadline, 'status'>): boolean {
  return OVER.includes(status);
}

const OVER: readonly DeadlineStatus[] = ['met', 'met-late', 'ended', 'ended-late'];
