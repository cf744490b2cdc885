import { onTestFinished } from 'vitest';
import { openPool } from '../database/database.ts';
import type { Courier } from '../tell/courier.ts';
import { workOnce } from '../worker/worker.ts';
import { asOwner } from './as-owner.ts';
import type { TestIntake } from './new-intake.ts';

/** A worker of its own on the database of an intake: does what there is to do now, each time it is called. */
export function workerOf({ services, url }: TestIntake, courier: Courier) {
  const pool = openPool({ url, role: 'server', connections: 4 });
  onTestFinished(() => pool.end());
  return {
    work: () => workOnce(services, pool, courier),
    /** The pauses between tries are over: nobody waits for them in a test. */
    skipPauses: () => asOwner(url, 'update graphile_worker._private_jobs set run_at = now()'),
  };
}
