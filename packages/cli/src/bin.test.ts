import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** As a process of its own, from the sources. */
function command(...args: string[]) {
  const node = ['--conditions=source', '--import', 'tsx', 'packages/cli/src/bin.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('runs as a command, and ends as it went', { timeout: 60_000 }, () => {
  expect(command('check', 'test/conformance/policies/small.json')).toEqual({
    status: 0,
    stdout: '1 file, 0 faults, 0 warnings\n',
    stderr: '',
  });
  expect(command('check', 'packages/cli/package.json')).toMatchObject({ status: 1, stderr: '' });
  expect(command('check')).toMatchObject({ status: 2, stdout: '' });
});
