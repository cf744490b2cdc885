import { build } from 'esbuild';

/**
 * What a page loads of the kit when a host bundles it: `start`, what is loaded before any element is there, and `all`,
 * with what follows while the elements are used in English under one bundled policy. Left out of both: what only a
 * policy of the host's own or a page of two builds needs, the other policies and calendars, and Welsh.
 *
 * @param {string[]} code the lines of the page's script
 * @param {string} condition of the packages' exports: `source` for what is there without a build
 * @param {string} policy
 * @returns {Promise<{ start: Load[], all: Load[] }>}
 * @typedef {{ entryPoint?: string, contents: Uint8Array, modules: { path: string, bytes: number }[] }} Load
 */
export async function loadsOf(code, condition, policy = 'barnsley') {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code.join('\n'), resolveDir: '.', sourcefile: ENTRY },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: [condition],
    outdir: OUT,
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const contents = new Map(outputFiles.map((file) => [nameOf(file.path), file.contents]));
  const loads = (kinds) =>
    reached(outputs, kinds, policy).map((path) => ({
      entryPoint: outputs[path].entryPoint,
      contents: contents.get(nameOf(path)),
      modules: Object.entries(outputs[path].inputs)
        .map(([module, { bytesInOutput: bytes }]) => ({ path: module, bytes }))
        .filter(({ bytes }) => bytes > 0),
    }));
  return { start: loads(['import-statement']), all: loads(['import-statement', 'dynamic-import']) };
}

const ENTRY = 'entry.js';
const OUT = 'out';

/** The entry's output and every output that it leads to by such imports, at any depth. */
function reached(outputs, kinds, policy) {
  const found = new Set(Object.keys(outputs).filter((path) => outputs[path].entryPoint === ENTRY));
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path].imports) {
      if (kinds.includes(kind) && !isElse(outputs[imported]?.entryPoint, policy)) found.add(imported);
    }
  }
  return [...found];
}

const ELSE = /policy\/parse|kit\/(same-terms|other-case)|text\/cy|bank-holidays\/(scotland|northern)/;

/** What another policy, another calendar, another language, a policy of the host's own or a second build would need. */
function isElse(entryPoint = '', policy) {
  const [, other] = /policies\/(?:src|dist)\/([^/]+)\/policy/.exec(entryPoint) ?? [];
  return (other && other !== policy) || ELSE.test(entryPoint);
}

/** esbuild names its outputs by where they would stand. */
function nameOf(path) {
  return path.replaceAll('\\', '/').split(`/${OUT}/`).at(-1).replace(`${OUT}/`, '');
}
