import { expect, test } from 'vitest';
import { RESULTS, type EventType, type Result } from '../policy/index.ts';
import { own, optionsOf } from '../form/page.ts';
import { say } from './say.ts';
import { en } from './en/index.ts';
import type { Text } from './text.ts';

// What a key can be is held by the compiler: `npm run types` fails where one of the refusals below refuses no more.

test('the key of a text is one that there is', () => {
  const text: Text = { key: 'form.yes' };
  expect(say(text, en)).toBe('Yes');
  // @ts-expect-error: no catalogue has it
  const unknown: Text = { key: 'form.no-such-message' };
  // @ts-expect-error: nor inside another
  const inside: Text = { key: 'export.several', texts: [{ key: 'form.no-such-message' }] };
  // @ts-expect-error: it may be any
  const any: Text = { key: String('form.yes') };
  expect([unknown, inside, any]).toHaveLength(3);
});

test('a key made of a closed set has a message for each of its members', () => {
  const event = (type: EventType): Text => ({ key: `export.event.${type}` });
  const result = (id: Result): Text => ({ key: `result.${id}` });
  expect([...RESULTS.map(result), event('opened')].map((text) => say(text, en))).not.toContain('');
  // @ts-expect-error: an outcome of a policy's own has none
  const outcome = (id: string): Text => ({ key: `result.${id}` });
  expect(outcome('ours')).toEqual({ key: 'result.ours' });
});

test('a field in the form’s own words has the words that its flags ask for', () => {
  expect(own('text', 'with', '!?').missing).toEqual({ key: 'form.with.missing' });
  // @ts-expect-error: no label
  own('text', 'no-such-field');
  // @ts-expect-error: 'form.note' has no words for when it is missing
  own('long-text', 'note', '!');
  // @ts-expect-error: nor has a label that is given
  own('text', 'by/name', '!', { label: { key: 'form.name' } });
  // @ts-expect-error: no sector of that name
  optionsOf(['space'], (sector) => `sector.${sector}`);
});
