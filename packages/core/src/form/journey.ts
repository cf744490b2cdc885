import { Case } from '../case/index.ts';
import {
  answered,
  IDLE,
  prepare,
  sending,
  type Outcome,
  type Preparing,
  type Sending,
  type Submission,
} from '../submission/index.ts';
import { isGiven, isSameAnswers } from './answers.ts';
import { NO_LONGER, type FieldError } from './errors.ts';
import { Form } from './form.ts';
import { CHECK, type Answers, type FormInput, type Page } from './page.ts';

/** Where one person is on the way through a form, from the first question to what became of it. Never changed in place. */
export interface Journey {
  /** What was given: by the host to begin with, by the person since. */
  readonly answers: Answers;
  /** The id of the page that is shown; null: the first that is to be asked. */
  readonly page: string | null;
  /** The ids of pages that were left by going on. */
  readonly passed: readonly string[];
  /** They came from the answers to change one, and go straight back. */
  readonly isReturning: boolean;
  readonly errors: readonly FieldError[];
  /** What is wrong with the page is shown though nobody has tried to leave it. */
  readonly isChecked: boolean;
  readonly sending: Sending;
  /** What became of what was sent; null while that is not known. */
  readonly became: Becoming | null;
  /** What was asked and answered when it was sent: the case goes on, and what was sent stays as it was. */
  readonly sent: Form | null;
  /** What was typed about another case before this one took its place; null: nothing was. */
  readonly aside: Aside | null;
}

/** Kept to be read and copied, and for nothing else: it never goes into the record of the case that is here now. */
export interface Aside {
  /** What was asked and answered. */
  readonly form: Form;
  /** How far it had got: an answer that comes later is told here. */
  readonly sending: Sending;
}

/** `with-host`: it goes with the form of the page that the form stands in. */
export type Becoming = 'sent' | 'not-sent' | 'with-host';

/** What happens to a journey. `given` is what stands in the fields of the page that is shown. */
export type JourneyAction =
  | { readonly type: 'input' | 'next' | 'back' | 'add-row'; readonly given: Answers }
  | { readonly type: 'change'; readonly page: string }
  | {
      readonly type: 'answered';
      readonly submission: Submission;
      readonly outcome: Outcome;
      /** A form of the host's takes the record along, where nobody else does. */
      readonly isWithHost: boolean;
    }
  | {
      /** The context has another case than before. */
      readonly type: 'case-changed';
      /** What the form was about. */
      readonly from: FormInput;
      /** What the host gave to begin with. */
      readonly begun: Answers;
      /** What stood in the fields of the page that was shown. */
      readonly given: Answers;
    }
  /** Something of the kit's own broke. */
  | { readonly type: 'failed'; readonly reason: string }
  /** `show`: the page that it is at is told of, as any other is that is shown. */
  | { readonly type: 'again' | 'on-top' | 'leave-outcome' | 'show' | 'forget-aside' };

/** What is to be done outside, once the next state is shown. */
export type Effect =
  /** The keyboard's place: the heading of the page, the list of errors, the first field of the row that was added. */
  | { readonly type: 'focus'; readonly on: 'heading' | 'errors' | 'row' }
  /** Another page is shown: its id, or what became of what was sent. */
  | { readonly type: 'shown'; readonly page: string }
  | { readonly type: 'submit'; readonly submission: Submission }
  /** The record is to be had until it is dropped: it is all there is, should nobody have taken it. */
  | { readonly type: 'keep'; readonly submission: Submission }
  | { readonly type: 'drop' };

export interface Stepped {
  readonly journey: Journey;
  readonly effects: readonly Effect[];
}

/** What a step needs from outside. */
export interface JourneyContext extends Preparing {
  readonly input: FormInput;
}

export const BEGINNING: Journey = {
  answers: {},
  page: null,
  passed: [],
  isReturning: false,
  errors: [],
  isChecked: false,
  sending: IDLE,
  became: null,
  sent: null,
  aside: null,
};

/** What comes of an action: the next state, and what is to be done. The same for the same arguments; does nothing. */
export function step(journey: Journey, action: JourneyAction, context: JourneyContext): Stepped {
  switch (action.type) {
    case 'input':
      return stay(take(journey, action.given, context));
    case 'next':
      return isBusy(journey) ? stay(journey) : next(take(journey, action.given, context), context);
    case 'back':
      return isBusy(journey) ? stay(journey) : back(take(journey, action.given, context), context);
    case 'add-row':
      return addRow(take(journey, action.given, context), context);
    case 'change':
      return goTo({ ...journey, isReturning: true }, action.page, context);
    case 'answered':
      return end(journey, action);
    case 'case-changed':
      return changeCase(journey, action, context);
    case 'forget-aside':
      return { journey: { ...journey, aside: null }, effects: [{ type: 'focus', on: 'heading' }] };
    case 'failed':
      return showErrors({ ...journey, sending: IDLE }, [
        { field: '', words: { key: 'form.failed', values: { reason: action.reason } } },
      ]);
    case 'again':
      return journey.sending.phase === 'answered' ? submit(journey, journey.sending.submission) : stay(journey);
    case 'on-top':
      return onTop(journey, context);
    case 'show':
      return { journey, effects: shown(lookAt(journey, context.input).page.id) };
    case 'leave-outcome': {
      const left = { ...journey, sending: IDLE, became: null, sent: null };
      return { journey: left, effects: [...dropped(journey), ...shown(lookAt(left, context.input).page.id)] };
    }
  }
}

/** What a journey shows. */
export interface JourneyView {
  readonly form: Form;
  readonly page: Page;
  readonly errors: readonly FieldError[];
  readonly journey: Journey;
}

/** The page that a journey is at, and what is to be put right on it. */
export function lookAt(journey: Journey, input: FormInput): JourneyView {
  const form = formOf(input, journey.answers);
  const { pages } = form;
  const page =
    pages.find(({ id }) => id === journey.page) ??
    pages.find(({ id, skipped }) => !skipped && !journey.passed.includes(id)) ??
    pages[0]!;
  return { form, page, errors: journey.isChecked ? form.errorsOf(page) : journey.errors, journey };
}

/** The page before, where there is one. */
export function pageBefore({ form: { pages }, page }: JourneyView): Page | null {
  return pages.slice(0, pages.indexOf(page)).findLast(({ skipped }) => !skipped) ?? null;
}

/** The page that comes next; null: this was the last, and the form is to be sent. */
function pageAfter({ form, page, journey: { passed, isReturning } }: JourneyView): Page | null {
  const { pages } = form;
  const at = pages.indexOf(page);
  if (at === pages.length - 1) return null;
  const isDone = (other: Page) =>
    other.skipped || other.id === CHECK || (passed.includes(other.id) && form.errorsOf(other).length === 0);
  // A changed answer can bring up pages that were not asked before: those come first.
  if (isReturning) return pages.find((other) => !isDone(other)) ?? pages[pages.length - 1]!;
  return pages.slice(at + 1).find(({ skipped }) => !skipped)!;
}

/** One form for each set of answers: what was worked out for them is there when the next action asks. */
function formOf(input: FormInput, answers: Answers): Form {
  const known = forms.get(answers);
  if (known && isSameInput(known.input, input)) return known;
  const form = new Form(input, answers);
  forms.set(answers, form);
  return form;
}

const forms = new WeakMap<Answers, Form>();

function isSameInput(one: FormInput, other: FormInput): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof FormInput)[]).every((key) => one[key] === other[key]);
}

/** With what stands in the fields, so that no answer is lost whatever comes next. */
function take(journey: Journey, given: Answers, { input }: JourneyContext): Journey {
  const { page, errors } = lookAt(journey, input);
  return { ...journey, page: page.id, errors, isChecked: false, answers: { ...journey.answers, ...given } };
}

function next(taken: Journey, context: JourneyContext): Stepped {
  const [first] = lookAt(taken, context.input).page.fields;
  const journey = first?.kind === 'notice' ? { ...taken, answers: { ...taken.answers, [first.name]: 'yes' } } : taken;
  const { form, page } = lookAt(journey, context.input);
  const errors = form.errorsOf(page);
  if (errors.length > 0) return showErrors(journey, errors);
  const passed = journey.passed.includes(page.id) ? journey.passed : [...journey.passed, page.id];
  const left = { ...journey, passed, errors: [] };
  const after = pageAfter(lookAt(left, context.input));
  return after ? goTo(left, after.id, context) : send(left, form, context);
}

function send(journey: Journey, form: Form, context: JourneyContext): Stepped {
  const faulty = form.firstFaulty;
  if (faulty) {
    const there = goTo({ ...journey, isReturning: true }, faulty.id, context);
    const wrong = showErrors(there.journey, form.errorsOf(faulty));
    return { ...wrong, effects: [...there.effects, ...wrong.effects] };
  }
  const prepared = prepare(context.input.case, form.commands, context);
  if ('refused' in prepared) return showErrors(journey, [{ field: '', words: prepared.refused.text }]);
  return submit({ ...journey, sent: form }, prepared.submission);
}

/** The same submission again is the same to whoever took it after all. */
function submit(journey: Journey, submission: Submission): Stepped {
  return {
    journey: { ...journey, errors: [], sending: sending(submission), became: null },
    effects: [...dropped(journey), { type: 'submit', submission }],
  };
}

/** Somebody wrote meanwhile: the same answers, decided anew on the record as it is now. Every word stays where it is. */
function onTop(journey: Journey, context: JourneyContext): Stepped {
  const { sending: at, sent } = journey;
  const outcome = at.phase === 'answered' ? at.outcome : null;
  if (!sent || !outcome || outcome.sent || !outcome.conflict) return stay(journey);
  const { policy, calendar } = sent.input.case;
  const record = outcome.conflict.entries;
  const newer = new Case({
    policy,
    calendar,
    log: record.map(({ event }) => event),
    now: context.input.case.now,
    record,
  });
  const form = new Form({ ...sent.input, case: newer }, sent.answers);
  const faulty = form.firstFaulty;
  const prepared = faulty ? null : prepare(newer, form.commands, context);
  if (prepared && 'submission' in prepared) return submit({ ...journey, sent: form }, prepared.submission);
  // The policy does not take it after what was written: the answers are there to be changed.
  const [first] = faulty ? form.errorsOf(faulty) : [];
  const words =
    first?.words ?? (prepared && 'refused' in prepared ? prepared.refused.text : { key: 'form.nothing-to-do' });
  const left = showErrors({ ...journey, sending: IDLE, became: null, sent: null }, [{ field: '', words }]);
  return { ...left, effects: [...dropped(journey), ...left.effects] };
}

/** An answer to anything but what is being sent comes too late, and changes nothing. */
function end(journey: Journey, action: JourneyAction & { readonly type: 'answered' }): Stepped {
  const { submission, outcome, isWithHost } = action;
  const { aside } = journey;
  if (aside && answered(aside.sending, submission, outcome) !== aside.sending) {
    return stay({ ...journey, aside: { ...aside, sending: answered(aside.sending, submission, outcome) } });
  }
  const now = answered(journey.sending, submission, outcome);
  if (now === journey.sending) return stay(journey);
  const became = outcome.sent ? 'sent' : isWithHost && outcome.reason === null ? 'with-host' : 'not-sent';
  return {
    journey: { ...journey, sending: now, became },
    effects: [{ type: 'keep', submission }, ...shown(became)],
  };
}

/**
 * One child's words never reach another's record: what was typed is set aside, what was sent leaves with its case, and
 * the form begins anew with nothing of either. A case that this form has opened is the one that it was about.
 */
function changeCase(
  journey: Journey,
  { from, begun, given }: JourneyAction & { readonly type: 'case-changed' },
  { input }: JourneyContext,
): Stepped {
  const { sending, became, sent } = journey;
  if (sending.phase !== 'idle' && sending.submission.case === input.case.id) return stay(journey);
  const form = sent ?? formOf(from, { ...journey.answers, ...given });
  // What the host gave before there was a case is for the one that comes.
  const isTyped = hasWords(form, from.case.id === null ? begun : {});
  if (!isTyped && from.case.id === null && sending.phase === 'idle') return stay(journey);
  const aside = isTyped && became !== 'sent' ? { form, sending } : journey.aside;
  return { journey: { ...BEGINNING, aside }, effects: dropped(journey) };
}

/** Whether there is anything in the answers that was not there to begin with. */
function hasWords({ pages, answers }: Form, begun: Answers): boolean {
  const fields = new Map(pages.flatMap((page) => page.fields.map((field) => [field.name, field])));
  return Object.entries(answers).some(([name, answer]) => {
    const start = begun[name] ?? fields.get(name)?.initial ?? '';
    return isGiven(answer) && !isSameAnswers({ [name]: answer }, { [name]: start });
  });
}

function back(journey: Journey, context: JourneyContext): Stepped {
  const before = pageBefore(lookAt(journey, context.input));
  return before ? goTo(journey, before.id, context) : stay(journey);
}

function addRow(journey: Journey, { input }: JourneyContext): Stepped {
  const { rows } = lookAt(journey, input).page;
  if (!rows) return stay(journey);
  const answers = { ...journey.answers, [rows.name]: String(rows.count + 1) };
  return { journey: { ...journey, answers }, effects: [{ type: 'focus', on: 'row' }] };
}

/** What was said there and does not fit any more is told at once: what stands in the fields has no place for it. */
function goTo(journey: Journey, page: string, { input }: JourneyContext): Stepped {
  const there = { ...journey, page, errors: [], isChecked: false };
  const { form, page: at } = lookAt(there, input);
  const errors = form.errorsOf(at).filter(({ words }) => words.key === NO_LONGER);
  return { journey: { ...there, errors }, effects: shown(page) };
}

function showErrors(journey: Journey, errors: readonly FieldError[]): Stepped {
  return { journey: { ...journey, errors, isChecked: false }, effects: [{ type: 'focus', on: 'errors' }] };
}

function isBusy({ sending: { phase } }: Journey): boolean {
  return phase === 'sending';
}

function dropped({ sending: { phase } }: Journey): Effect[] {
  return phase === 'answered' ? [{ type: 'drop' }] : [];
}

function stay(journey: Journey): Stepped {
  return { journey, effects: [] };
}

function shown(page: string): Effect[] {
  return [
    { type: 'shown', page },
    { type: 'focus', on: 'heading' },
  ];
}
