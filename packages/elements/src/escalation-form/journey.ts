import { html, type TemplateResult } from 'lit';
import type { Messages, Text } from '@escalation-kit/core/text';
import { deadline } from '@escalation-kit/core/text/en/deadline';
import { engine } from '@escalation-kit/core/text/en/engine';
import { form } from '@escalation-kit/core/text/en/form';
import { ladder } from '@escalation-kit/core/text/en/ladder';
import {
  errorsOf,
  firstFaulty,
  formPages,
  pageAfter,
  pageBefore,
  type Answers,
  type FormPage,
  type FormSetting,
  type FormWalk,
} from '@escalation-kit/core/form';
import { show, withPolicyLanguage } from '../kit/policy-words.ts';
import { submit } from '../submission/submit.ts';
import type { Submission } from '../submission/submit-event.ts';
import { focusOn } from './focus-on.ts';
import { readAnswers, settleNone } from './read-answers.ts';
import { readyToSend } from './ready-to-send.ts';
import { renderOutcome, type OutcomeButtons } from './render-outcome.ts';
import type { ShownError } from './render-page.ts';
import { renderStep, type StepActions } from './render-step.ts';
import { sentOf, type Sent } from './sent.ts';
import { readSetting, type Setting } from './setting.ts';
import type { Shell } from './shell.ts';
import { EscalationStepEvent } from './step-event.ts';

export { SaidOnce } from '../kit/said-once.ts';
export { formStyles } from './form-styles.ts';

/** What the form says, beside what every element says. */
export const messages: Messages = { ...deadline, ...engine, ...ladder, ...form };

/** One person's way through the pages, from the first question to what became of it. */
export class Journey {
  readonly #shell: Shell;
  #answers: Answers = {};
  #current: string | null = null;
  #passed = new Set<string>();
  #isReturning = false;
  #errors: readonly ShownError[] = [];
  #isSending = false;
  #isToCheck = false;
  #sent: Sent | null = null;
  /** Rises with each beginning: what comes back from an earlier one is dropped. */
  #turn = 0;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  /** Begins with the page and the answers that the host gives. */
  begin(): void {
    const { answers, page, showErrors } = this.#shell.form;
    this.#isToCheck = showErrors;
    if (this.#sent) URL.revokeObjectURL(this.#sent.file);
    this.#turn++;
    this.#answers = { ...answers };
    this.#current = page;
    this.#passed = new Set();
    this.#errors = [];
    this.#isReturning = this.#isSending = false;
    this.#sent = null;
    this.#shell.keep(null);
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
    this.#setting();
  }

  render(): TemplateResult {
    const { form, isInHostForm } = this.#shell;
    const setting = this.#setting();
    if (!setting) return html``;
    const { policy } = setting;
    const say = withPolicyLanguage(this.#shell.say, this.#shell.language(), policy.language);
    const claim = setting.isOfCase ? this.#shell.claim : (things: readonly string[]) => new Set(things);
    const frame = { say, show: (text: Text) => show(text, say), level: form.headingLevel, policy, claim };
    if (this.#sent) return renderOutcome(this.#sent, frame, this.#outcomeButtons);
    const walk = this.#walk(setting);
    const answers = this.#given(setting);
    if (this.#isToCheck) this.#errors = errorsOf(walk.page, setting, answers);
    this.#isToCheck = false;
    return renderStep(
      { walk, setting, answers, errors: this.#errors, isSending: this.#isSending, isInHostForm: isInHostForm() },
      frame,
      this.#actions,
    );
  }

  #setting(): Setting | null {
    try {
      const setting = readSetting(this.#shell);
      this.#shell.fail(null);
      return setting;
    } catch (error) {
      this.#shell.fail(error as Error);
      return null;
    }
  }

  #given({ preset }: FormSetting): Answers {
    return { ...preset, ...this.#answers };
  }

  #walk(setting: FormSetting): FormWalk {
    const pages = formPages(setting, this.#given(setting));
    const page =
      pages.find(({ id }) => id === this.#current) ??
      pages.find(({ id, skipped }) => !skipped && !this.#passed.has(id)) ??
      pages[0]!;
    return { pages, page, passed: this.#passed, isReturning: this.#isReturning };
  }

  #go(page: FormPage): void {
    this.#current = page.id;
    this.#errors = [];
    this.#show(page.id);
  }

  /** Shows a page, tells that it is shown, and brings the person to its heading. */
  #show(page: string): void {
    const { form } = this.#shell;
    form.requestUpdate();
    void form.updateComplete.then(() => focusOn(form, '#title'));
    form.dispatchEvent(new EscalationStepEvent(page));
  }

  #showCurrent(): void {
    const setting = this.#setting();
    if (setting) this.#show(this.#walk(setting).page.id);
  }

  #showErrors(errors: readonly ShownError[]): void {
    const { form } = this.#shell;
    this.#errors = errors;
    form.requestUpdate();
    void form.updateComplete.then(() => focusOn(form, '#errors'));
  }

  /** Takes what stands in the fields, so that no answer is lost whatever comes next. */
  #read(page: FormPage): void {
    const fields = this.#shell.form.shadowRoot?.querySelector('form');
    if (fields) this.#answers = { ...this.#answers, ...readAnswers(fields, page) };
  }

  readonly #actions: StepActions = {
    onInput: (event) => this.#onInput(event),
    onSubmit: (event) => this.#onSubmit(event),
    onBack: () => this.#onBack(),
    onChange: (page) => this.#onChange(page),
    onAddRow: () => this.#onAddRow(),
    onErrorLink: (event, error, id) => this.#onErrorLink(event, error, id),
  };

  #onInput(event: Event): void {
    settleNone(event.target);
    const setting = this.#setting();
    if (setting) this.#read(this.#walk(setting).page);
    this.#shell.form.requestUpdate();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const setting = this.#setting();
    if (!setting || this.#isSending) return;
    const { page } = this.#walk(setting);
    this.#current = page.id;
    this.#read(page);
    if (page.fields[0]?.kind === 'notice') this.#answers = { ...this.#answers, [page.fields[0].name]: 'yes' };
    const errors = errorsOf(page, setting, this.#given(setting));
    if (errors.length > 0) return this.#showErrors(errors);
    this.#passed.add(page.id);
    const next = pageAfter(this.#walk(setting), setting, this.#given(setting));
    if (next) return this.#go(next);
    this.#send(setting).catch((error: unknown) => this.#failed(error));
  }

  #onBack(): void {
    const setting = this.#setting();
    if (!setting || this.#isSending) return;
    this.#read(this.#walk(setting).page);
    const before = pageBefore(this.#walk(setting));
    if (before) this.#go(before);
  }

  #onChange(page: string): void {
    this.#isReturning = true;
    this.#current = page;
    this.#errors = [];
    this.#show(page);
  }

  #onAddRow(): void {
    const setting = this.#setting();
    if (!setting) return;
    const { page } = this.#walk(setting);
    this.#read(page);
    const { name, count } = page.rows!;
    this.#answers = { ...this.#answers, [name]: String(count + 1) };
    const { form } = this.#shell;
    form.requestUpdate();
    void form.updateComplete.then(() => focusOn(form, '.group:last-of-type input'));
  }

  #onErrorLink(event: Event, { page }: ShownError, id: string): void {
    event.preventDefault();
    if (page) return this.#onChange(page);
    this.#shell.form.shadowRoot?.getElementById(id)?.focus();
  }

  async #send(setting: Setting): Promise<void> {
    const answers = this.#given(setting);
    const { say } = this.#shell;
    const pages = formPages(setting, answers);
    const faulty = firstFaulty(pages, setting, answers);
    if (faulty) {
      this.#onChange(faulty.id);
      return this.#showErrors(errorsOf(faulty, setting, answers));
    }
    const ready = readyToSend(setting, answers, say);
    if ('refused' in ready) return this.#showErrors([this.#withWayTo(ready.refused)]);
    await this.#offer(ready.submission, setting);
  }

  /** An error of the page that is shown leads to its field, any other to its page. */
  #withWayTo({ page, ...error }: ShownError): ShownError {
    return page && page !== this.#current ? { ...error, page } : error;
  }

  /** Something of ours broke: nothing is lost, and the person can try again. */
  #failed(error: unknown): void {
    this.#isSending = false;
    this.#showErrors([{ field: '', words: { key: 'form.failed', values: { reason: String(error) } } }]);
  }

  async #offer(submission: Submission, setting: Setting): Promise<void> {
    const { form, around, isInHostForm, keep } = this.#shell;
    const turn = this.#turn;
    this.#isSending = true;
    this.#errors = [];
    form.requestUpdate();
    const isHosts = isInHostForm();
    const outcome = await submit(form, submission, form.endpoint ?? around()?.endpoint ?? null);
    if (turn !== this.#turn) return;
    this.#isSending = false;
    this.#sent = sentOf(outcome, submission, setting, this.#given(setting), isHosts);
    keep(this.#sent.record);
    this.#show(this.#sent.kind);
  }

  readonly #outcomeButtons: OutcomeButtons = {
    // The same submission again, so that whoever took it after all can tell.
    onAgain: () => {
      const { submission, setting } = this.#sent!;
      this.#leaveOutcome();
      this.#offer(submission, setting).catch((error: unknown) => this.#failed(error));
    },
    onBack: () => {
      this.#leaveOutcome();
      this.#showCurrent();
    },
    onAnother: () => {
      this.reset();
      this.#showCurrent();
    },
  };

  #leaveOutcome(): void {
    if (this.#sent) URL.revokeObjectURL(this.#sent.file);
    this.#sent = null;
    this.#shell.keep(null);
  }
}
