import { readFileSync } from 'node:fs';
import { isPolicyId, loadPolicy } from '@escalation-kit/policies';
import { readJson, type Places } from './json-places.ts';

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

/**
 * A policy by the path of its file, or by its id where it is one of the bundled ones. A file of the same name as a
 * bundled policy is meant by `./barnsley`.
 *
 * @throws UnreadableError where there is no such file; NotJsonError where it holds no JSON
 */
export async function readPolicy(name: string): Promise<PolicySource> {
  if (isPolicyId(name)) return { name, value: await loadPolicy(name), places: null };
  return { name, ...readJson(textOf(name)) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UnreadableError(file, REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file, and no bundled policy of this name',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
};
