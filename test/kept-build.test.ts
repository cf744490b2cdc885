import { expect, test } from 'vitest';
import { keptBuild } from '../scripts/kept-build.mjs';

test.each(['no-such-branch', '0123456789abcdef0123456789abcdef01234567', ''])(
  'of a commit %j that is not there, that is what is said',
  (commit) => {
    expect(() => keptBuild(commit)).toThrow(`There is no commit '${commit}' in this repository.`);
  },
);
