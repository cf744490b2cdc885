import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { serveStorybook, stories } from './storybook.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // A story is part of a page: its landmarks and its h1 are the host's.
  rules: Object.fromEntries(
    ['region', 'page-has-heading-one', 'landmark-one-main'].map((id) => [id, { enabled: false }]),
  ),
  resultTypes: ['violations'],
};

/** What the preview frame of Storybook has on its window. */
interface Preview {
  __STORYBOOK_ADDONS_CHANNEL__: {
    on(event: string, listener: (payload: unknown) => void): void;
    off(event: string, listener: (payload: unknown) => void): void;
    emit(event: string, payload: unknown): void;
  };
  axe: { run(context: Element | null, options: RunOptions): Promise<AxeResults> };
}

describe.skipIf(!JOURNEY_ENGINES.includes('chromium'))('every story', () => {
  let browser: Browser;
  let page: Page;
  let close: () => void;
  const errors: string[] = [];

  beforeAll(async () => {
    const storybook = await serveStorybook();
    close = storybook.close;
    browser = await launch('chromium');
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
    await page.setViewport({ width: 1280, height: 900 });
    // The add-on's own run of axe would be in the way of this one.
    await page.goto(`${storybook.url}/iframe.html?viewMode=story&id=${stories()[0]!.id}&globals=a11y.manual:!true`);
    await page.waitForSelector('#storybook-root > *');
    await page.evaluate(AXE);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  afterEach(() => errors.splice(0));

  for (const { id, title, name } of stories()) {
    test(`${title}: ${name}`, async () => {
      await show(page, id);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    });
  }
});

/** Draws a story in the page that is open already, and waits until its elements have drawn themselves. */
async function show(page: Page, id: string): Promise<void> {
  await page.evaluate(async (storyId) => {
    const channel = (window as unknown as Preview).__STORYBOOK_ADDONS_CHANNEL__;
    await new Promise<void>((resolve, reject) => {
      channel.on('storyRendered', () => resolve());
      channel.on('storyThrewException', (error) => reject(error instanceof Error ? error : new Error(String(error))));
      channel.on('storyErrored', (error) => reject(new Error(JSON.stringify(error))));
      if (location.href.includes(`id=${storyId}&`)) resolve();
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    });
    const isDrawn = (element: Element) => !element.shadowRoot?.querySelector('[part=loading]');
    const elements = () => [...document.querySelectorAll('#storybook-root *')].filter((e) => e.localName.includes('-'));
    for (let turn = 0; turn < 300; turn++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (elements().every(isDrawn) && turn > 2) return;
      if (document.querySelector('[policy-src="/never-answers"]')) return;
    }
    throw new Error('the elements of the story were not drawn');
  }, id);
}

/** What axe finds, as rule and place. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (options) => {
    const root = document.querySelector('#storybook-root');
    const { violations } = await (window as unknown as Preview).axe.run(root, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`));
  }, OPTIONS);
}

/** By how many pixels the content of a story is wider than the place it has. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const frame = document.querySelector('#storybook-root .look');
    return frame ? frame.scrollWidth - frame.clientWidth : 0;
  });
}
