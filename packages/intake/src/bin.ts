#!/usr/bin/env node
import { run, wordFor } from './command/run.ts';
import { isUnavailable } from './database/unavailable.ts';

const stopped = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
});

// The library of the worker does not wait for what it writes after a job. What could not be written is seen to later.
process.on('unhandledRejection', (error) => isUnavailable(error) || fall(error));
process.on('uncaughtException', fall);

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  environment: process.env,
  now: () => new Date().toISOString(),
  stopped,
});

/** Node itself would write the whole error, with the values that it carries. */
function fall(error: unknown): void {
  process.stderr.write(`${wordFor(error)}\n`);
  process.exit(1);
}
