import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRecord } from '@escalation-kit/core/record';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { Visit } from './visit.ts';

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

  test('a record is saved as a file and opened whole in another browser', async () => {
    const visit = await Visit.to(browser, 'alone/', '2026-11-20', folder);
    await visit.showExample();
    await visit.person.sees('stage-ladder:not([show])', /Stage 2.*You are here/);
    await visit.person.press('Save the record as a file');
    const file = await saved(folder, 'DEMO-0001.json');
    await visit.end();

    const { verification, sound } = importRecord(readFileSync(file, 'utf8'));
    expect(verification.sound).toBe(true);
    expect(sound).toHaveLength(10);

    const other = await Visit.to(browser, 'alone/', '2026-11-20');
    await choose(other, file);
    await other.person.sees('h1', 'Case DEMO-0001');
    await other.person.sees('stage-ladder:not([show])', /Stage 1.*Done.*Stage 2.*You are here/);
    await other.end();
  });

  test('a record that was changed is said to be so, and what is sound is opened', async () => {
    const visit = await Visit.to(browser, 'alone/', '2026-11-20', folder);
    await visit.showExample();
    await visit.person.press('Save the record as a file');
    const text = readFileSync(await saved(folder, 'DEMO-0001.json'), 'utf8');
    const file = join(folder, 'changed.json');
    writeFileSync(file, text.replace('No agreement was reached.', 'It was agreed.'));
    await visit.person.press('Back to your cases');
    await choose(visit, file);
    await visit.person.sees('.message', /changed after it was made.*The last 1 entries were left out/);
    await visit.person.sees('stage-ladder:not([show])', /Stage 1.*You are here/);
    await visit.end();
  });

  test('what is no record, or none of this page’s policies, is refused', async () => {
    const visit = await Visit.to(browser, 'alone/', '2026-11-20');
    const file = join(folder, 'none.json');
    writeFileSync(file, '{"format":"something-else"}');
    await choose(visit, file);
    await visit.person.sees('.message', 'The file could not be opened.');
    writeFileSync(file, '{"meta":{"policy":{"id":"elsewhere"}}}');
    await choose(visit, file);
    await visit.person.sees('.message', 'a policy that this page does not have');
    await visit.end();
  });
});

async function choose({ page }: Visit, file: string): Promise<void> {
  const input = (await page.$('[data-file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
}

/** The file, as soon as the browser has written all of it. */
async function saved(folder: string, name: string): Promise<string> {
  await expect.poll(() => readdirSync(folder), { timeout: 5000 }).toContain(name);
  return join(folder, name);
}
