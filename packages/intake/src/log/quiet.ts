import { Logger } from 'graphile-worker';

/** For libraries whose own logs hold values: a job's payload, an error of the database. */
export const QUIET = new Logger(() => () => {});
