// Builds the JavaScript of core and the policies anew, without types: what `npm run bench:before` measures, in seconds.

import { rollup } from 'rollup';
import { modules } from '../rollup.config.mjs';

for (const name of ['core', 'policies']) {
  const { output, ...input } = modules(name);
  const bundle = await rollup(input);
  await bundle.write(output);
  await bundle.close();
}
