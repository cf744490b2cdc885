import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { inLanguage } from './in-language.ts';
import type { Policy } from './schema.ts';

const texts = {
  cy: {
    title: 'Polisi bach',
    'stages/talk/name': 'Mae’r gweithwyr yn siarad',
    'stages/managers/clocks/soon/words': 'heb oedi',
    'stages/top/decision/options/uphold/label': 'Cadarnhau',
    'clauses/small.talk/says': 'Siaradwch',
    'principles/0/text': 'Y plentyn',
  },
};
const policyWith = (changes: Changes = {}) => changed({ format: 2, texts, ...changes }) as Policy;

describe('inLanguage', () => {
  const policy = policyWith();
  const welsh = inLanguage(policy, 'cy');

  it('says each text in that language where the policy gives it', () => {
    expect(welsh.policy.title).toBe('Polisi bach');
    expect(welsh.policy.stages[0]!.name).toBe('Mae’r gweithwyr yn siarad');
    expect(welsh.policy.stages[1]!.clocks[0]!.words).toBe('heb oedi');
    expect(welsh.policy.stages[3]!.decision!.options[0]!.label).toBe('Cadarnhau');
    expect(welsh.policy.clauses['small.talk']!.says).toBe('Siaradwch');
    expect(welsh.policy.principles[0]!.text).toBe('Y plentyn');
  });

  it('leaves everything else as it is', () => {
    expect(welsh.policy.stages[0]!.label).toBe(policy.stages[0]!.label);
    expect(welsh.policy.stages[0]!.clocks).toEqual(policy.stages[0]!.clocks);
    expect(Object.keys(welsh.policy)).toEqual(Object.keys(policy).filter((key) => key !== 'texts'));
  });

  it('tells which language a text is in', () => {
    expect(welsh.languageOf('heb oedi')).toBe('cy');
    expect(welsh.languageOf(policy.stages[0]!.label)).toBe(policy.language);
  });

  it('goes by the language where its region is not given', () => {
    expect(inLanguage(policy, 'cy-GB')).toBe(welsh);
  });

  it('gives the policy’s own words in a language that it has not', () => {
    expect(inLanguage(policy, 'fr').policy).toBe(policy);
    expect(inLanguage(policy, 'fr').languageOf('heb oedi')).toBe(policy.language);
    expect(inLanguage(policy, policy.language).policy).toBe(policy);
    expect(inLanguage(policyWith({ texts: undefined }), 'cy').policy.title).toBe(policy.title);
    expect(inLanguage(policy, 'constructor').policy).toBe(policy);
  });

  it('prefers the policy’s own language to another that is given', () => {
    const welshPolicy = policyWith({ language: 'cy', texts: { en: { title: 'A small policy' } } });
    expect(inLanguage(welshPolicy, 'cy-GB').policy).toBe(welshPolicy);
    expect(inLanguage(welshPolicy, 'en-GB').policy.title).toBe('A small policy');
  });

  it('is made once for each policy and language', () => {
    expect(inLanguage(policy, 'cy')).toBe(welsh);
  });
});
