import { run, runOnce, type RunnerOptions } from 'graphile-worker';
import type { Pool } from 'pg';
import { QUIET } from '../log/quiet.ts';
import { namesOf } from '../log/log.ts';
import type { Services } from '../services.ts';
import type { Courier } from '../tell/courier.ts';
import { REMIND, tasksOf } from './tasks.ts';

/** A worker at work; any number of them share what there is to do. */
export interface Worker {
  /** Ends when what it has begun is done. */
  readonly stop: () => Promise<void>;
  /** Ends when the worker has, whatever the reason. */
  readonly ended: Promise<void>;
}

/** How often it is looked whose time has come: cron's words for every five minutes. */
const CRONTAB = `*/5 * * * * ${REMIND}`;

export async function startWorker(services: Services, pool: Pool, courier: Courier): Promise<Worker> {
  const runner = await run({
    ...optionsFor(services, pool, courier),
    crontab: CRONTAB,
    concurrency: 4,
    pollInterval: 2000,
  });
  runner.events.on('worker:fatalError', ({ error }) => services.log.error('a worker ended', namesOf(error)));
  return { stop: () => runner.stop(), ended: runner.promise };
}

/** Does what there is to do now, and ends. */
export function workOnce(services: Services, pool: Pool, courier: Courier): Promise<void> {
  return runOnce(optionsFor(services, pool, courier));
}

function optionsFor(services: Services, pgPool: Pool, courier: Courier): RunnerOptions {
  return { pgPool, taskList: tasksOf(services, courier), logger: QUIET, noHandleSignals: true };
}
