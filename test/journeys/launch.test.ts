import { expect, test } from 'vitest';
import { JOURNEY_ENGINES, launch } from './launch.ts';

test.each(JOURNEY_ENGINES)('%s can be driven', async (engine) => {
  const browser = await launch(engine);
  try {
    const page = await browser.newPage();
    await page.goto('data:text/html,<h1>Here</h1>');
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Here');
  } finally {
    await browser.close();
  }
});
