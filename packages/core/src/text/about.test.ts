import { describe, expect, it } from 'vitest';
import { speakingOf } from './about.ts';
import type { Catalogue } from './catalogue.ts';
import { cy } from './cy/index.ts';
import { en } from './en/index.ts';
import { say } from './say.ts';

const HINT = { key: 'form.tell.hint' };

describe.each<[string, Catalogue, string, string]>([
  ['English', en, 'The text leaves out all details of the child.', 'The text leaves out all details of the adult.'],
  [
    'Welsh',
    cy,
    'Mae’r testun yn gadael holl fanylion y plentyn allan.',
    'Mae’r testun yn gadael holl fanylion yr oedolyn allan.',
  ],
])('what is said in %s', (_language, catalogue, ofChild, ofAdult) => {
  it('is about a child, unless nobody but adults can be meant', () => {
    for (const subjects of [[], ['child'], ['adult', 'child'], ['no-single-case']] as const) {
      expect(say(HINT, speakingOf(catalogue, { subjects })), String(subjects)).toBe(ofChild);
    }
    expect(say(HINT, speakingOf(catalogue, { subjects: ['adult'] }))).toBe(ofAdult);
    const either = { subjects: ['adult', 'child'] };
    expect(say(HINT, speakingOf(catalogue, either, { child: { subject: 'adult' } }))).toBe(ofAdult);
    expect(say(HINT, speakingOf(catalogue, either, { child: { subject: 'child' } }))).toBe(ofChild);
  });

  it('speaks of the child nowhere where adults are meant', () => {
    const adults = speakingOf(catalogue, { subjects: ['adult'] });
    const spoken = Object.entries(catalogue.messages).filter(([, message]) => typeof message === 'string');
    const ofChild = (language: Catalogue) =>
      spoken.filter(([key]) => /\b(the child|y plentyn|’r plentyn)\b/i.test(say({ key }, language)));
    expect(ofChild(catalogue).length).toBeGreaterThan(20);
    expect(ofChild(adults)).toEqual([]);
  });

  it('keeps the words of a policy and of a person as they are', () => {
    const adults = speakingOf(catalogue, { subjects: ['adult'] });
    expect(say({ key: 'policy', values: { text: 'Ask the child, y plentyn' } }, adults)).toBe(
      'Ask the child, y plentyn',
    );
  });
});

it('leaves alone a catalogue that knows no other way', () => {
  const plain: Catalogue = {
    language: 'en',
    direction: 'ltr',
    messages: { form: '', 'form.tell.hint': en.messages['form.tell.hint'] },
  };
  expect(say(HINT, speakingOf(plain, { subjects: ['adult'] }))).toBe('The text leaves out all details of the child.');
});
