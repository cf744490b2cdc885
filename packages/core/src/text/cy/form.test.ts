import { describe, expect, it } from 'vitest';
import type { Messages } from '../catalogue.ts';
import { engine as englishEngine } from '../en/engine.ts';
import { form as englishForm } from '../en/form.ts';
import { engine } from './engine.ts';
import { form } from './form.ts';

const AREAS: readonly (readonly [string, Messages, Messages])[] = [
  ['form', englishForm, form],
  ['engine', englishEngine, engine],
];

describe.each(AREAS)('the Welsh %s', (_area, english, welsh) => {
  it('says the same things', () => {
    expect(Object.keys(welsh).sort()).toEqual(Object.keys(english).sort());
  });

  it('puts in the same values', () => {
    for (const [key, message] of Object.entries(english)) {
      if (typeof message === 'string') expect(valuesIn(welsh[key]), key).toEqual(valuesIn(message));
    }
  });
});

function valuesIn(message: unknown): string[] {
  return [...String(message).matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
}
