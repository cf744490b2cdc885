import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { civilDateAt } from '@escalation-kit/core/calendar';
import type { Calendar } from '@escalation-kit/core/calendar';
import {
  answerRows,
  BEGINNING,
  confirmationOf,
  isSameAnswers,
  lookAt,
  step,
  type Answers,
  type Effect,
  type Journey as State,
  type JourneyAction,
  type JourneyContext,
  type Stepped,
} from '@escalation-kit/core/form';
import type { Policy } from '@escalation-kit/core/policy';
import type { Submission } from '@escalation-kit/core/submission';
import type { Messages, Text } from '@escalation-kit/core/text';
import { deadline } from '@escalation-kit/core/text/en/deadline';
import { engine } from '@escalation-kit/core/text/en/engine';
import { form } from '@escalation-kit/core/text/en/form';
import { ladder } from '@escalation-kit/core/text/en/ladder';
import { sending } from '@escalation-kit/core/text/en/sending';
import type { CaseContext } from '../kit/case-context.ts';
import { show, withPolicyLanguage, type Say } from '../kit/policy-words.ts';
import type { SaidOnce } from '../kit/said-once.ts';
import { newCaseId, Sender } from '../submission/sender.ts';
import type { EscalationForm } from './escalation-form.ts';
import { readAnswers, settleNone } from './read-answers.ts';
import { InputReader, type Given } from './read-input.ts';
import { renderOutcome, type Ended, type OutcomeButtons } from './render-outcome.ts';
import { renderStep, type StepActions } from './render-step.ts';
import { EscalationStepEvent } from './step-event.ts';

export { SaidOnce } from '../kit/said-once.ts';
export { formStyles } from './form-styles.ts';

/** What the form says, beside what every element says. */
export const messages: Messages = { ...deadline, ...engine, ...ladder, ...form, ...sending };

/** What the element lends to the journey through its pages. */
export interface Shell {
  readonly form: EscalationForm;
  readonly say: Say;
  /** The language that the element speaks. */
  readonly language: () => string;
  readonly policy: () => Policy | null;
  readonly calendar: () => Calendar | null;
  readonly now: () => string;
  readonly around: () => CaseContext | null;
  /** Shows what is wrong in the element's place; null: it has been put right. */
  readonly fail: (error: Error | null) => void;
  /** Of things that other elements of the case say too, those that are left to the form. */
  readonly claim: SaidOnce['claim'];
  readonly isInHostForm: () => boolean;
  /** Gives the host's form the record as its value; null: none. */
  readonly keep: (record: string | null) => void;
}

/**
 * One person's way through the pages on screen. What happens on it is for core to say: here what was done in the
 * document becomes an action, the state becomes a page, and what is to be done is done.
 */
export class Journey {
  readonly #shell: Shell;
  readonly #sender: Sender;
  readonly #reader = new InputReader();
  #state: State = BEGINNING;
  /** What the host gave to begin with: an equal one that is given again changes nothing. */
  #begun: Answers | null = null;
  /** The id of a case that is opened, for each beginning. */
  #id = newCaseId();
  #ended: Ended | null = null;
  /** What is shown, and what was before: it stays until the focus has moved, or the move is not heard. */
  #shown: Shown | null = null;
  #leaving: Shown | null = null;
  /** What the form is about: when that becomes another case, nothing typed goes along. */
  #about: Given | null = null;

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#sender = new Sender(shell.form, () => shell.form.endpoint ?? shell.around()?.endpoint ?? null);
  }

  /** Whether it began with answers that say the same. */
  hasBegunWith(answers: Answers): boolean {
    return this.#begun !== null && isSameAnswers(this.#begun, answers);
  }

  /** Begins with the page and the answers that the host gives. */
  begin(): void {
    const { answers, page, showErrors } = this.#shell.form;
    this.#begun = { ...answers };
    this.#id = newCaseId();
    if (this.#ended) this.#run({ type: 'drop' });
    this.#state = { ...BEGINNING, answers: this.#begun, page, isChecked: showErrors };
  }

  /** Forgets every answer but those that the host gave to begin with. */
  reset(): void {
    const { form } = this.#shell;
    form.page = null;
    form.showErrors = false;
    this.begin();
    form.requestUpdate();
  }

  /** Reports what is wrong with the element's attributes before it is rendered. */
  check(): void {
    this.#follow(this.#given());
  }

  render(): TemplateResult {
    const { form, isInHostForm } = this.#shell;
    const given = this.#given();
    if (!given) return html``;
    const { policy } = given.case;
    const say = withPolicyLanguage(this.#shell.say, this.#shell.language(), policy.language);
    const claim = given.isOfCase ? this.#shell.claim : (things: readonly string[]) => new Set(things);
    const frame = { say, show: (text: Text) => show(text, say), level: form.headingLevel, policy, claim };
    if (this.#ended) return this.#show(this.#ended, renderOutcome(this.#ended, frame, this.#outcomeButtons));
    const isSending = this.#state.sending.phase === 'sending';
    const step = {
      view: lookAt(this.#state, given),
      isSending,
      isInHostForm: isInHostForm(),
      aside: this.#state.aside,
    };
    return this.#show(this, renderStep(step, frame, this.#actions));
  }

  /** The button that was pressed leaves the page a moment after the focus has left it. */
  #show(key: object, content: TemplateResult): TemplateResult {
    if (this.#shown && this.#shown.key !== key) {
      this.#leaving = this.#shown;
      setTimeout(() => {
        this.#leaving = null;
        this.#shell.form.requestUpdate();
      }, A_MOMENT);
    }
    this.#shown = { key, content };
    const both = this.#leaving && this.#leaving.key !== key ? [this.#shown, this.#leaving] : [this.#shown];
    return html`${repeat(
      both,
      (shown) => shown.key,
      (shown) => html`<div class=${shown.key === key ? '' : 'ek-hidden'}>${shown.content}</div>`,
    )}`;
  }

  #given(isFresh = false): Given | null {
    const { form, policy, calendar, around, now } = this.#shell;
    try {
      const found = { form, policy: policy(), calendar: calendar(), around: around()?.case ?? null, now: now() };
      const given = this.#reader.read(found, isFresh);
      this.#shell.fail(null);
      return given;
    } catch (error) {
      this.#shell.fail(error as Error);
      return null;
    }
  }

  /** @returns whether it is about another case than before */
  #follow(given: Given | null): boolean {
    const from = this.#about;
    // While a record is on its way there is no other case yet.
    if (!given || (this.#shell.around()?.phase ?? 'ready') !== 'ready') return false;
    this.#about = given;
    if (!from || from === given || from.case.id === given.case.id) return false;
    this.#step({ type: 'case-changed', from, begun: this.#begun ?? {}, given: this.#typed(from) }, given);
    return true;
  }

  #do(action: JourneyAction): void {
    const input = this.#given(action.type === 'next');
    if (!input) return;
    // What is done on a page of another case is not done here; an answer is told wherever it belongs.
    if (this.#follow(input) && action.type !== 'answered') return;
    this.#step(action, input);
  }

  #step(action: JourneyAction, input: Given): void {
    const { journey, effects } = this.#stepped(action, { input, say: this.#shell.say, id: this.#id });
    this.#state = journey;
    this.#shell.form.requestUpdate();
    for (const effect of effects) this.#run(effect);
  }

  /** Something of ours that breaks loses nothing: the person can try again. */
  #stepped(action: JourneyAction, context: JourneyContext): Stepped {
    try {
      return step(this.#state, action, context);
    } catch (error) {
      return step(this.#state, { type: 'failed', reason: String(error) }, context);
    }
  }

  #run(effect: Effect): void {
    const { form, keep } = this.#shell;
    switch (effect.type) {
      case 'focus': {
        const place = PLACES[effect.on];
        void form.updateComplete.then(() => form.shadowRoot?.querySelector<HTMLElement>(place)?.focus());
        return;
      }
      case 'shown':
        form.dispatchEvent(new EscalationStepEvent(effect.page));
        return;
      case 'submit':
        void this.#send(effect.submission);
        return;
      case 'keep':
        this.#ended = this.#end(effect.submission);
        keep(this.#ended.file.text);
        return;
      case 'drop':
        this.#ended = null;
        this.#sender.drop();
        keep(null);
    }
  }

  async #send(submission: Submission): Promise<void> {
    const isWithHost = this.#shell.isInHostForm();
    try {
      const outcome = await this.#sender.send(submission);
      this.#do({ type: 'answered', submission, outcome, isWithHost });
    } catch (error) {
      this.#do({ type: 'failed', reason: String(error) });
    }
  }

  /** What is to be known once it is answered: the case goes on, and this stays as it was sent. */
  #end(submission: Submission): Ended {
    const { sending, sent, became } = this.#state;
    const { answers, pages, input } = sent!;
    const { policy, state, now } = input.case;
    return {
      kind: became!,
      outcome: sending.phase === 'answered' ? sending.outcome : { sent: false, reason: null },
      submission,
      rows: answerRows(pages, answers),
      view: confirmationOf(input.case.with(submission.events), state),
      file: this.#sender.keep(submission, civilDateAt(now, policy.timeZone)),
    };
  }

  /** What stands in the fields of the page, for not every way of filling one tells of it. */
  #typed(given = this.#given()): Answers {
    const fields = this.#shell.form.shadowRoot?.querySelector('form');
    return fields && given ? readAnswers(fields, lookAt(this.#state, given).page) : {};
  }

  readonly #actions: StepActions = {
    onInput: (event) => {
      settleNone(event.target);
      this.#do({ type: 'input', given: this.#typed() });
    },
    onSubmit: (event) => {
      event.preventDefault();
      this.#do({ type: 'next', given: this.#typed() });
    },
    onBack: () => this.#do({ type: 'back', given: this.#typed() }),
    onChange: (page) => this.#do({ type: 'change', page }),
    onAddRow: () => this.#do({ type: 'add-row', given: this.#typed() }),
    onForgetAside: () => this.#do({ type: 'forget-aside' }),
    onErrorLink: (event, id) => {
      event.preventDefault();
      this.#shell.form.shadowRoot?.getElementById(id)?.focus();
    },
  };

  readonly #outcomeButtons: OutcomeButtons = {
    onAgain: () => this.#do({ type: 'again' }),
    onTop: () => this.#do({ type: 'on-top' }),
    onBack: () => this.#do({ type: 'leave-outcome' }),
    onAnother: () => {
      this.reset();
      this.#do({ type: 'show' });
    },
  };
}

interface Shown {
  /** What became of something; the journey itself, while it asks. */
  readonly key: object;
  readonly content: TemplateResult;
}

/** In milliseconds: long enough for a screen reader to take up the focus. */
const A_MOMENT = 300;

/** Where the keyboard goes. */
const PLACES = { heading: '#title', errors: '#errors', row: '.group:last-of-type input' } as const;
