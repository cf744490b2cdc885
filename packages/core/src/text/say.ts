import type { Catalogue, Formats, PluralForms, Speaker, Values } from './catalogue.ts';
import type { Keyed } from './text.ts';

/**
 * Says a text in the language of a catalogue. Values go in as they are: they are text, never markup.
 *
 * @returns the words; where the catalogue lacks the key, its fallback's, and failing that the key itself.
 */
export function say(text: Keyed, catalogue: Catalogue): string {
  const message = catalogue.messages[text.key] ?? catalogue.fallback?.[text.key];
  const values = text.values ?? {};
  if (typeof message === 'function') return message(values, speakerOf(catalogue), text.texts ?? []);
  if (message === undefined) return text.key;
  return fill((catalogue.ofAdults && catalogue.messages.adults?.({ pattern: message })) || message, values);
}

/** The speaker of a catalogue, which also formats dates and numbers for elements. */
export function speakerOf(catalogue: Catalogue): Speaker {
  let speaker = speakers.get(catalogue);
  if (!speaker) {
    speaker = newSpeaker(catalogue);
    speakers.set(catalogue, speaker);
  }
  return speaker;
}

const speakers = new WeakMap<Catalogue, Speaker>();

function newSpeaker(catalogue: Catalogue): Speaker {
  // English dates are British ones, whatever the browser thinks.
  const language = catalogue.language === 'en' ? 'en-GB' : catalogue.language;
  const { date, day, rule } = catalogue.formats ?? platformFormats(language);
  const number = new Intl.NumberFormat(language);
  return {
    date,
    day,
    plural: (count, forms: PluralForms) => (forms[rule(count)] ?? forms.other).replaceAll('#', number.format(count)),
    say: (text) => say(text, catalogue),
  };
}

function platformFormats(language: string): Formats {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(language, parts);
  const rules = new Intl.PluralRules(language);
  return {
    date: (civilDate) => date.format(midnight(civilDate)),
    // Engines differ in the comma after the weekday; GOV.UK writes none.
    day: (civilDate) => day.format(midnight(civilDate)).replace(',', ''),
    rule: (count) => rules.select(count),
  };
}

function midnight(civilDate: string): Date {
  const [year = 0, month = 1, day = 1] = civilDate.split('-').map(Number);
  // Date.UTC would take the years 0 to 99 for those of the last century.
  return new Date(new Date(0).setUTCFullYear(year, month - 1, day));
}

function fill(pattern: string, values: Values): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}
