import { createReadStream } from 'node:fs';
import { isPolicyId, loadPolicy } from '@escalation-kit/policies';
import { NotJsonError, readJson, type Places } from './json-places.ts';
import type { Surroundings } from './surroundings.ts';

/** A policy as it was found, sound or not. */
export interface PolicySource {
  /** As it was asked for: a path, or the id of a bundled policy. */
  readonly name: string;
  readonly value: unknown;
  /** Where things stand in the text; null for a bundled policy, which is no text. */
  readonly places: Places | null;
}

/** A file that cannot be read at all. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';

  constructor(file: string, reason: string) {
    super(`${file} cannot be read: ${reason}.`);
  }
}

/** Where files are read from that are no files: `-` stands for it. */
export type Input = Surroundings['input'];

/**
 * A policy by the path of its file, or by its id where it is one of the bundled ones. A file of the same name as a
 * bundled policy is meant by `./barnsley`.
 *
 * @throws UnreadableError where there is no such file; NotJsonError where it holds no JSON
 */
export async function readPolicy(name: string, input: Input): Promise<PolicySource> {
  if (isPolicyId(name)) return { name, value: await loadPolicy(name), places: null };
  return { name, ...readJson(await textOf(name, name === '-' ? input() : createReadStream(name))) };
}

/**
 * What stands in a file that is read for something else than to be checked.
 *
 * @throws UnreadableError where it cannot be read, or is no JSON
 */
export async function readValue(name: string, input: Input): Promise<unknown> {
  try {
    return (await readPolicy(name, input)).value;
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    const { line, column } = error.place;
    throw new UnreadableError(name, `it is no JSON at line ${line}, column ${column}`);
  }
}

/**
 * More than a policy of the size that the format allows takes with all its brackets and blanks. To remember where each
 * value of a text stands takes some sixty times the room of the text, and for one ten times as large half a minute.
 */
const MOST_BYTES = 2_000_000;

async function textOf(file: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length > MOST_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new UnreadableError(file, REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
  }
  if (length > MOST_BYTES) throw new UnreadableError(file, 'it holds more than 2 MB, which no policy does');
  return Buffer.concat(chunks).toString('utf8');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file, and no bundled policy of this name',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
};
