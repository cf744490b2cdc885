import { instantAt, type CivilDate } from '../calendar/index.ts';
import { isCountableDate } from '../case/index.ts';
import type { Text } from '../text/text.ts';
import type { Answer, Answers, Field, Page } from './page.ts';

/** The fields of a command, as answers give them. */
export type Fields = Record<string, unknown>;

/** The parts of a date, as they stand in three fields. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;

/** One page among the answers. */
export interface AnswerRow {
  readonly page: string;
  readonly label: Text;
  /** What was given; none: nothing. */
  readonly lines: readonly { readonly label: Text | null; readonly value: Text }[];
}

/**
 * What stands in a field: the answer, else what it begins with. A choice that is no longer offered is none: it is asked
 * again, and nothing stands in for it.
 */
export function answerOf(field: Field, answers: Answers): Answer {
  const answer = answers[field.name] ?? field.initial ?? '';
  if (typeof answer === 'string') return isOffered(field, answer) ? answer : '';
  return answer.filter((value) => isOffered(field, value));
}

/** What was chosen before and is not offered any more, in words. */
export function noLonger(field: Field, answers: Answers): Text[] {
  return [answers[field.name] ?? []]
    .flat()
    .filter((value) => value !== '' && !isOffered(field, value))
    .map((value) => field.known?.find((option) => option.value === value)?.label ?? typed(value));
}

/** Whether something was given. */
export function isGiven(answer: Answer): boolean {
  return [answer].flat().some((part) => part.trim() !== '');
}

/** Whether two sets of answers say the same, whatever objects they are and in whatever order they say it. */
export function isSameAnswers(one: Answers, other: Answers): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => other[name] !== undefined && isSame(one[name]!, other[name]))
  );
}

/** The date that a day, a month and a year come to; null where they come to none that times can be counted from. */
export function dateOf(answer: Answer): CivilDate | null {
  const [day = '', month = '', year = ''] = partsOf(answer);
  if (![day, month, year].every((part) => /^\d+$/.test(part)) || year.length !== 4) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCountableDate(date) ? date : null;
}

/** The time of day, `hh:mm`, that was typed as 9:30, 09.30 or 0930; null where it is none. */
export function timeOf(answer: Answer): string | null {
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(String(answer).trim()) ?? [];
  return minute === '' ? null : `${hour.padStart(2, '0')}:${minute}`;
}

/** Day, month and year of a date as they were typed. */
export function partsOf(answer: Answer): string[] {
  return typeof answer === 'string' ? [] : answer.map((part) => part.trim());
}

/** What the answers to these pages come to as fields of a command. */
export function fieldsOf(pages: readonly Page[], answers: Answers): Fields {
  const fields: Fields = {};
  for (const page of pages) {
    for (const field of page.fields) {
      const value = field.zone === undefined ? valueOf(field, page, answers) : momentOf(field, page, answers);
      const path = field.name.split('/');
      // What several notices say was read is one list.
      if (field.kind === 'notice') fields[path[0]!] = together(fields[path[0]!], value);
      else if (value !== undefined) put(fields, field.zone === undefined ? path : path.slice(0, 1), value);
    }
  }
  return fields;
}

/** All answers, page by page, to be looked over before they are sent. */
export function answerRows(pages: readonly Page[], answers: Answers): AnswerRow[] {
  return pages.flatMap((page): AnswerRow[] => {
    const fields = page.fields.filter(({ kind }) => kind !== 'notice');
    const [first] = fields;
    if (!first) return [];
    const label = page.title ?? first.label;
    const lines = fields.flatMap((field) => {
      const name = field.group ?? field.label;
      return wordsOf(field, answers).map((value) => ({
        label: name === label || field.kind === 'tick' ? null : name,
        value,
      }));
    });
    return [{ page: page.id, label, lines }];
  });
}

function isOffered({ options }: Field, value: string): boolean {
  return options?.some((option) => option.value === value) ?? true;
}

function isSame(one: Answer, other: Answer): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** An answer as the engine takes it; undefined where none was given. */
function valueOf(field: Field, page: Page, answers: Answers): unknown {
  const answer = answerOf(field, answers);
  switch (field.kind) {
    case 'notice':
      return answer === ''
        ? undefined
        : [...new Set(page.before?.flatMap(({ sources }) => sources.map(({ clause }) => clause)))];
    case 'yes-no':
      return answer === '' ? undefined : answer === 'yes';
    case 'tick':
      return answer === 'yes' || undefined;
    case 'checkboxes':
      return typeof answer === 'string' ? undefined : answer.filter((value) => value !== 'none');
    case 'date':
      return dateOf(answer) ?? undefined;
    case 'time':
      return timeOf(answer) ?? undefined;
    case 'text':
    case 'long-text':
    case 'radios':
      return String(answer).trim() || undefined;
  }
}

function together(known: unknown, more: unknown): unknown {
  const all = [known, more].flatMap((each) => (each as string[] | undefined) ?? []);
  return known === undefined && more === undefined ? undefined : [...new Set(all)];
}

/** A day and its hour as the instant that they are; nothing, where one of them is missing. */
function momentOf({ name, zone = '' }: Field, { fields }: Page, answers: Answers): string | undefined {
  const id = name.split('/')[0];
  const part = (kind: 'date' | 'time') => {
    const field = fields.find((other) => other.name === `${id}/${kind}`);
    return field ? answerOf(field, answers) : '';
  };
  const [date, time] = [dateOf(part('date')), timeOf(part('time'))];
  return date !== null && time !== null ? instantAt(date, time, zone) : undefined;
}

/** Answers that are a list: what comes after them in a path are the places in it. Ids may be numbers too. */
const LISTS = ['panel'];

function put(into: Fields, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first] = value;
  else put((into[first] ??= LISTS.includes(first) ? [] : {}) as Fields, rest, value);
}

function wordsOf(field: Field, answers: Answers): Text[] {
  const answer = answerOf(field, answers);
  if (!isGiven(answer)) return [];
  switch (field.kind) {
    case 'yes-no':
      return [{ key: answer === 'yes' ? 'form.yes' : 'form.no' }];
    case 'tick':
      return [field.label];
    case 'date': {
      const date = dateOf(answer);
      return [date ? { key: 'form.date', values: { date } } : typed([answer].flat().join(' '))];
    }
    case 'radios':
    case 'checkboxes':
      return field.options?.filter(({ value }) => [answer].flat().includes(value)).map(({ label }) => label) ?? [];
    default:
      return [typed(String(answer))];
  }
}

/** What a person typed: unlike the words of a policy, in no language that is known. */
function typed(text: string): Text {
  return { key: 'form.typed', values: { text }, typed: ['text'] };
}
