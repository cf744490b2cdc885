import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A web-test-runner reporter that writes how many element tests passed, failed and were skipped, over all engines.
 *
 * @param {string} file where to write it
 */
export function tallyReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap(({ testResults }) => allTests(testResults));
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const broken = sessions.filter(({ passed, testResults }) => !passed && !allTests(testResults).some(hasFailed));
      const failed = tests.filter(hasFailed).length + broken.length;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    },
  };
}

function allTests(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(allTests)] : [];
}

function hasFailed(test) {
  return !test.passed && !test.skipped;
}
