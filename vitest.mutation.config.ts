import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What tests a part through its public surface, the likeliest to find something first. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  calendar: ['packages/core/src/calendar', 'test/engine/moves'],
  policy: [
    'packages/core/src/policy/lookup',
    'packages/core/src/policy/fault',
    'packages/core/src/policy/issue-words',
    'packages/core/src/policy/references',
    'packages/core/src/policy/parse',
    'packages/core/src/policy/overlay',
    'packages/core/src/policy/lint',
    'packages/core/src/policy/review-overdue',
    'test/conformance/bundled-policies',
    'test/policies/json-schema',
    // What takes long, last.
    'packages/core/src/policy/plain-copy',
  ],
  case: [
    'packages/core/src/case',
    'test/engine/reach',
    'test/engine/moves',
    'test/conformance/conformance',
    'packages/core/src/views',
    'test/export',
  ],
  record: ['packages/core/src/record'],
};
const tests = TESTS[process.env.PART ?? 'calendar'] ?? [];

class InOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => tests.findIndex((path) => moduleId.includes(path));
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b)));
  }
}

/** The copy that is broken lies elsewhere than node_modules says. */
const source = (path: string) => new URL(`packages/${path}`, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    conditions: ['source'],
    alias: [
      { find: /^@escalation-kit\/core\/parse$/, replacement: source('core/src/policy/parse.ts') },
      { find: /^@escalation-kit\/core\/([a-z]+)$/, replacement: source('core/src/$1/index.ts') },
      { find: /^@escalation-kit\/policies$/, replacement: source('policies/src/index.ts') },
    ],
  },
  test: {
    include: tests.map((path) => `${path}*`).flatMap((path) => [`${path}.test.ts`, `${path}/**/*.test.ts`]),
    // One worker for one broken copy: loading the modules anew for each file takes longer than the tests.
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: InOrder },
  },
});
