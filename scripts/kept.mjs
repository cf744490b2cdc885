// Keeps a build of a commit beside the working tree, and says where: `npm run kept -- COMMIT`.

import { BEFORE, keptBuild, keptBundle } from './kept-build.mjs';

const [commit = BEFORE] = process.argv.slice(2);
try {
  console.log(`${commit} is built in ${keptBuild(commit)}`);
  console.log(`Its elements for pages: ${keptBundle(commit)}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
