import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DOCUMENTS, pagesOf } from './document-pages.ts';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { JOURNEYS } from './policies.ts';
import { Visit } from './visit.ts';

const PAGES = DOCUMENTS.flatMap((document) => Object.keys(pagesOf(document)));

describe.each(JOURNEY_ENGINES)('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  test.each(PAGES)('what %s says works as it is pasted', async (path) => {
    const visit = await Visit.to(browser, path.slice(1));
    const tags = await visit.page.evaluate(() =>
      [...document.querySelectorAll('main *')].map(({ localName }) => localName).filter((name) => name.includes('-')),
    );
    for (const tag of tags.filter((name) => name !== 'escalation-case')) {
      await visit.person.sees(tag, /\w/);
      expect(await visit.person.reads(tag)).not.toContain('could not be loaded');
    }
    await visit.end();
  });
});

describe('with the guide’s handler', () => {
  const kent = JOURNEYS.find(({ policy }) => policy === 'kent')!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch('chromium');
  });
  afterAll(() => browser.close());

  test.each([
    [200, 'Sent', 'Your reference: CASE-17'],
    [503, 'Not sent', 'The server answered 503.'],
  ] as const)('an answer of %i is “%s”', async (status, outcome, words) => {
    const page = await browser.newPage();
    const visit = await Visit.of(page);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/cases')) return void request.continue();
      const { record } = JSON.parse(request.postData()!) as { record: { head: string; count: number } };
      const receipt = { reference: 'CASE-17', at: '2026-11-20T12:00:00Z', head: record.head, count: record.count };
      return void request.respond({ status, contentType: 'application/json', body: JSON.stringify(receipt) });
    });
    // The strict policy of the demonstration has no server to connect to; this page's does.
    await page.setBypassCSP(true);
    await page.goto(`${inject('demo')}pasted/handled.html`);
    await visit.person.answers(kent.opened.answers);
    await visit.person.sends(outcome);
    await visit.person.sees('escalation-form', words);
    await page.close();
  });
});

test('a form that nobody answers says that it sent nothing', async () => {
  const browser = await launch('chromium');
  const [path] = Object.keys(pagesOf('README.md'));
  const visit = await Visit.to(browser, path!.slice(1));
  const { opened } = JOURNEYS.find(({ policy }) => policy === 'barnsley')!;
  await visit.person.answers(opened.answers);
  await visit.person.sends('Not sent');
  await visit.person.sees('escalation-form', 'This page is not set up to send what you enter.');
  await visit.end();
  await browser.close();
});
