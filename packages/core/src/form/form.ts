import {
  asIfOpened,
  decide,
  refuseAbout,
  urgencyOf,
  type CaseState,
  type Command,
  type PartOfOpening,
  type Refusal,
} from '../case/index.ts';
import type { Action, Reason } from '../policy/index.ts';
import { decideAll } from '../submission/index.ts';
import { sourcesOf } from '../views/index.ts';
import { answerOf, fieldsOf } from './answers.ts';
import { afterAll, caseAfter, commandsOf } from './commands.ts';
import { correctPages } from './correct-pages.ts';
import { decidePages } from './decide-pages.ts';
import { fieldErrors, type FieldError } from './errors.ts';
import { afterFirst, firstPage } from './first-page.ts';
import { blockedNotes, decidingPages, escalatePages } from './escalate-pages.ts';
import { adoptPage } from './newer-terms.ts';
import { openPages } from './open-pages.ts';
import { noteOf, own, type Answers, type Field, type FormInput, type Note, type Option, type Page } from './page.ts';
import { actionText, author, checkPage, notesOf, shouldFirst, STANDING, who } from './questions.ts';
import { changePages, closePages, isNotice, resolvePages, shortPage } from './step-pages.ts';
import { needed, urgencyNotes } from './urgency-pages.ts';

/** Actions of which the person can choose one, those that most often come next first. */
export const FORM_ACTIONS = [
  'open',
  'discuss',
  'consult',
  'escalate',
  'decide',
  'resolve',
  'done',
  'update',
  'progress',
  'change',
  'set-timescale',
  'extend',
  'dissent',
  'request-conference',
  'learn',
  'reopen',
  'close',
  'withdraw',
  'correct',
  'adopt',
] as const satisfies readonly Action[];

/**
 * A form with the answers so far: its pages, what they come to as commands, and what the engine says to those. Each is
 * worked out once, when first asked for; other answers are another form.
 */
export class Form {
  readonly input: FormInput;
  /** Those of the page around it included. */
  readonly answers: Answers;
  #action: Action | null | undefined;
  #chosen: Field | undefined;
  #pages: readonly Page[] | undefined;
  #commands: readonly Command[] | undefined;
  #state: CaseState | undefined;
  #refusal: Refusal | null | undefined;
  #standing: readonly Note[] | undefined;

  constructor(input: FormInput, answers: Answers) {
    this.input = input;
    this.answers = { ...input.preset, ...answers };
  }

  /** What is being recorded: as set, the only thing there is to do, or as chosen; null while it is not. */
  get action(): Action | null {
    return (this.#action ??= actionOf(this.input, this.#choice, this.answers));
  }

  /**
   * The pages, in order; the last one submits. A page's id is fixed, so that a person can come back to it; which pages
   * there are depends on the answers.
   */
  get pages(): readonly Page[] {
    return (this.#pages ??= pagesOf(this.action, this.input, this.#choice, this.answers));
  }

  /** What can be recorded; null where nobody is asked. */
  get #choice(): Field | null {
    if (this.input.action || this.input.case.state.status === 'none') return null;
    return (this.#chosen ??= actionField(this.input));
  }

  /** What the answers ask the engine to do, in order. */
  get commands(): readonly Command[] {
    return (this.#commands ??= this.action ? commandsOf(this.action, this.input, this.pages, this.answers) : []);
  }

  /** The case as the answers have it: as if it had been opened with them, or with what is said to have changed. */
  get state(): CaseState {
    return (this.#state ??= this.#stateByAnswers());
  }

  /** Why the engine does not take what the answers come to; null where it does. */
  get refusal(): Refusal | null {
    if (this.#refusal === undefined) this.#refusal = this.#refusalOfAnswers();
    return this.#refusal;
  }

  /** What stands under every page: danger, what is urgent, what is paramount, as the answers have it. */
  get standing(): readonly Note[] {
    return (this.#standing ??= notesOf(this.input.case.policy, this.state, STANDING));
  }

  /**
   * What is to be put right on a page before it is left: in its fields or, where those are sound, what the engine
   * refuses of them. What it refuses about no field at all stands on the last page.
   */
  errorsOf(page: Page): FieldError[] {
    const errors = this.#fieldErrorsOf(page);
    if (errors.length > 0 || !this.refusal || this.#isUnfinished(this.refusal)) return errors;
    const { text, clauses, field = '' } = this.refusal;
    const place = this.pageOfField(field) ?? this.pages[this.pages.length - 1];
    if (place !== page) return [];
    const about = page.fields.find(({ name }) => isPartOf(name, field));
    return [{ field: about?.name ?? '', words: text, sources: sourcesOf(this.input.case.policy, clauses) }];
  }

  /** The first page on which something is to be put right. */
  get firstFaulty(): Page | null {
    return this.pages.find((page) => this.errorsOf(page).length > 0) ?? null;
  }

  /** The page that asks for a field of a command, or for part of it. */
  pageOfField(field: string): Page | null {
    return this.pages.find(({ fields }) => fields.some(({ name }) => isPartOf(name, field))) ?? null;
  }

  #fieldErrorsOf(page: Page): FieldError[] {
    return fieldErrors(page, this.answers, this.input.case.today.date);
  }

  /** Whether it is refused for what other pages still have to ask. */
  #isUnfinished({ text }: Refusal): boolean {
    return UNFINISHED.includes(text.key) && this.pages.some((page) => this.#fieldErrorsOf(page).length > 0);
  }

  #stateByAnswers(): CaseState {
    const { policy, state } = this.input.case;
    if (this.#opening) return asIfOpened(policy, state, this.#opening);
    const [first] = this.commands;
    return first?.action === 'change' ? afterAll(this.input.case, [first]).state : state;
  }

  /** What a case is about is told on its own page, though the rest of the opening is not known yet. */
  #refusalOfAnswers(): Refusal | null {
    const about = this.#opening && refuseAbout(this.input.case.policy, this.#opening);
    if (about) return about;
    const decided = decideAll(this.input.case, this.commands);
    if (!('refused' in decided)) return null;
    // What the action lacks cannot be given on a page that has no questions: what comes first is why.
    const isRefused = this.pages[this.pages.length - 1]?.id === 'refused';
    return (isRefused && this.action && guardBefore(this.input, this.action)) || decided.refused;
  }

  /** On the only route that there is, where nobody is asked which. */
  get #opening(): PartOfOpening | null {
    const { policy, state } = this.input.case;
    const [first] = this.commands;
    if (first?.action !== 'open' || state.status !== 'none') return null;
    const [only] = policy.routes.length === 1 ? policy.routes : [];
    return { ...(only && { route: only.id }), ...first };
  }
}

/** Refusals of what is missing or not whole yet: an answer on another page can still settle them. */
const UNFINISHED = ['refusal.missing', 'refusal.field', 'refusal.one-of', 'refusal.nothing-corrected'];

function isPartOf(name: string, field: string): boolean {
  return name === field || (field !== '' && name.startsWith(`${field}/`));
}

function actionOf(input: FormInput, choice: Field | null, answers: Answers): Action | null {
  return choice ? (answerOf(choice, answers) as Action) || null : (input.action ?? 'open');
}

function pagesOf(action: Action | null, input: FormInput, choice: Field | null, answers: Answers): Page[] {
  const chosen: Page[] = choice ? [{ id: 'action', fields: [choice] }] : [];
  if (!action) return chosen;
  if (action === 'open' && input.case.state.status === 'none') return openPages(input, answers);
  const isOffered = choice !== null || offered(input).includes(action);
  return [...chosen, ...(isOffered ? stepPages(action, input, answers) : [refusalPage(input, action)])];
}

function actionField(input: FormInput): Field {
  const actions = offered(input);
  const options = KNOWN_ACTIONS.filter(({ value }) => actions.includes(value as Action));
  const choices = { options, known: KNOWN_ACTIONS };
  const isAtOnce = isUrgent(input) && actions.includes('escalate');
  if (!isAtOnce) return own('radios', 'action', '!', choices);
  const first = { ...actionOption('escalate'), hint: urgencyNotes(input.case.policy, input.case.state).at(-1)!.words };
  const rest = options.filter(({ value }) => value !== 'escalate');
  return own('radios', 'action', '!', { ...choices, options: [first, ...rest], initial: 'escalate' });
}

function actionOption(value: Action): Option {
  return { value, label: actionText(value) };
}

const KNOWN_ACTIONS = FORM_ACTIONS.map(actionOption);

/** Whether the case is of danger or urgency, as it stands on record. */
function isUrgent({ case: { policy, state } }: FormInput): boolean {
  return urgencyOf(policy, state) !== null;
}

/**
 * What the case takes, and what something comes before: that stays where it was. Newer terms can be taken up only where
 * there are some.
 */
function offered(input: FormInput): Action[] {
  const { newer } = input;
  const { assessment } = input.case;
  const taken = new Set([...assessment.actions, ...assessment.blocked].map(({ action }) => action));
  if (assessment.status === 'open' && decidingPages(input).length > 0) taken.add('escalate');
  return FORM_ACTIONS.filter((action) => taken.has(action) && (action !== 'adopt' || newer));
}

/** Actions that take more than one page; where it gives none, one does. */
const LONG: Partial<Record<Action, (input: FormInput, answers: Answers, asked: readonly Page[]) => Page[]>> = {
  escalate: escalatePages,
  resolve: resolvePages,
  close: closePages,
  decide: decidePages,
  change: changePages,
  correct: correctPages,
};

/** The pages that record an event in a case that is open, or was. */
function stepPages(action: Action, input: FormInput, answers: Answers): Page[] {
  if (action === 'adopt') return input.newer ? [adoptPage(input, input.newer)] : [];
  const first = firstPage(action, input);
  const then = afterFirst(input, first, answers);
  const before = first ? [first] : [];
  const deciding = action === 'escalate' ? decidingPages(then) : [];
  const known = { ...then, case: caseAfter(then.case, deciding, answers) };
  const isTaken = known.case.assessment.actions.some((each) => each.action === action);
  const after = isTaken ? pagesAfter(action, known, answers, deciding) : [refusalPage(known, action)];
  return [...before, ...deciding, ...after];
}

/** @param asked the pages before these, whose facts are not asked again */
function pagesAfter(action: Action, input: FormInput, answers: Answers, asked: readonly Page[]): Page[] {
  const pages = LONG[action]?.(input, answers, asked) ?? [];
  if (pages.length === 0) return [shortPage(action, input, answers)];
  const isAtOnce = (action === 'escalate' && isUrgent(input)) || pages.some(isNotice);
  const fields = action === 'correct' ? author(input) : isAtOnce ? needed(who(input), answers) : who(input);
  const check = () => {
    const { to, because } = fieldsOf(pages, answers) as { to?: string; because?: Reason };
    const then = caseAfter(input.case, pages, answers).state;
    return shouldFirst(input.case.policy, then, { action, ...(to && { to }), ...(because && { because }) });
  };
  return [...pages, { id: 'who', title: { key: 'form.who' }, fields }, checkPage(check)];
}

/** The case does not take this action: what comes first, or why, in the engine's words. */
function refusalPage(input: FormInput, action: Action): Page {
  const { policy, state, now } = input.case;
  const page = { id: 'refused', title: actionText(action), fields: [] };
  const blocked = action === 'escalate' ? blockedNotes(input) : [];
  if (blocked.length > 0) return { ...page, before: blocked };
  if (action === 'adopt') return { ...page, before: [noteOf(policy, { key: 'form.nothing-to-adopt' }, [])] };
  const decided = decide(policy, state, { action, at: now, by: { side: 'raising' } });
  const said = decided.accepted || UNSAID.includes(decided.refusal.text.key) ? null : decided.refusal;
  const refused = guardBefore(input, action) ?? said;
  const words = refused?.text ?? { key: 'form.nothing-to-do' };
  return { ...page, before: [noteOf(policy, words, refused?.clauses ?? [], 'blocked')] };
}

/** What the policy wants before an action, of that which is missing. */
function guardBefore({ case: { policy, assessment } }: FormInput, action: Action): Refusal | null {
  const missing = assessment.blocked.flatMap((each) => (each.action === action ? each.missing : []));
  const guard = policy.guards.find(
    ({ verb, clauses }) => verb === 'must' && clauses.every((id) => missing.includes(id)),
  );
  if (!guard) return null;
  return { text: { key: 'refusal.guard', values: { guard: guard.text }, own: ['guard'] }, clauses: guard.clauses };
}

/** Refusals of a command that says nothing, which is all that is asked here. */
const UNSAID = ['refusal.missing', 'refusal.no-way'];
