import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findEngines } from '../engines.mjs';
import { startWebKitDriver } from '../webkit-driver.mjs';
import { openEyes } from './in-page.ts';
import { WebDriver } from './webdriver.ts';

/*
 * puppeteer cannot drive WebKit, so there is no whole journey in it: the page without a server is opened, its example
 * looked at and the form begun. What the elements do in WebKit is held by their own tests.
 */
describe.runIf(findEngines().includes('webkit'))('in webkit', () => {
  let driver: Awaited<ReturnType<typeof startWebKitDriver>>;
  let browser: WebDriver;
  beforeAll(async () => {
    driver = await startWebKitDriver();
    browser = await WebDriver.start(driver.options);
  });
  afterAll(async () => {
    await browser.stop();
    await driver.stop();
  });

  const shows = (tag: string, pattern: string) =>
    browser.until((name, words) => new RegExp(words).test(window.eyes.text(name)), tag, pattern);

  test.each([
    ['alone/', 'Due Wednesday 25 November 2026'],
    ['alone/?policy=kent', 'No fixed date'],
    ['alone/?policy=coventry', 'Without delay'],
  ])('%s shows a case and begins another', async (path, badge) => {
    await browser.goto(inject('demo') + path);
    await browser.run(openEyes);
    expect(await shows('policy-summary', 'has not confirmed')).toBe(true);

    await browser.run(() => {
      document.querySelector<HTMLInputElement>('#day')!.value = '2026-11-20';
      document.querySelector<HTMLFormElement>('[data-day]')!.requestSubmit();
      document.querySelector<HTMLElement>('[data-example]')!.click();
    });
    expect(await shows('stage-ladder:not([show])', 'You are here')).toBe(true);
    expect(await shows('deadline-badge', badge)).toBe(true);
    expect(await shows('case-duties', 'Mark as done')).toBe(true);

    await browser.run(() => document.querySelector<HTMLElement>('[data-to-start]')!.click());
    await browser.run(() => document.querySelector<HTMLElement>('[data-raise]')!.click());
    expect(await shows('escalation-form', 'Yes No Continue')).toBe(true);
  });
});
