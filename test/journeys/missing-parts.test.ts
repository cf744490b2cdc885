import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { importRecord } from '@escalation-kit/core/record';
import { pagesOf } from './document-pages.ts';
import { openEyes } from './in-page.ts';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { Person } from './person.ts';
import { JOURNEYS, TYPED } from './policies.ts';

/** The page that the readme begins with: a case with four elements, and nobody who takes what is submitted. */
const [PAGE] = Object.keys(pagesOf('README.md'));
const ALL = ['escalation-form', 'stage-ladder', 'case-duties', 'deadline-badge'];

/** What the script fetches once a page has started, and the elements that cannot do without it. */
const PARTS: readonly (readonly [part: string, elements: readonly string[]])[] = [
  ['barnsley', ALL],
  ['england-and-wales', ALL],
  ['resources', ALL],
  ['case-content', ALL],
  ['journey', ['escalation-form']],
  ['ladder-content', ['stage-ladder']],
  ['duties-content', ['case-duties']],
  ['badge-content', ['deadline-badge']],
];

describe.each(JOURNEY_ENGINES)('in %s', (engine) => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launch(engine);
    folder = mkdtempSync(join(tmpdir(), 'escalation-kit-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (refused: () => RegExp) => {
    const context = await browser.createBrowserContext({
      downloadBehavior: { policy: 'allow', downloadPath: folder },
    });
    const page = await context.newPage();
    await page.evaluateOnNewDocument(openEyes);
    await refuse(page, refused);
    await page.goto(new URL(PAGE!, inject('demo')).href);
    return { person: new Person(page), close: () => context.close() };
  };

  test.each(PARTS)('where %s does not come, what needs it says so', async (part, elements) => {
    const { person, close } = await open(() => new RegExp(`/${part}-[^/]*\\.js$`));
    for (const element of elements) await person.sees(element, 'This part of the page could not be loaded.');
    for (const element of ALL.filter((each) => !elements.includes(each))) {
      await expect.poll(() => person.reads(element)).not.toMatch(/^(Loading…)?$/);
      expect(await person.reads(element)).not.toContain('could not be loaded');
    }
    await close();
  });

  test('whoever sees the first question can go through to the record with no connection at all', async () => {
    let refused = /^$/;
    const { person, close } = await open(() => refused);
    await person.sees('escalation-form', 'Continue');
    refused = /^http/;
    await person.answers(JOURNEYS[0]!.opened.answers);
    await person.sends('Not sent');
    await person.press('Save the record');
    const { verification, sound } = importRecord(await savedRecord(folder));
    expect(verification.sound).toBe(true);
    expect(JSON.stringify(sound)).toContain(TYPED[0]);
    await close();
  });
});

/** Breaks the connection for addresses like that. */
async function refuse(page: Page, pattern: () => RegExp): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => void (pattern().test(request.url()) ? request.abort() : request.continue()));
}

async function savedRecord(folder: string): Promise<string> {
  const files = () => readdirSync(folder).filter((name) => name.endsWith('.json'));
  await expect.poll(files, { timeout: 5000 }).toHaveLength(1);
  return readFileSync(join(folder, files()[0]!), 'utf8');
}
