import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyHeader, STRICT_POLICY } from '../test/strict-policy.mjs';

/** Folders by the path under which they are served; the first that fits is taken. */
const FOLDERS = [
  ['/escalation-kit/', folder('packages/elements/dist/bundle')],
  ['/', folder('docs/demo')],
];

/**
 * The policy that the elements promise to work under. The pages themselves need pictures from here, for the browser's
 * tab; no page sends a form anywhere, is framed, or moves its base.
 */
const CONTENT_SECURITY_POLICY = policyHeader({
  ...STRICT_POLICY,
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
});

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const BASE = 'http://localhost';

/** How many ports to try from the one asked for on, before any that is free. */
const TRIES = 20;

/**
 * Serves the demonstration with the kit's bundle to this machine alone.
 *
 * @param {{ port?: number, pages?: Record<string, string> }} options the port to try first; 0, as without, takes any
 *   that is free. Pages and scripts beside those of the demonstration, by their path, for tests
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} where it is, and what ends it
 */
export async function serve({ port = 0, pages = {} } = {}) {
  const server = createServer((request, response) => answer(request, response, pages));
  await listen(server, port);
  const taken = server.address().port;
  return {
    url: `http://localhost:${taken}/`,
    port: taken,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server, port) {
  for (let turn = 0; ; turn++) {
    const next = port + turn;
    server.listen(turn === TRIES || next > 65_535 ? 0 : next, '127.0.0.1');
    try {
      await once(server, 'listening');
      return;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || turn === TRIES) throw error;
    }
  }
}

function answer(request, response, pages) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'Only GET and HEAD here.');
  if (!URL.canParse(request.url, BASE)) return say(response, 400, 'That is no address.');
  const { pathname, search } = new URL(request.url, BASE);
  if (Object.hasOwn(pages, pathname)) return send(response, extname(pathname), pages[pathname]);
  const file = fileFor(pathname);
  if (!file) return say(response, 404, 'There is no such page.');
  if (file.isFolder) return say(response, 301, 'It is a folder.', { Location: `${pathname}/${search}` });
  response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(file.name)], 'Content-Length': file.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.name)
    .on('error', () => response.destroy())
    .pipe(response);
}

function send(response, extension, text) {
  response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extension] });
  response.end(text);
}

/** The file behind a path, never outside the folders that are served, and never of a kind that is not. */
function fileFor(pathname) {
  const path = decoded(pathname);
  const [prefix, root] = FOLDERS.find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (!root || path.includes('\0')) return null;
  const name = resolve(root, `./${path.slice(prefix.length)}`, path.endsWith('/') ? 'index.html' : '');
  if (!name.startsWith(root + sep)) return null;
  const stat = statSync(name, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return { isFolder: true };
  return stat?.isFile() && extname(name) in TYPES ? { name, size: stat.size } : null;
}

function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

function say(response, status, text, headers = {}) {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${text}\n`);
}

function folder(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
