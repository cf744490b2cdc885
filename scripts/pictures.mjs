// Takes the pictures of the README from the demonstration's page without a server, on a fixed day, so that they change only with it.

import { mkdirSync, statSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../test/engines.mjs';
import { bundleIfStale } from './bundle.mjs';
import { serve } from './serve.mjs';

const FOLDER = 'docs/images';
const LARGEST = 300_000;
const DAY = '2026-11-20';

await bundleIfStale();
const { url, close } = await serve();
const browser = await puppeteer.launch(await launchOptions('chromium'));
mkdirSync(FOLDER, { recursive: true });
try {
  await take('alone');
} finally {
  await browser.close();
  await close();
}

/** Its example case, and the stages of that case. */
async function take(name) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1200 });
  await page.goto(`${url}${name}/`);
  await page.evaluate((day) => {
    document.querySelector('#day').value = day;
    document.querySelector('[data-day]').requestSubmit();
    document.querySelector('[data-example]').click();
  }, DAY);
  await page.waitForFunction(() =>
    ['deadline-badge', 'stage-ladder', 'case-duties', 'escalation-form'].every(
      (tag) => document.querySelector(tag).shadowRoot.querySelector('[part~=base], [part~=badge]') !== null,
    ),
  );
  await save(page, 'council.png', { x: 0, y: 0, width: 1280, height: 1200 });
  const rungs = await page.$('stage-ladder >>> [part~=route]');
  const { x, y, width, height } = await rungs.boundingBox();
  await save(page, 'ladder.png', { x: x - 8, y, width: width + 16, height });
  await page.close();
}

async function save(page, name, clip) {
  const path = `${FOLDER}/${name}`;
  await page.screenshot({ path, clip, captureBeyondViewport: true });
  const { size } = statSync(path);
  console.log(`${path}: ${size.toLocaleString('en-GB')} bytes`);
  if (size > LARGEST) process.exitCode = 1;
}
