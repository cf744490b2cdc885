import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowAt320, SCHEMES } from './axe.ts';
import { startDemo, type Demo } from './demo.ts';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { openEyes } from './in-page.ts';
import { Person } from './person.ts';

/** What somebody types, which no message, address or log may hold. */
const WORDS = 'Zebra crossing';

describe.each(JOURNEY_ENGINES)('in %s, on a PostgreSQL of its own', (engine) => {
  let browser: Browser;
  let demo: Demo;
  const folder = mkdtempSync(join(tmpdir(), 'escalation-kit-demo-'));
  beforeAll(async () => {
    demo = await startDemo(folder, '2026-11-24T10:00:00Z');
    browser = await launch(engine);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const somebody = async (path: string) => {
    const page = await (await browser.createBrowserContext()).newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.evaluateOnNewDocument(openEyes);
    await page.goto(demo.url + path);
    return { page, person: new Person(page), wrong };
  };

  test('a case is raised on one page, found and answered on another, and followed by the partnership until it is late', async () => {
    const school = await somebody('');
    await goes(school, 'Go to the school’s portal');
    await school.person.press('Raise an escalation');
    await school.person.answers({
      'Are there significant concerns': 'No',
      'Which stage are you starting at?': 'Stage 1',
      'Name of your agency': 'Anytown School',
      'Name of the other agency': 'Anytown Children’s Services',
      'What do you disagree about?': ['Thresholds'],
      'Describe it in your own words': `${WORDS}: nothing has come of it.`,
      'Has the practitioner who raises the concern': 'Yes',
      'Has the other practitioner': 'Yes',
      Name: 'A. Manager',
      'E-mail address or phone number': 'a.manager@school.example',
      'Your name': 'A. Lead',
    });
    await school.person.sends('Sent');
    await school.person.sees('h1', /Case \d{3}-\d{3}-\d{3}/);
    const [reference = ''] = /\d{3}-\d{3}-\d{3}/.exec(await school.person.reads('h1'))!;

    const council = await somebody('mailbox');
    await council.person.sees('main', new RegExp(`To Team manager, Anytown Children’s Services.*${reference}`, 's'));
    await goes(council, `Open ${reference} as team manager`);
    await council.person.sees('h1', `Case ${reference}`);
    expect(council.page.url()).toBe(`${demo.url}council/?case=${reference}`);
    await council.person.answers({
      'What do you want to record?': 'Record a discussion',
      'How did you talk?': 'telephone',
      'What was said?': `${WORDS}: we will look at it again.`,
      'Who are you recording this for?': 'Anytown Children’s Services',
    });
    await council.person.sends('Sent');

    const partnership = await somebody('');
    await goes(partnership, 'Go to the tracker');
    await partnership.person.sees('table', new RegExp(`${reference}.*Anytown School.*Anytown Children’s Services`));
    await goes(partnership, reference);
    await partnership.person.sees('main', /Case opened.*Discussed/s);
    await partnership.person.sees('main', `${WORDS}: we will look at it again.`);

    await partnership.page.goto(`${demo.url}mailbox`);
    expect(await partnership.person.reads()).not.toContain('reminder');
    for (let day = 0; day < 2; day++) await pressAndLoad(partnership.page, 'week');
    await partnership.person.sees('main', /reminder.*Overdue since/s);
    expect(await partnership.person.reads()).not.toContain(WORDS);
    await partnership.page.goto(`${demo.url}cases`);
    await partnership.person.sees('table', 'overdue since');
    for (const { wrong } of [school, council, partnership]) expect(wrong).toEqual([]);
  });

  test.runIf(engine === 'chromium')(
    'no page of it has a fault that axe finds, in light or dark, and each fits 320 pixels',
    async () => {
      const { page, person } = await somebody('');
      const [portal] = PORTALS;
      await goes({ page, person }, portal[1]);
      const { cases } = (await page.evaluate(() =>
        fetch('/cases', { headers: { accept: '*/*' } }).then((r) => r.json()),
      )) as {
        cases: { reference: string }[];
      };
      const { reference } = cases[0]!;
      const own = [
        '',
        'mailbox',
        'cases',
        `cases/${reference}`,
        `cases/${reference}/record`,
        'raise',
        'raise?policy=kent',
      ];
      const portals = PORTALS.flatMap(([path]) => [path, `${path}?policy=bromley`]);
      for (const path of [...own, ...portals, `council/?case=${reference}`, 'cases/111-111-111']) {
        await page.goto(demo.url + path);
        await person.sees('h1', /\w/);
        for (const scheme of SCHEMES) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          expect(await faultsOf(page, scheme), `${path}, ${scheme}`).toEqual([]);
        }
        expect(await overflowAt320(page), path).toBe(0);
      }
    },
    240_000,
  );
});

const PORTALS = [
  ['school/', 'Go to the school’s portal'],
  ['health/', 'Go to the health trust’s intranet'],
  ['council/', 'Go to the council’s page'],
] as const;

/** Presses what leads to another page. */
async function goes({ page, person }: { page: Page; person: Person }, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), person.press(name)]);
}

async function pressAndLoad(page: Page, step: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`button[name=step][value=${step}]`)]);
}
