import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startDemo, type Demo } from './demo.ts';
import { openEyes } from './in-page.ts';
import { launch } from './launch.ts';
import { Person, type Answers } from './person.ts';
import { JOURNEYS } from './policies.ts';

/*
 * What the server writes for those without scripts, beside what the elements say: the same questions in the same words,
 * page by page, with the same answers. The pages are looked at in a browser that runs scripts; they have none.
 */
const folder = mkdtempSync(join(tmpdir(), 'escalation-kit-plain-'));
let browser: Browser;
let plain: Demo;
beforeAll(async () => {
  plain = await startDemo(folder, '2026-11-20T12:00:00Z', { INTAKE_ELEMENTS: '' });
  browser = await launch('chromium');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await plain.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(JOURNEYS)('$policy asks on the server what it asks in the element', async ({ policy, opened }) => {
  const element = await open(`${inject('demo')}alone/?policy=${policy}`);
  await element.page.evaluate((day) => {
    document.querySelector<HTMLInputElement>('#day')!.value = day;
    document.querySelector<HTMLFormElement>('[data-day]')!.requestSubmit();
  }, opened.day);
  await element.person.press('Raise an escalation');
  const server = await open(plain.url);
  await Promise.all([server.page.waitForNavigation(), server.page.click('button[value=partnership-manager]')]);
  await server.page.goto(`${plain.url}raise?policy=${policy}`);

  const bothSay = async (where: string) => {
    const elements = await said(element, 'escalation-form');
    const servers = await said(server, '.form');
    expect(servers.asked, where).toBe(elements.asked);
    // What follows from an answer stands beside it at once where scripts run, and else when the page is seen again.
    expect(elements.follows, where).toContain(servers.follows);
    expect(servers.asked.length).toBeGreaterThan(20);
  };
  await element.person.sees('escalation-form', 'Continue');
  await bothSay('the first page');
  for (const [question, answer] of Object.entries(opened.answers)) {
    const one: Answers = { [question]: answer };
    await element.person.answers(one);
    await server.person.answers(one);
    await bothSay(question);
  }
  for (const { person } of [element, server]) await person.goesOn();
  await bothSay('the answers');
  await server.person.press('Confirm and send');
  await server.person.sees('h1', /Case \d{3}-\d{3}-\d{3}/);
});

/** Where the answers are until they are sent: on the page, or with the server. */
const OF_EACH = /(What you enter stays on this page|Your answers are kept here).*?Do not name the child\. /;

/** What is asked, and apart from it what follows from what is answered on the same page. */
async function said({ person }: { person: Person }, tag: string): Promise<{ asked: string; follows: string }> {
  const follows = await person.reads('.after');
  return { asked: (await person.reads(tag)).replace(OF_EACH, '').replace(follows && ` ${follows}`, ''), follows };
}

async function open(address: string) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.evaluateOnNewDocument(openEyes);
  await page.goto(address);
  return { page, person: new Person(page) };
}
