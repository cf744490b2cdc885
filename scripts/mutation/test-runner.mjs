import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import vm from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, commonTokens, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { startTests } from '@vitest/runner';
import { build } from 'esbuild';
import { testFiles } from './test-files.mjs';

/**
 * Runs Vitest's tests within Stryker's own process: bundled once, evaluated anew for each mutant. Vitest itself starts a
 * worker and fetches each module for every mutant, which takes ten times as long as the tests.
 */
class BundledTestRunner {
  static inject = [commonTokens.options];

  #files = [];
  #chunks = new Map();
  /** Through which the broken copy is told what is broken in it, and tells what of it has run. */
  #state = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  #bail;

  constructor({ disableBail }) {
    this.#bail = !disableBail;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#files = testFiles();
    const { outputFiles } = await build({
      // The copy, and not where the process was started.
      absWorkingDir: process.cwd(),
      entryPoints: this.#files,
      outdir: '/bundle',
      outbase: '.',
      bundle: true,
      splitting: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      plugins: [sources],
      logLevel: 'error',
    });
    for (const { path, text } of outputFiles) this.#chunks.set(path, text);
  }

  async dryRun() {
    const result = await this.#run(this.#files);
    const { mutantCoverage } = this.#state;
    return { ...result, mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, sandboxFileName }) {
    if (Number(activeMutant.id) % ONE_IN !== 0) return { status: MutantRunStatus.Error, errorMessage: 'not drawn' };
    this.#state.activeMutant = activeMutant.id;
    this.#state.hitCount = hitLimit === undefined ? undefined : 0;
    this.#state.hitLimit = hitLimit;
    const [own, others] = partition(this.#files, (test) => isTestOf(test, relative('.', sandboxFileName)));
    const result = await this.#run([...own, ...others]);
    return toMutantRunResult(determineHitLimitReached(this.#state.hitCount, hitLimit) ?? result);
  }

  async #run(files) {
    const tests = [];
    const modules = new Map();
    let isOver = false;
    const note = (test) => {
      tests.push(test);
      isOver ||= this.#bail && test.status === TestStatus.Failed;
    };
    const runner = {
      config: CONFIG,
      importFile: (file) => this.#import(`/bundle/${file.replace(/ts$/, 'js')}`, modules),
      onBeforeRunTask: (task) => {
        if (isOver) task.mode = 'skip';
      },
      onAfterRunTask: (task) => note(resultOf(task)),
    };
    for (const file of files) {
      const [{ result }] = await startTests([{ filepath: file }], runner);
      // A file that cannot be loaded, or whose hook fails, has no test that says so.
      if (result.state === 'fail') note(resultOf({ id: file, name: file, result }));
      if (isOver) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }

  async #import(path, modules) {
    const module = this.#moduleAt(path, modules);
    if (module.status === 'unlinked') await module.link((specifier, from) => this.#linked(specifier, from, modules));
    await module.evaluate();
    return module.namespace;
  }

  #linked(specifier, { identifier }, modules) {
    return specifier.startsWith('.')
      ? this.#moduleAt(new URL(specifier, `file://${identifier}`).pathname, modules)
      : external(specifier);
  }

  #moduleAt(path, modules) {
    let module = modules.get(path);
    if (!module) {
      module = new vm.SourceTextModule(this.#chunks.get(path), {
        identifier: path,
        importModuleDynamically: (specifier, from) =>
          specifier.startsWith('.')
            ? this.#dynamic(new URL(specifier, `file://${from.identifier}`).pathname, modules)
            : import(specifier),
      });
      modules.set(path, module);
    }
    return module;
  }

  async #dynamic(path, modules) {
    await this.#import(path, modules);
    return modules.get(path);
  }
}

/** The copy that is broken lies elsewhere than node_modules says, and what is no part of it is loaded once for all. */
const sources = {
  name: 'sources',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return null;
      if (path === 'vitest') return { path: new URL('vitest.mjs', import.meta.url).pathname, external: true };
      const own = SOURCES.find(([pattern]) => pattern.test(path));
      return own ? { path: `${process.cwd()}/${path.replace(...own)}` } : { path, external: true };
    });
    // What becomes of an address that is broken: a module with nothing in it.
    onResolve({ filter: /^$/ }, () => ({ path: 'data:text/javascript,', external: true }));
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = { url: `file://${path}`, dirname: path.replace(/\/[^/]*$/, '') };
      const contents = text
        .replace(/import\.meta\.(url|dirname)\b/g, (_, name) => JSON.stringify(place[name]))
        .replace(BROKEN_IMPORT, '($<active> ? import("") : ($<covered>, import($<path>)))');
      return { contents, loader: 'ts' };
    });
  },
};

/** `import(active ? "" : (covered, path))`, which the bundler cannot follow. */
const BROKEN_IMPORT =
  /\bimport\((?<active>\w+\("\d+"\)) \? "" : \((?<covered>\w+\("\d+"\)), (?<path>'[^']+'|"[^"]+")\)\)/g;

const SOURCES = [
  [/^@escalation-kit\/core\/parse$/, 'packages/core/src/policy/parse.ts'],
  [/^@escalation-kit\/core\/([a-z]+)$/, 'packages/core/src/$1/index.ts'],
  [/^@escalation-kit\/policies$/, 'packages/policies/src/index.ts'],
];

const externals = new Map();

/** A package as a module that the bundle can be linked with. */
async function external(specifier) {
  const known = externals.get(specifier);
  if (known) return known;
  const namespace = await import(specifier);
  const names = Object.keys(namespace);
  const module = new vm.SyntheticModule(names, () => {
    for (const name of names) module.setExport(name, namespace[name]);
  });
  await module.link(() => {});
  await module.evaluate();
  externals.set(specifier, module);
  return module;
}

/** Whether a test is a file's own, or its folder's: what is broken there is found soonest by it. */
function isTestOf(test, file) {
  const name = test.replace(/\.test\.ts$/, '');
  return file === `${name}.ts` || file.startsWith(`${name}/`);
}

function partition(items, isFirst) {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Of how many changes one is tried: all, unless a sample is asked for. */
const ONE_IN = Number(process.env.ONE_IN ?? 1);

const CONFIG = {
  root: process.cwd(),
  setupFiles: [],
  passWithNoTests: true,
  allowOnly: false,
  sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  // What asks how long something takes has nothing to say of a broken copy, and takes longest.
  testNamePattern: /^(?!.*takes seconds at most)/,
  tags: [],
};

function resultOf({ id, name, fullTestName = name, result }) {
  const { state, duration: timeSpentMs = 0, errors = [] } = result ?? {};
  const seen = { id, name: fullTestName, timeSpentMs };
  if (state === 'fail') return { ...seen, status: TestStatus.Failed, failureMessage: String(errors[0]?.message) };
  return { ...seen, status: state === 'pass' ? TestStatus.Success : TestStatus.Skipped };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled', BundledTestRunner)];
