import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { JOURNEYS, TYPED } from './policies.ts';
import { Visit } from './visit.ts';

describe.each(JOURNEY_ENGINES)('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  test.each(JOURNEYS)('$policy, from raising to its end', async ({ policy, page, opened, escalated, resolved }) => {
    const visit = await Visit.to(browser, `${page}?policy=${policy}`, opened.day);
    const { person } = visit;

    await person.press('Raise an escalation');
    await person.answers(opened.answers);
    await person.sends('Sent');
    await person.sees('escalation-form', 'Your reference: DEMO-0001');
    await person.sees('escalation-form', opened.next);
    await person.sees('deadline-badge', opened.badge);

    await visit.showDay(escalated.day);
    await person.press('Record something else');
    await person.answers(escalated.answers);
    await person.sends('Sent');
    await person.sees('stage-ladder:not([show])', escalated.ladder);
    await person.sees('deadline-badge', escalated.badge);

    await visit.showDay(resolved.day);
    await person.press('Record something else');
    await person.answers(resolved.answers);
    await person.sends('Sent');
    await person.sees('stage-ladder:not([show])', resolved.ladder);

    await person.press('Back to your cases');
    // By a click: Firefox tabs on from where the link stood that is gone, which is past the page's end.
    await visit.page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLElement>('main a, main button')];
      links.find(({ textContent }) => textContent.includes('DEMO-0001'))?.click();
    });
    await person.sees('h1', 'Case DEMO-0001');
    await person.sees('stage-ladder:not([show])', resolved.ladder);
    await person.sees('case-duties', resolved.owed);
    expect(new URL(visit.page.url()).search).toBe(`?policy=${policy}`);
    await visit.end(...TYPED);
  });
});
