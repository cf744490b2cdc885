import { globSync } from 'tinyglobby';
import puppeteer from 'puppeteer-core';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { bundleElementTests } from './test/bundle-element-tests.mjs';
import { findEngines, launchOptions } from './test/engines.mjs';
import { strictRunnerPage } from './test/strict-policy.mjs';
import { tallyReporter } from './test/tally-reporter.mjs';
import { startWebKitDriver } from './test/webkit-driver.mjs';

const engines = findEngines();
const webkit = engines.includes('webkit') ? await startWebKitDriver() : undefined;

export default {
  files: await bundleElementTests(elementTests()),
  browsers: await Promise.all(engines.map(launcher)),
  concurrency: 1,
  concurrentBrowsers: 1,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  middleware: [strictRunnerPage],
  plugins: [{ name: 'stop-webkit', serverStop: () => webkit?.stop() }],
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY }),
    tallyReporter('.cache/tally/elements.json'),
  ],
};

/** `ONLY=deadline-badge` runs the files whose path contains that. */
function elementTests() {
  return globSync(['packages/elements/src/**/*.browser-test.ts', 'test/**/*.browser-test.ts']).filter((file) =>
    file.includes(process.env['ONLY'] ?? ''),
  );
}

async function launcher(engine) {
  if (engine === 'webkit') return webdriverLauncher(webkit.options);
  return chromeLauncher({ puppeteer, launchOptions: await launchOptions(engine) });
}
