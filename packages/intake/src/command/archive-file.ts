import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { writeArchive } from '../archive/write-archive.ts';
import type { Lines } from '../archive/read-archive.ts';
import type { Database } from '../database/database.ts';

/** Writes a file that its owner alone can read, and that is on the disk when this ends. */
export async function exportTo(path: string, database: Database, now: string): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    const count = await writeArchive(database, now, async (line) => void (await file.appendFile(line)));
    await file.sync();
    return count;
  } finally {
    await file.close();
  }
}

export function linesOf(path: string): Lines {
  return () => createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
}
