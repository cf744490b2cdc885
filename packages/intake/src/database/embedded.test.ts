import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { binaries } from './binaries.ts';
import { startEmbedded } from './embedded.ts';

test('a machine for which there is no PostgreSQL is told so, and what to do instead', async () => {
  await expect(binaries('plan9', 'mips')).rejects.toThrow(
    /there is none for plan9 on mips\. Name a server's with DATABASE_URL/,
  );
  await expect(binaries('darwin', 'x64')).rejects.toThrow(/is not installed\. Name a server's/);
});

test.runIf(process.getuid?.() === 0)('a folder that its own user may not enter is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-closed-'));
  await expect(startEmbedded(join(folder, 'data'))).rejects.toThrow(`may not enter ${folder}.`);
});
