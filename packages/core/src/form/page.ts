import { dataClass, type Case } from '../case/index.ts';
import type { Action, CalloutKind, Policy } from '../policy/index.ts';
import type { MessageKey } from '../text/message-key.ts';
import type { Text } from '../text/text.ts';
import { dayOffText, sourcesOf, type CalloutView } from '../views/index.ts';
import type { NewerTerms } from './newer-terms.ts';

/** What a person gave to a field: words, a choice, several choices, or the day, month and year of a date. */
export type Answer = string | readonly string[];
/** Everything given so far, by the name of the field. Nothing is dropped when a page goes out of the way. */
export type Answers = Readonly<Record<string, Answer>>;

/** What a form is about. */
export interface FormInput {
  /** The case, or what it would be opened under. */
  readonly case: Case;
  /** What is to be recorded; null: the person chooses among what the case allows. */
  readonly action: Action | null;
  /** Answered by the page that the form stands in, and so not asked. */
  readonly preset?: Answers;
  /** A newer policy or calendar than the case keeps, where the page has one. */
  readonly newer?: NewerTerms;
}

export const FIELD_KINDS = [
  'text',
  'long-text',
  'yes-no',
  'radios',
  'checkboxes',
  'tick',
  'date',
  'time',
  'notice',
] as const;
/** `tick`: a statement to agree to. `notice`: something to be read before going on. */
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
}

export interface Field {
  /** Where the answer goes in the command: a path with slashes, for ids of policies may hold dots. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Text;
  readonly hint?: Text;
  readonly options?: readonly Option[];
  /** What is offered here at other times: names what was chosen before, should it not be offered any more. */
  readonly known?: readonly Option[];
  /** What could be written, for fields of text. */
  readonly suggestions?: readonly string[];
  /** What is said where it is not given. Without it, it can be left out. */
  readonly missing?: Text;
  /** Of a day and its hour, which together are one answer: the time zone in which they are an instant. */
  readonly zone?: string;
  /** It has to be given where this other field is. */
  readonly besides?: string;
  /** It need not be given where this other field is. */
  readonly unless?: string;
  /** The answer before the person gives one. */
  readonly initial?: Answer;
  /** A date up to today, or from today on. */
  readonly range?: 'past' | 'future';
  /** Fields with the same group stand together under it. */
  readonly group?: Text;
  /** It can be left out, yet is not to be called optional: the policy does ask for it. */
  readonly expected?: boolean;
}

export interface Page {
  readonly id: string;
  /** The heading; the label of the first field where left out. */
  readonly title?: Text;
  readonly hint?: Text;
  readonly fields: readonly Field[];
  /** To be read before the fields, in the policy's words or ours. */
  readonly before?: readonly Note[];
  /** To be read after them. */
  readonly after?: readonly Note[];
  /** Answered already: shown among the answers, not asked on the way. */
  readonly skipped?: boolean;
  /** The rows of a list on this page: a field of how many, and how many there are. */
  readonly rows?: { readonly name: string; readonly count: number };
}

/**
 * Something to be read. `blocked`: a step that something else comes before. `now`: what is done at once. `plain`: with no
 * more ado.
 */
export interface Note
  extends Pick<CalloutView, 'words' | 'contact' | 'sources'>, Partial<Pick<CalloutView, 'emergency'>> {
  readonly kind: CalloutKind | 'blocked' | 'plain' | 'now';
}

/** The id of the last page, where there are several: all answers, each with a way back to it. */
export const CHECK = 'check';

/** `!`: what is said where it is not given, `?`: a hint. The types hold that the catalogue has them. */
type Flags = '' | '!' | '?' | '!?';
type LabelKey<F extends Flags> = [F] extends ['']
  ? MessageKey
  : [F] extends ['' | '!']
    ? WithMissing
    : [F] extends ['' | '?']
      ? WithHint
      : Extract<WithMissing, WithHint>;
type WithMissing = Extract<MessageKey, KeyBefore<'.missing'>>;
type WithHint = Extract<MessageKey, KeyBefore<'.hint'>>;
type KeyBefore<End extends string> = MessageKey extends infer Key
  ? Key extends `${infer Start}${End}`
    ? Start
    : never
  : never;
/** What has a label of its own name: `form.<name>`. */
type NameOf<F extends Flags> =
  LabelKey<F> extends infer Key ? (Key extends `form.${infer Name}` ? Name : never) : never;
type Unlabelled = Partial<Omit<Field, 'label'>>;
type Labelled<F extends Flags> = Unlabelled & { readonly label: { readonly key: LabelKey<F> } };

/**
 * A field in the form's own words: `form.<key>`, and by the flags `form.<key>.missing` (`!`: it has to be given) and
 * `form.<key>.hint` (`?`).
 */
export function own<F extends Flags = ''>(kind: FieldKind, name: NameOf<F>, flags?: F, extras?: Unlabelled): Field;
export function own<F extends Flags>(kind: FieldKind, name: string, flags: F, extras: Labelled<F>): Field;
export function own(kind: FieldKind, name: string, flags: Flags = '', extras: Partial<Field> = {}): Field {
  return fieldOf(kind, name, flags, extras);
}

/** One of several; the only one there is stands chosen. */
export function choice(name: NameOf<'!'>, options: readonly Option[], extras?: Unlabelled): Field;
export function choice(name: string, options: readonly Option[], extras: Labelled<'!'>): Field;
export function choice(name: string, options: readonly Option[], extras: Partial<Field> = {}): Field {
  const [only] = options;
  const field = fieldOf('radios', name, '!', extras);
  return Object.assign(field, { options }, options.length === 1 && { initial: only!.value });
}

/** The signatures of `own` and `choice` hold that there is such a key, with what the flags promise; this takes it so. */
function fieldOf(kind: FieldKind, name: string, flags: Flags, extras: Partial<Field>): Field {
  const { label = { key: `form.${name}` as MessageKey } } = extras;
  const key = label.key as LabelKey<'!?'>;
  const field = {
    name,
    kind,
    label,
    ...(flags.includes('?') && { hint: { key: `${key}.hint` } }),
    ...(flags.includes('!') && { missing: { key: `${key}.missing` } }),
  };
  return Object.assign(field, extras);
}

/** Options whose labels the catalogue has. */
export function optionsOf<V extends string>(values: readonly V[], keyOf: (value: V) => MessageKey): Option[] {
  return values.map((value) => ({ value, label: { key: keyOf(value) } }));
}

/** A page whose notes are found once, when it is shown: of all pages, most are not. */
export function withNotes(page: BarePage, notes: LaterNotes): Page {
  return new NotedPage(page, notes);
}

type BarePage = Omit<Page, 'before' | 'after'>;
type LaterNotes = { readonly [K in 'before' | 'after']?: () => readonly Note[] };

class NotedPage extends dataClass<BarePage>() implements Page {
  readonly #notes: LaterNotes;
  #before: readonly Note[] | undefined;
  #after: readonly Note[] | undefined;

  constructor(page: BarePage, notes: LaterNotes) {
    super(page);
    this.#notes = notes;
  }

  get before(): readonly Note[] {
    return (this.#before ??= this.#notes.before?.() ?? NONE);
  }

  get after(): readonly Note[] {
    return (this.#after ??= this.#notes.after?.() ?? NONE);
  }
}

/** What is to be known of the day that a field comes to: that it is no working day. */
export function dayNotes({ policy, calendar }: Case, date: string | null): Note[] {
  const words = date === null ? null : dayOffText(calendar, date);
  return words ? [noteOf(policy, words, [])] : [];
}

const NONE: readonly Note[] = [];

/** Something of the policy to be read. */
export function noteOf(policy: Policy, text: Text, clauses: readonly string[], kind: Note['kind'] = 'plain'): Note {
  return { kind, words: text, contact: null, sources: sourcesOf(policy, clauses) };
}
