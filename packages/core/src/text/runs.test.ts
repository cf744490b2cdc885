import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { runsOf, type Voice } from './runs.ts';
import { say } from './say.ts';
import { ofPolicy, typed, type Text } from './text.ts';

const catalogue = {
  language: 'cy-GB',
  direction: 'ltr',
  messages: {
    policy: '{text}',
    typed: '{text}',
    between: '{first} a {second}.',
    both: (_, speaker, texts) => texts.map(speaker.say).join(' + '),
    cut: ({ first }) => String(first).slice(1),
  },
} satisfies Catalogue;
const welsh = (words: string) => (words.startsWith('Cam') ? 'cy' : 'en');
const voice: Voice = { language: 'cy-GB', languageOf: welsh, say: (text) => say(text, catalogue) };
const of = (key: string, rest: Partial<Text> = {}) => ({ ...rest, key }) as Text;
const runs = (text: Text) => runsOf(text, voice).map(({ text, from, language }) => [text, from, language]);

describe('runsOf', () => {
  it('tells whose each word is, and its language where it is another', () => {
    const values = { first: 'Stage 1', second: 'A. Teacher' };
    expect(runs(of('between', { values, own: ['first'], typed: ['second'] }))).toEqual([
      ['Stage 1', 'policy', 'en'],
      [' a ', 'kit', null],
      ['A. Teacher', 'typed', null],
      ['.', 'kit', null],
    ]);
    expect(runs(of('between', { values }))).toEqual([['Stage 1 a A. Teacher.', 'kit', null]]);
  });

  it('knows words that the policy gives in the language spoken', () => {
    expect(runs(ofPolicy('Cam 1'))).toEqual([['Cam 1', 'policy', null]]);
    expect(runs(typed('Cam 1'))).toEqual([['Cam 1', 'typed', null]]);
  });

  it('looks into the texts inside', () => {
    const text = of('both', { texts: [ofPolicy('Stage 1'), of('both', { texts: [typed('x'), of('between')] })] });
    expect(runs(text)).toEqual([
      ['Stage 1', 'policy', 'en'],
      [' + ', 'kit', null],
      ['x', 'typed', null],
      [' + {first} a {second}.', 'kit', null],
    ]);
  });

  it('tells numbers to call from the words around them', () => {
    const values = { first: 'Stage 1', second: '999' };
    expect(runs(of('between', { values, own: ['first'], phones: ['second'] }))).toEqual([
      ['Stage 1', 'policy', 'en'],
      [' a ', 'kit', null],
      ['999', 'phone', null],
      ['.', 'kit', null],
    ]);
  });

  it('takes no mark from what anybody wrote, and leaves none behind', () => {
    expect(runs(typed('a\uE000b\uE002c'))).toEqual([['abc', 'typed', null]]);
    expect(runs(of('cut', { values: { first: 'Stage' }, own: ['first'] }))).toEqual([['Stage', 'kit', null]]);
    expect(runs(typed(''))).toEqual([]);
  });
});
