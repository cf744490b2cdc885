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
    const visit = await Visit.to(browser, 'council/', '2026-11-20', folder);
    await visit.showExample();
    await visit.person.sees('stage-ladder:not([show])', /Stage 2.*You are here/);
    await visit.person.press('Save the record as a file');
    const file = await saved(folder, 'DEMO-0001.json');
    await visit.end();

    const { verification, sound } = importRecord(readFileSync(file, 'utf8'));
    expect(verification.sound).toBe(true);
    expect(sound).toHaveLength(10);

    const other = await Visit.to(browser, 'council/', '2026-11-20');
    await choose(other, file);
    await other.person.sees('h1', 'Case DEMO-0001');
    await other.person.sees('stage-ladder:not([show])', /Stage 1.*Done.*Stage 2.*You are here/);
    await other.end();
  });

  test('a record that was changed is said to be so, and what is sound is opened', async () => {
    const visit = await Visit.to(browser, 'council/', '2026-11-20', folder);
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
    const visit = await Visit.to(browser, 'health/', '2026-11-20');
    const file = join(folder, 'none.json');
    writeFileSync(file, '{"format":"something-else"}');
    await choose(visit, file);
    await visit.person.sees('.message', 'The file could not be opened.');
    writeFileSync(file, '{"meta":{"policy":{"id":"kent"}}}');
    await choose(visit, file);
    await visit.person.sees('.message', 'a policy that this page does not have');
    await visit.end();
  });

  test('a case that another window went on with is not overwritten', async () => {
    const visit = await Visit.to(browser, 'council/', '2026-11-20');
    await visit.showExample();
    await visit.page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('escalation-kit-demonstration')!) as {
        cases: { record: { count: number; head: string } }[];
      };
      Object.assign(kept.cases[0]!.record, { count: 4, head: 'another' });
      localStorage.setItem('escalation-kit-demonstration', JSON.stringify(kept));
    });
    await visit.person.answers({
      'What do you want to record?': 'Record a discussion',
      'How did you talk?': 'telephone',
      'What was said?': 'They will call back.',
      'Who are you recording this for?': 'Elm Road School',
      'Your role': 'Head teacher',
    });
    await visit.person.sends('Not sent');
    await visit.person.sees('escalation-form', 'This case was changed in another window.');
    await visit.end();
  });

  test('a case that is deleted leaves nothing behind', async () => {
    const visit = await Visit.to(browser, 'school/', '2026-11-20');
    await visit.showExample();
    visit.page.once('dialog', (dialog) => void dialog.accept());
    await visit.person.press('Delete this case');
    await visit.person.sees('h1', 'Professional disagreement');
    await visit.person.sees('main', 'None yet.');
    expect(await visit.page.evaluate(() => localStorage.getItem('escalation-kit-demonstration'))).not.toContain('Elm');
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
