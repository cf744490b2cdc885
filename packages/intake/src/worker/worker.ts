import { run, runOnce, type RunnerOptions } from 'graphile-worker';
import type { Pool } from 'pg';
import { QUIET } from '../log/quiet.ts';
import { namesOf } from '../log/log.ts';
import type { Services } from '../services.ts';
import type { Courier } from '../tell/courier.ts';
import { FREE_LOST, REMIND, tasksOf } from './tasks.ts';

/** A worker at work; any number of them share what there is to do. */
export interface Worker {
  /** Ends when what it has begun is done. */
  readonly stop: () => Promise<void>;
  /** Ends when the worker has, whatever the reason. */
  readonly ended: Promise<void>;
}

/** In cron's words: whose time has come, every five minutes; what was lost on the way, every minute. */
const CRONTAB = `*/5 * * * * ${REMIND}\n* * * * * ${FREE_LOST}`;

export async function startWorker(services: Services, pool: Pool, courier: Courier): Promise<Worker> {
  const runner = await run({
    ...optionsFor(services, pool, courier),
    crontab: CRONTAB,
    concurrency: 4,
    pollInterval: 2000,
  });
  runner.events.on('worker:fatalError', ({ error }) => services.log.error('a worker ended', namesOf(error)));
  return {
    // It refuses to stop what has ended already.
    stop: () => runner.stop().catch((error: unknown) => services.log.warn('a worker had stopped', namesOf(error))),
    ended: runner.promise.catch((error: unknown) => services.log.warn('a worker ended', namesOf(error))),
  };
}

/**
 * Works until it is asked to stop. A worker whose connections break may end: another follows it, until the database is
 * back.
 *
 * @throws where not even the first can begin
 */
export async function keepWorking(
  services: Services,
  pool: Pool,
  courier: Courier,
  stopped: Promise<void>,
): Promise<void> {
  let isStopped = false;
  void stopped.then(() => (isStopped = true));
  for (let worker: Worker | null = await startWorker(services, pool, courier); ;) {
    await Promise.race([stopped, worker?.ended]);
    await worker?.stop();
    if (isStopped) return;
    await Promise.race([stopped, pause(PAUSE)]);
    worker = await startWorker(services, pool, courier).catch((error: unknown) => {
      services.log.warn('a worker could not begin', namesOf(error));
      return null;
    });
  }
}

const PAUSE = 1000;

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Does what there is to do now, and ends. */
export function workOnce(services: Services, pool: Pool, courier: Courier): Promise<void> {
  return runOnce(optionsFor(services, pool, courier));
}

function optionsFor(services: Services, pgPool: Pool, courier: Courier): RunnerOptions {
  return { pgPool, taskList: tasksOf(services, courier), logger: QUIET, noHandleSignals: true };
}
