import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** What a folder has at a path; null for what it has not, and for kinds of files that are not served. */
export type Files = (path: string) => Promise<Response | null>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the files of a folder, and nothing outside it. A path that ends in a slash is that of its `index.html`. */
export function filesIn(folder: string): Files {
  const root = resolve(folder);
  return async (path) => {
    const name = nameIn(root, path);
    const type = name && TYPES[extname(name)];
    if (!name || !type) return null;
    try {
      if (!(await stat(name)).isFile()) return null;
      return new Response(await readFile(name), { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
    } catch {
      return null;
    }
  };
}

function nameIn(root: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const name = resolve(root, `./${decoded}`, decoded.endsWith('/') || decoded === '' ? 'index.html' : '');
  return name.startsWith(root + sep) ? name : null;
}
