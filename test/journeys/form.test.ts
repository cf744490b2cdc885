import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOURNEY_ENGINES, launch } from './launch.ts';
import { JOURNEYS, TYPED } from './policies.ts';
import { Visit } from './visit.ts';

const [barnsley] = JOURNEYS;
const { answers } = barnsley!.opened;

describe.each(JOURNEY_ENGINES)('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(engine);
  });
  afterAll(() => browser.close());

  const raise = async () => {
    const visit = await Visit.to(browser, 'alone/', '2026-11-20');
    await visit.person.press('Raise an escalation');
    return visit;
  };

  test('immediate danger comes first, and an urgent case goes straight to the top', async () => {
    const visit = await raise();
    const { person } = visit;
    await person.answers({ 'Are there significant concerns': 'Yes' });
    await person.goesOn();
    await person.sees('escalation-form', 'Read this before anything else');
    await person.sees('escalation-form', /straight to stage 3/i);
    await person.goesOn();
    // Nothing is asked that can wait.
    const unasked = [
      'Are there significant concerns',
      'Name',
      'E-mail address or phone number',
      'Your reference for the child',
      'What do you disagree about?',
      'Describe it in your own words',
      'Has the practitioner who raises the concern',
      'Has the other practitioner',
      'Your name',
    ];
    await person.answers({ ...answers, ...Object.fromEntries(unasked.map((question) => [question, undefined])) });
    await person.sends('Sent');

    await person.press('Record something else');
    await person.answers({
      'What do you want to record?': 'Take it to another stage',
      'Where is it going?': 'Stage 3',
      'Why is it going there?': 'Urgent',
      'Your reasons': 'The child is not safe tonight.',
      'Who are you recording this for?': 'Zebra Crossing School',
      'Your role': 'Head teacher',
    });
    await person.sends('Sent');
    await person.sees('stage-ladder:not([show])', /Stage 2.*Bypassed.*Stage 3.*You are here/);
    await visit.end(...TYPED);
  });

  test('on a telephone the next step comes before what can be recorded, and danger is spoken of once', async () => {
    const visit = await Visit.to(browser, 'alone/', '2026-11-20');
    const { page, person } = visit;
    await page.setViewport({ width: 360, height: 640 });
    await page.$eval('[data-example]', (button) => (button as HTMLElement).click());
    await person.sees('escalation-form', 'What do you want to record?');
    await person.sees('stage-ladder:not([show])', 'You are here');
    await person.sees('stage-ladder[show=next]', 'Next:');
    await person.sees('main', /^(?!.*call 999 now.*call 999 now).*call 999 now/s);
    const read = await person.reads();
    expect(read.split('Next:')).toHaveLength(2);
    expect(read.indexOf('Next:')).toBeLessThan(read.indexOf('What do you want to record?'));
    await visit.end();
  });

  test('what is missing is listed, and the list takes the person there without another address', async () => {
    const visit = await raise();
    const { page, person } = visit;
    const address = page.url();
    await person.press('Continue');
    await person.sees('escalation-form', 'There is a problem');
    expect(await person.focused()).toContain('There is a problem');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await person.focused()).toBe('Yes');
    expect(page.url()).toBe(address);
    await visit.end();
  });

  test('going back keeps what was answered, and so does the browser’s own Back', async () => {
    const visit = await raise();
    const { page, person } = visit;
    await person.answers({
      'Are there significant concerns': 'No',
      'Which stage are you starting at?': 'Stage 1',
      'Name of your agency': 'Zebra Crossing School',
      'Your agency’s sector': 'Education',
    });
    await person.goesOn();
    await person.goesBack();
    expect(await valueOf(visit, 'Name of your agency')).toBe('Zebra Crossing School');

    await page.goBack();
    await person.sees('h1', 'When professionals disagree');
    await person.press('Raise an escalation');
    expect(await valueOf(visit, 'Name of your agency')).toBe('Zebra Crossing School');
    await visit.end(...TYPED);
  });

  test('what could not be sent is said to be not sent, is still there, and can be sent again', async () => {
    const visit = await raise();
    const { page, person } = visit;
    const setServer = (isDown: boolean) =>
      page.evaluate((down) => {
        document.querySelector<HTMLInputElement>('[data-server-down]')!.checked = down;
      }, isDown);
    await setServer(true);
    await person.answers(answers);
    await person.sends('Not sent');
    await person.sees('escalation-form', 'Nothing was sent or saved: The server is down.');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await setServer(false);
    await person.press('Try again');
    await person.sees('escalation-form', 'Your reference: DEMO-0001');
    await visit.end(...TYPED);
  });
});

/** What stands in a text field, as the person who goes there finds it. */
function valueOf({ page, person }: Visit, label: string): Promise<string> {
  return person.goesTo(label).then(() => page.evaluate(() => window.eyes.value()));
}
