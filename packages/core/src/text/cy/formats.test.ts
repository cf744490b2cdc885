import { expect, test } from 'vitest';
import { formats } from './formats.ts';

// Node knows Welsh, so that its own answers can be compared with.
test('dates and plurals are those of the language data', () => {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const date = new Intl.DateTimeFormat('cy', parts);
  const day = new Intl.DateTimeFormat('cy', { weekday: 'long', ...parts });
  for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 86_400_000) {
    const civilDate = new Date(ms).toISOString().slice(0, 10);
    expect(formats.date(civilDate)).toBe(date.format(ms));
    expect(formats.day(civilDate)).toBe(day.format(ms).replace(',', ''));
  }
  const rules = new Intl.PluralRules('cy');
  for (let count = 0; count < 200; count++) expect(formats.rule(count)).toBe(rules.select(count));
});
