/**
 * Breaks one part of the engine on purpose, one small change at a time, and runs the part's tests over each change: what
 * still passes is code that nothing holds. `npm run mutation` runs all five parts.
 */
const part = process.env.PART ?? 'calendar';

export default {
  mutate: [`packages/core/src/${part}/**/!(*.test).ts`],
  testRunner: 'bundled',
  plugins: [new URL('scripts/mutation/test-runner.mjs', import.meta.url).pathname],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: `.cache/mutation/${part}.json` },
  // Not per test: what is worked out once for a policy is there already when a later test needs it.
  coverageAnalysis: 'all',
  ignorePatterns: ['storybook-static', 'dist', 'docs/images', '.cache'],
  tempDirName: '.cache/stryker',
  // A change may make something go on for ever: what takes this long, or this much memory, counts as found.
  timeoutMS: 15_000,
  // Node keeps what was evaluated by it: a process that has done many runs only collects garbage.
  maxTestRunnerReuse: 50,
  testRunnerNodeArgs: ['--max-old-space-size=768', '--experimental-vm-modules', '--no-warnings'],
};
