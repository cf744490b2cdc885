import { globSync } from 'tinyglobby';

/** What tests a part through its public surface, the likeliest to find something first and what takes long last. */
const TESTS = {
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
    'packages/core/src/policy/plain-copy',
    'packages/core/src/policy',
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
  form: ['packages/core/src/form/form', 'packages/core/src/form/journey', 'packages/core/src/form'],
};

/** The test files of the part that is broken, in the order in which they run. */
export function testFiles(part = process.env.PART ?? 'calendar') {
  const files = TESTS[part].flatMap((path) => globSync([`${path}*.test.ts`, `${path}/**/*.test.ts`]).sort());
  return [...new Set(files)];
}
