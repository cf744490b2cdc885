import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As npm does it: started in the root, with the caller's folder in INIT_CWD. */
function run(...files: string[]) {
  const args = ['--import', 'tsx', '--conditions=source', 'test/conformance/run.ts', ...files];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n') };
}

const scenario = (id: string, more = {}) => ({
  id,
  policy: 'barnsley',
  calendar: 'england-and-wales',
  clauses: [],
  log: [],
  now: '2026-11-20T10:00:00Z',
  expect: {},
  ...more,
});

it('counts scenarios of files anywhere, names what fails, and ends with 1 where any did', () => {
  writeFileSync(join(folder, 'good.json'), JSON.stringify([scenario('one'), scenario('two')]));
  writeFileSync(
    join(folder, 'bad.json'),
    JSON.stringify([scenario('three', { expect: { stage: '1', route: 'x' } }), 5]),
  );
  writeFileSync(join(folder, 'worse.json'), '[{');
  expect(run('good.json')).toEqual({ status: 0, lines: ['2 passed, 0 failed'] });
  const { status, lines } = run('good.json', join(folder, 'bad.json'), 'worse.json', 'none.json');
  expect(status).toBe(1);
  expect(lines).toEqual([
    'three: stage: expected "1", found null',
    'three: route: expected "x", found null',
    'scenario 2 (without an id): malformed: an object is needed, found 5',
    expect.stringMatching(/worse\.json: cannot be read: .*worse\.json is not JSON: /),
    expect.stringMatching(/none\.json: cannot be read: ENOENT/),
    '2 passed, 4 failed',
  ]);
}, 60_000);
