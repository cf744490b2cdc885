import { parseInstant } from '@escalation-kit/core/calendar';
import { expect, test } from 'vitest';
import { isInstant } from './is-instant.ts';

const TEXTS: readonly [text: string, isOne: boolean][] = [
  ['2026-11-24T09:00:00Z', true],
  ['2026-11-24T09:00Z', true],
  ['2026-11-24T09:00:00.123456Z', true],
  ['2026-07-01T09:30+01:00', true],
  ['2024-02-29T00:00Z', true],
  ['0000-01-01T00:00Z', true],
  ['2026-02-29T00:00Z', false],
  ['2026-13-01T00:00Z', false],
  ['2026-11-31T00:00Z', false],
  ['2026-11-00T00:00Z', false],
  ['2026-11-24', false],
  ['2026-11-24T09:00', false],
  ['2026-11-24T24:00Z', false],
  ['2026-11-24T09:60Z', false],
  ['2026-11-24T09:00+24:00', false],
  ['2026-11-24 09:00Z', false],
  ['24/11/2026', false],
  ['now', false],
  ['', false],
];

test.each(TEXTS)('%s', (text, isOne) => {
  expect(isInstant(text)).toBe(isOne);
  expect(isParsed(text)).toBe(isOne);
});

function isParsed(text: string): boolean {
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
}
