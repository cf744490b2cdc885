import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded } from '../database/embedded.ts';
import { opening, submission } from '../testing/submissions.ts';

const BIN = new URL('../bin.ts', import.meta.url).pathname;

/** The command as a process of its own, with a PostgreSQL of its own in a folder. */
async function serve(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const env = { ...process.env, INTAKE_FOLDER: folder, PORT: '0', INTAKE_LOG: 'silent' } as NodeJS.ProcessEnv;
  delete env.DATABASE_URL;
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', BIN, 'serve', '--demo'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const address = await new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString());
      const found = /Intake is at (http:\S+)/.exec(said.join(''));
      if (found) done(found[1]!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(said.join(''))));
  });
  expect(said.join('')).toContain('A demonstration');
  return { child, address };
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('exit', done));

test('what was acknowledged is there after Node and PostgreSQL were killed', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-process-'));
  onTestFinished(async () => {
    await (await startEmbedded(folder)).stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const headers = { 'content-type': 'application/json', cookie: 'intake-demo=school-lead' };
  const first = await serve(folder);
  const references: string[] = [];
  for (let i = 0; i < 3; i++) {
    const answer = await fetch(`${first.address}/cases`, {
      method: 'POST',
      headers,
      body: JSON.stringify(submission([], [opening()])),
    });
    expect(answer.status).toBe(201);
    references.push(((await answer.json()) as { receipt: { reference: string } }).receipt.reference);
  }
  first.child.kill('SIGKILL');
  const postmaster = Number(readFileSync(join(folder, 'cluster/data/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(postmaster, 'SIGKILL');
  await ended(first.child);

  const second = await serve(folder);
  const listed = (await (await fetch(`${second.address}/cases`, { headers })).json()) as {
    cases: { reference: string }[];
  };
  expect(listed.cases.map(({ reference }) => reference).sort()).toEqual([...references].sort());
  second.child.kill('SIGTERM');
  expect(await ended(second.child)).toBe(0);
  expect(() => readFileSync(join(folder, 'cluster/data/postmaster.pid'))).toThrow();
});
