import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { STATES } from './states.ts';
import { Visit } from './visit.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What axe looks for. The colours are all that a dark page has of its own. */
const RULES = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: ['color-contrast'],
};

const PORTALS = ['council/', 'school/', 'health/'] as const;
const SCHEMES = ['light', 'dark'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch('chromium');
});
afterAll(() => browser.close());

describe.each(PORTALS)('%s', (portal) => {
  test('has no fault that axe finds, in light or dark, and fits 320 pixels, in each of its states', async () => {
    const visit = await Visit.to(browser, portal, '2026-11-20');
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

test.each(['', 'not-built.html'])('the demonstration’s own page “%s” has none either', async (path) => {
  const page = await browser.newPage();
  await page.goto(inject('demo') + path);
  expect(await faultsOf(page, 'light')).toEqual([]);
  expect(await overflowAt320(page)).toBe(0);
  await page.close();
});

/** What axe finds: the rule, and where. */
async function faultsOf(page: Page, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')}`));
  }, RULES[scheme]);
}

/** By how many pixels the page is wider than a small phone. */
async function overflowAt320(page: Page): Promise<number> {
  const before = page.viewport();
  await page.setViewport({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.setViewport(before);
  return overflow;
}
