// Builds what the demonstration needs, where that is out of date, and serves it until it is stopped: intake with its
// worker and its PostgreSQL, a mailbox, and the portals.

import { run } from '../packages/intake/src/command/run.ts';
import { bundleIfStale } from './bundle.mjs';

const ELEMENTS = 'packages/elements/dist/bundle';

if (await bundleIfStale()) console.log('Built the elements.');

const stopped = new Promise((done) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => done());
});

process.exitCode = await run(['serve', '--demo', '--portals', 'docs/demo'], {
  out: (line) => console.log(`\n  ${line}\n  Stop it with Ctrl-C.`),
  err: (line) => console.error(`\n  ${line}`),
  environment: { INTAKE_LOG: 'silent', INTAKE_ELEMENTS: ELEMENTS, ...process.env },
  now: () => new Date().toISOString(),
  stopped,
});
