import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The commit that what comes after it is measured against. */
export const BEFORE = '3ccde87ad31bd7684b0a186089d715aec483dda0';

const FOLDER = '.cache/kept';

/** Where a build has the script of its elements. */
const BUNDLE = 'packages/elements/dist/bundle/escalation-kit.js';

/** Stands in a kept build once it is whole: a build that was interrupted is made anew. */
const MARK = '.built';

/** A commit that is to be built is not in the repository. */
class UnknownCommitError extends Error {}

/** An older commit cannot be installed or built as it stands. */
class KeptBuildError extends Error {}

/**
 * A build of a named commit beside the working tree, by that commit's own lock file and its own `npm run build`; made
 * the first time, and found the next. One at a time: two that make the same build get in each other's way.
 *
 * @param {string} commit anything that names one: a hash, a branch, a tag
 * @returns {string} the folder that it is in, absolute
 * @throws {UnknownCommitError}
 * @throws {KeptBuildError}
 */
export function keptBuild(commit = BEFORE) {
  const sha = shaOf(commit);
  const folder = resolve(FOLDER, sha);
  if (existsSync(join(folder, MARK))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = execFileSync('git', ['archive', sha], { maxBuffer: Infinity });
  execFileSync('tar', ['-x', '-C', folder], { input: files });
  // Modules of its own: the packages link to one another in there, and another commit may want other versions.
  npm(folder, 'ci');
  npm(folder, 'run', 'build');
  writeFileSync(join(folder, MARK), '');
  return folder;
}

/**
 * The script of a commit's elements for pages without a build step. The chunks that it loads lie beside it, so that a
 * page has to be served the folder.
 *
 * @param {string} commit as for `keptBuild`
 * @returns {string} the script's file, absolute
 */
export function keptBundle(commit = BEFORE) {
  return join(keptBuild(commit), BUNDLE);
}

/**
 * The same script of a build that is there already, for tests that make none.
 *
 * @param {string} commit a whole hash
 * @returns {string | null} relative to the working tree; null where nobody has built it here
 */
export function builtBundle(commit = BEFORE) {
  const folder = join(FOLDER, commit);
  return existsSync(join(folder, MARK)) ? join(folder, BUNDLE) : null;
}

function shaOf(commit) {
  const { status, stdout } = git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`);
  if (status === 0) return stdout.trim();
  const isShallow = git('rev-parse', '--is-shallow-repository').stdout?.trim() === 'true';
  const remedy = isShallow
    ? 'This is a shallow clone: git fetch --unshallow brings the older commits.'
    : 'Allowed: a hash, a branch or a tag that git log knows here.';
  throw new UnknownCommitError(`There is no commit '${commit}' in this repository. ${remedy}`);
}

function git(...args) {
  return spawnSync('git', args, { encoding: 'utf8' });
}

/** What npm says goes to standard error: standard output is left to whoever asked for the build. */
function npm(cwd, ...args) {
  const { status } = spawnSync('npm', args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new KeptBuildError(`npm ${args.join(' ')} ended with ${status} in ${cwd}`);
}
