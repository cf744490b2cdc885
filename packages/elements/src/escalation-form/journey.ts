import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { civilDateAt, type Calendar } from '@escalation-kit/core/calendar';
import { assess, replay, type Refusal } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import { writeRecordFile } from '@escalation-kit/core/record';
import type { Messages } from '@escalation-kit/core/text';
import { deadline } from '@escalation-kit/core/text/en/deadline';
import { engine } from '@escalation-kit/core/text/en/engine';
import { form } from '@escalation-kit/core/text/en/form';
import { ladder } from '@escalation-kit/core/text/en/ladder';
import {
  answerRows,
  CHECK,
  commandsOf,
  confirmationOf,
  errorsOf,
  firstFaulty,
  formPages,
  pageAfter,
  pageBefore,
  pageOfField,
  sourcesOf,
  standingNotes,
  type Answers,
  type ConfirmationView,
  type FormPage,
  type FormSetting,
  type FormWalk,
} from '@escalation-kit/core/views';
import type { CaseContext } from '../kit/case-context.ts';
import { submit } from '../submission/submit.ts';
import type { Submission } from '../submission/submit-event.ts';
import type { EscalationForm } from './escalation-form.ts';
import { focusOn } from './focus-on.ts';
import { prepareAll } from './prepare-all.ts';
import { readAnswers, settleNone } from './read-answers.ts';
import { renderAnswers } from './render-answers.ts';
import { renderOutcome, type OutcomeButtons, type Sent } from './render-outcome.ts';
import { renderErrors, renderPage, renderStanding, type Frame, type Say, type ShownError } from './render-page.ts';
import { readSetting, type Setting } from './setting.ts';
import { EscalationStepEvent } from './step-event.ts';

export { formStyles } from './form-styles.ts';

/** What the form says, beside what every element says. */
export const messages: Messages = { ...deadline, ...engine, ...ladder, ...form };

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
  readonly isInHostForm: () => boolean;
  /** Gives the host's form the record as its value; null: none. */
  readonly keep: (record: string | null) => void;
}

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

  render(): TemplateResult {
    const { form, say } = this.#shell;
    const setting = this.#setting();
    if (!setting) return html``;
    const { policy } = setting;
    const frame = { say, show: this.#shower(policy.language), level: form.headingLevel, policy };
    if (this.#sent) return renderOutcome(this.#sent, frame, this.#outcomeButtons);
    const walk = this.#walk(setting);
    const { page, pages } = walk;
    const answers = this.#given(setting);
    if (this.#isToCheck) this.#errors = errorsOf(page, setting, answers);
    this.#isToCheck = false;
    const content =
      page.id === CHECK
        ? renderAnswers(page, pages, answers, frame, this.#onChange)
        : renderPage(page, { ...frame, answers, errors: this.#errors, onAddRow: this.#onAddRow });
    return html`<div class="form" part="base">
      ${pageBefore(walk) ? this.#renderBack() : nothing} ${renderErrors(this.#errors, page, frame, this.#onErrorLink)}
      <form novalidate autocomplete="off" @submit=${this.#onSubmit} @input=${this.#onInput}>
        ${keyed(page.id, content)} ${page.id === 'refused' ? nothing : this.#renderButton(walk)}
      </form>
      ${renderStanding(standingNotes(setting, answers), page, setting.assessment.warnings, frame)}
    </div>`;
  }

  /** Marks the words of a policy that is in another language than the page. */
  #shower(language: string): Frame['show'] {
    const { say } = this.#shell;
    const isForeign = language !== this.#shell.language();
    return (text) =>
      isForeign && text.key === 'policy' ? html`<span lang=${language}>${say(text)}</span>` : say(text);
  }

  #renderBack(): TemplateResult {
    const { say } = this.#shell;
    return html`<button class="ek-link back" type="button" @click=${this.#onBack}>${say('form.back')}</button>`;
  }

  #renderButton({ page, pages }: FormWalk): TemplateResult {
    const { say } = this.#shell;
    const isLast = pages[pages.length - 1] === page && page.id !== 'action';
    const last = this.#shell.isInHostForm() ? 'form.confirm' : 'form.send';
    const label = page.id === 'danger-now' ? 'form.read' : isLast ? last : 'form.continue';
    return html`<div class="actions" part="actions">
      <button class="ek-button" part="button" type="submit" ?disabled=${this.#isSending}>${say(label)}</button>
      <span role="status">${this.#isSending ? say('form.sending') : nothing}</span>
    </div>`;
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

  readonly #onInput = (event: Event): void => {
    settleNone(event.target);
    const setting = this.#setting();
    if (setting) this.#read(this.#walk(setting).page);
    this.#shell.form.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
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
    void this.#send(setting);
  };

  readonly #onBack = (): void => {
    const setting = this.#setting();
    if (!setting || this.#isSending) return;
    this.#read(this.#walk(setting).page);
    const before = pageBefore(this.#walk(setting));
    if (before) this.#go(before);
  };

  readonly #onChange = (page: string): void => {
    this.#isReturning = true;
    this.#current = page;
    this.#errors = [];
    this.#show(page);
  };

  readonly #onAddRow = (): void => {
    const setting = this.#setting();
    if (!setting) return;
    const { page } = this.#walk(setting);
    this.#read(page);
    const { name, count } = page.rows!;
    this.#answers = { ...this.#answers, [name]: String(count + 1) };
    const { form } = this.#shell;
    form.requestUpdate();
    void form.updateComplete.then(() => focusOn(form, '.group:last-of-type input'));
  };

  readonly #onErrorLink = (event: Event, { page }: ShownError, id: string): void => {
    event.preventDefault();
    if (page) return this.#onChange(page);
    this.#shell.form.shadowRoot?.getElementById(id)?.focus();
  };

  async #send(setting: Setting): Promise<void> {
    const answers = this.#given(setting);
    const { say } = this.#shell;
    const pages = formPages(setting, answers);
    const faulty = firstFaulty(pages, setting, answers);
    if (faulty) {
      this.#onChange(faulty.id);
      return this.#showErrors(errorsOf(faulty, setting, answers));
    }
    const { policy, calendar, log } = setting;
    const prepared = prepareAll({ policy, calendar, log, say }, commandsOf(setting, answers));
    if ('refused' in prepared) return this.#showErrors([this.#refused(prepared.refused, pages, policy)]);
    await this.#offer(prepared.submission, setting);
  }

  /** Why the policy does not take it, with the place that says so and a way to the answer it is about. */
  #refused({ text, clauses, field = '' }: Refusal, pages: readonly FormPage[], policy: Policy): ShownError {
    const page = pageOfField(pages, field)?.id;
    const sources = sourcesOf(policy, clauses);
    return { field, words: text, sources, ...(page && page !== this.#current && { page }) };
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
    const record = writeRecordFile(submission.record);
    keep(record);
    const kind = outcome.sent ? 'sent' : isHosts && outcome.reason === null ? 'with-host' : 'not-sent';
    this.#sent = {
      kind,
      outcome,
      submission,
      setting,
      rows: answerRows(formPages(setting, this.#given(setting)), this.#given(setting)),
      view: viewAfter(submission, setting),
      file: URL.createObjectURL(new Blob([record], { type: 'application/json' })),
      fileName: `escalation-record-${civilDateAt(setting.now, setting.policy.timeZone)}.json`,
    };
    this.#show(kind);
  }

  readonly #outcomeButtons: OutcomeButtons = {
    // The same submission again, so that whoever took it after all can tell.
    onAgain: () => {
      const { submission, setting } = this.#sent!;
      this.#leaveOutcome();
      void this.#offer(submission, setting);
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

function viewAfter({ events }: Submission, { policy, calendar, log, state, now }: Setting): ConfirmationView {
  const after = replay(policy, [...log, ...events]);
  return confirmationOf(policy, after, assess(policy, after, { now, calendar }), state);
}
