import type { GlobalTypes } from 'storybook/internal/csf';
import { LANGUAGES } from '@escalation-kit/core/text';
import { POLICY_IDS } from '@escalation-kit/policies';

const LOOKS = ['plain', 'council', 'school', 'health', 'dark'] as const;

/** Instants to look from, around the cases of the stories, which begin on Friday 20 November 2026. */
export const CLOCKS = {
  'on the day': '2026-11-20T15:00:00Z',
  'two working days on': '2026-11-24T09:00:00Z',
  'the day before it is due': '2026-11-26T09:00:00Z',
  'the day it is due': '2026-11-27T09:00:00Z',
  'a week late': '2026-12-04T09:00:00Z',
  'after Christmas': '2027-01-04T09:00:00Z',
} as const;

export const globalTypes: GlobalTypes = {
  policy: toolbar('Policy', 'document', POLICY_IDS),
  look: toolbar('Look', 'paintbrush', LOOKS),
  language: toolbar('Language', 'globe', [...LANGUAGES, 'en, right to left']),
  clock: toolbar('Clock', 'time', Object.keys(CLOCKS)),
};

export const initialGlobals = {
  policy: 'barnsley',
  look: 'plain',
  language: 'en',
  clock: 'two working days on',
};

function toolbar(title: string, icon: 'document' | 'paintbrush' | 'globe' | 'time', items: readonly string[]) {
  return { description: title, toolbar: { title, icon, items: [...items], dynamicTitle: true } };
}
