import { createHash, timingSafeEqual } from 'node:crypto';
import type { ProxySettings } from '../settings/settings.ts';
import type { Directory } from './directory.ts';
import type { Person } from './person.ts';

/** Says who makes a request; null for nobody that is known. */
export type Identify = (request: Request) => Person | null | Promise<Person | null>;

/**
 * Takes the word of a proxy that signs people in. What it says counts only with the secret that it alone knows: from
 * anywhere else the same headers are nobody's.
 */
export function byProxy({ user, groups, secretHeader, secret }: ProxySettings, directory: Directory): Identify {
  return ({ headers }) => {
    if (!isSame(headers.get(secretHeader) ?? '', secret)) return null;
    const id = headers.get(user);
    if (!id) return null;
    return directory.person(
      id,
      (headers.get(groups) ?? '')
        .split(',')
        .map((group) => group.trim())
        .filter(Boolean),
    );
  };
}

/** In the same time whatever was sent. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
