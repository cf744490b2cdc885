import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOf, overflowAt320, SCHEMES } from './axe.ts';
import { launch } from './launch.ts';
import { STATES } from './states.ts';
import { Visit } from './visit.ts';

/** Under policies that differ most. */
const PAGES = ['alone/', 'alone/?policy=kent', 'alone/?policy=coventry'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch('chromium');
});
afterAll(() => browser.close());

describe.each(PAGES)('%s', (path) => {
  test('has no fault that axe finds, in light or dark, and fits 320 pixels, in each of its states', async () => {
    const visit = await Visit.to(browser, path, '2026-11-20');
    for (const { name, reach } of STATES) {
      await reach(visit);
      for (const scheme of SCHEMES) {
        await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        expect(await faultsOf(visit.page, scheme), `${name}, ${scheme}`).toEqual([]);
      }
      expect(await overflowAt320(visit.page), name).toBe(0);
    }
    await visit.end();
  }, 240_000);
});

test('the demonstration’s page of what was not built has none either', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('demo')}not-built.html`);
  expect(await faultsOf(page, 'light')).toEqual([]);
  expect(await overflowAt320(page)).toBe(0);
  await page.close();
});
