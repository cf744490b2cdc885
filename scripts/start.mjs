// Builds what the demonstration needs, where that is out of date, and serves it until it is stopped.

import { bundleIfStale } from './bundle.mjs';
import { serve } from './serve.mjs';

const wanted = Number(process.env['PORT'] ?? 8080);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  console.error(
    `PORT=${process.env['PORT']} is not understood. Allowed: a whole number from 0 (any free port) to 65535.`,
  );
  process.exit(1);
}

if (await bundleIfStale()) console.log('Built the elements.');

const { url, port, close } = await serve({ port: wanted });
if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken; this is on ${port}.`);
console.log(`\n  The demonstration is at ${url}\n  Stop it with Ctrl-C.\n`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
