import { existsSync, rmSync, statSync } from 'node:fs';
import { rollup } from 'rollup';
import { globSync } from 'tinyglobby';
import { browserBundle } from '../rollup.config.mjs';

/** Everything that the bundle is made of or by. */
const PACKAGES = 'packages/{core,policies,elements}';
const SOURCES = [
  `${PACKAGES}/src/**/*.{ts,json}`,
  `${PACKAGES}/package.json`,
  'rollup.config.mjs',
  'package-lock.json',
];
const BUNDLE = 'packages/elements/dist/bundle';

/**
 * Builds the script for pages without a build step, unless the one that is there is newer than all its sources.
 *
 * @returns {Promise<boolean>} whether it was built
 */
export async function bundleIfStale() {
  const script = `${BUNDLE}/escalation-kit.js`;
  const newest = Math.max(...globSync(SOURCES, { ignore: '**/*test.ts' }).map((file) => statSync(file).mtimeMs));
  if (existsSync(script) && statSync(script).mtimeMs > newest) return false;
  const { output, ...input } = browserBundle();
  const bundle = await rollup(input);
  // The names of the chunks change with what is in them: those of the last build would stay for good.
  rmSync(BUNDLE, { recursive: true, force: true });
  await bundle.write(output);
  await bundle.close();
  return true;
}
