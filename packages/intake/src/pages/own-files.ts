import { filesIn, type Files } from './files.ts';
import { ICON, STYLE } from './looks.ts';
import { PAGE_HEADERS } from './policy.ts';
import { TAKE_OVER } from './take-over.ts';

/**
 * What intake's pages load, by its path; none of it is anybody's.
 *
 * @param elements the folder of the elements' built files; without it pages are plain
 */
export function ownFiles(elements: string | undefined): Files {
  const kit = elements === undefined ? null : filesIn(elements);
  return async (path) => {
    const own = OWN[path];
    if (own) return fileOf(new Response(own[1], { headers: { 'content-type': own[0], 'cache-control': 'no-cache' } }));
    return path.startsWith(KIT) ? fileOf((await kit?.(path.slice(KIT.length))) ?? null) : null;
  };
}

/** With what every page and file of intake is sent. */
export function fileOf(file: Response | null): Response | null {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) file?.headers.set(name, value);
  file?.headers.set('x-content-type-options', 'nosniff');
  return file;
}

const KIT = '/escalation-kit/';
const OWN: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/intake.css': ['text/css; charset=utf-8', STYLE],
  '/intake.svg': ['image/svg+xml', ICON],
  '/intake.js': ['text/javascript; charset=utf-8', TAKE_OVER],
};
