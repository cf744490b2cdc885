import { readFileSync } from 'node:fs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier as minifyLiterals } from '@literals/rollup-plugin-html-css-minifier';
import esbuild from 'rollup-plugin-esbuild';
import { globSync } from 'tinyglobby';

const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });

const jsonModules = json({ namedExports: false, compact: true });
const minifiedLiterals = minifyLiterals({
  failOnError: true,
  // A template may begin or end with a space that parts words when it stands in another one.
  options: { minifyOptions: { conservativeCollapse: true } },
});

export default [
  modules('core'),
  modules('policies'),
  modules('elements'),
  modules('cli'),
  modules('intake'),
  browserBundle(),
];

/** One file for each source file, for bundlers and Node: what the exports of a package point to. */
export function modules(name) {
  const folder = `packages/${name}`;
  return {
    input: entries(`${folder}/src`),
    external: dependencies(folder),
    onwarn,
    plugins: [nodeResolve({ extensions: ['.ts'] }), jsonModules, typescript, minifiedLiterals, policyFiles(folder)],
    output: {
      dir: `${folder}/dist`,
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: `${folder}/src`,
    },
  };
}

/** Everything in one script for a page without a build step; what is imported dynamically stays in chunks of its own. */
export function browserBundle() {
  return {
    input: { 'escalation-kit': 'packages/elements/src/define/index.ts' },
    onwarn,
    plugins: [
      nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['source', 'production'] }),
      jsonModules,
      typescript,
      minifiedLiterals,
      terser({ module: true, ecma: 2022 }),
    ],
    output: {
      dir: 'packages/elements/dist/bundle',
      format: 'es',
      sourcemap: true,
      chunkFileNames: ({ name, facadeModuleId }) => `${policyName(facadeModuleId) ?? name}-[hash].js`,
    },
  };
}

/** The policies' data is exported as it is, too, for a host that reads JSON itself. */
function policyFiles(folder) {
  return {
    name: 'policy-files',
    generateBundle() {
      for (const fileName of globSync('*/policy.json', { cwd: `${folder}/src` })) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`${folder}/src/${fileName}`) });
      }
    },
  };
}

/** The build fails at any warning. A file of types alone is empty for good, though, and others' code is not ours. */
function onwarn(warning, warn) {
  const files = [warning.id, warning.loc?.file, ...(warning.ids ?? [])];
  const isForeign = warning.code !== 'UNRESOLVED_IMPORT' && files.some((file) => file?.includes('node_modules'));
  if (warning.code !== 'EMPTY_BUNDLE' && !isForeign) warn(warning);
}

/** Each policy's chunk would be called 'policy'; its folder says which it is. */
function policyName(path) {
  return path && /([^/]+)\/policy\.json$/.exec(path)?.[1];
}

/** Every file that could be imported under the exports' patterns, without the tests. */
function entries(folder) {
  return globSync(`${folder}/**/*.ts`, { ignore: ['**/*test.ts', '**/testing/**', '**/*.d.ts'] });
}

function dependencies(folder) {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => new RegExp(`^${name}(/|$)`));
}
