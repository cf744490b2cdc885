import { JOURNEYS } from './policies.ts';
import type { Visit } from './visit.ts';

/** The main states of a portal, each gone to from the one before. */
export const STATES: readonly { readonly name: string; readonly reach: (visit: Visit) => Promise<void> }[] = [
  { name: 'the start', reach: ({ person }) => person.sees('policy-summary', 'has not confirmed') },
  {
    name: 'the first question',
    reach: async ({ person }) => {
      await person.press('Raise an escalation');
      await person.sees('escalation-form', 'Continue');
    },
  },
  {
    name: 'a question not answered',
    reach: async ({ person }) => {
      await person.press('Continue');
      await person.sees('escalation-form', 'There is a problem');
    },
  },
  {
    name: 'the answers to be checked',
    reach: async ({ page, person }) => {
      const policy = await page.$eval('escalation-case', (element) => element.getAttribute('policy'));
      await person.answers(JOURNEYS.find((journey) => journey.policy === policy)!.opened.answers);
      while (!(await person.reads('escalation-form')).includes('Check your answers')) await person.goesOn();
    },
  },
  { name: 'the confirmation', reach: ({ person }) => person.sends('Sent') },
  {
    name: 'a case on another day, with everything opened',
    reach: async (visit) => {
      await visit.person.press('Record something else');
      await visit.showDay('2026-12-14');
      await visit.person.sees('escalation-form', 'What do you want to record?');
      await visit.page.evaluate(() => window.eyes.openAll());
    },
  },
];
