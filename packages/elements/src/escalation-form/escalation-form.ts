import { adoptStyles, type PropertyDeclarations, type PropertyValues, type TemplateResult, type nothing } from 'lit';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import type { Answers } from '@escalation-kit/core/form';
import { KitElement, type Phase } from '../kit/kit-element.ts';
import { Trouble } from '../kit/trouble.ts';
import type { Journey } from './journey.ts';

/**
 * Asks what the next event of a case needs, page by page, and gives it to the host: an `escalation-submit` with the
 * events, the notifications owed and the record. Alone, or where the case around it is not opened, it opens one.
 *
 * Answers are kept in memory only, and are gone when the page is left.
 *
 * @summary Opens a case, or records what happens next, with what the policy asks and nothing else.
 * @tag escalation-form
 *
 * @attr {string} policy - A bundled policy: barnsley, bromley, coventry, greenwich or kent. As a property, the host's own.
 * @attr {string} policy-src - The address of the host's own policy as JSON.
 * @attr {string} calendar - england-and-wales, scotland or northern-ireland; the policy's own where left out.
 * @attr {string} locale - The language, as a BCP 47 tag; that of the nearest `lang` where left out.
 * @attr {string} now - An ISO 8601 instant to look from, for previews and tests.
 * @attr {string} action - What to record: open, escalate, resolve, done, change, discuss, consult, progress, extend,
 *   set-timescale, decide, update, dissent, request-conference, learn, reopen, withdraw, close, correct or adopt. Without
 *   it: open where no case is open, else the person chooses. With adopt the form's own policy and calendar are the newer
 *   ones, and those of the case around it what it was opened under.
 * @attr {string} route - The route of a case that is opened, so that it is not asked.
 * @attr {string} stage - The stage at which a case is opened, so that it is not asked.
 * @attr {string} name - In a form of the host's: the name under which the record is sent with it, as JSON text.
 * @attr {string} endpoint - Where to post what is submitted, when no handler of the host answers; the case's if left out.
 * @attr {number} heading-level - The level at which headings start, 1 to 6; 2 unless said.
 *
 * @fires {EscalationSubmitEvent} escalation-submit - Something is to be kept. Answer with `respondWith(promise)`.
 * @fires {EscalationStepEvent} escalation-step - Another page is shown; it says which, and nothing of what was typed.
 * @fires {EscalationErrorEvent} escalation-error - Something could not be loaded, or an attribute is wrong.
 *
 * @csspart base - All of it.
 * @csspart title - The heading of the page.
 * @csspart summary - The list of what is to be put right.
 * @csspart field - A question with its answer.
 * @csspart hint - What helps to answer it.
 * @csspart error - What is to be put right in it.
 * @csspart callout - Something to be read; also by its kind: callout-immediate-danger, callout-urgent…
 * @csspart actions - The buttons that end a page.
 * @csspart button - One of them.
 * @csspart answers - The answers, to be checked.
 * @csspart outcome - That it was sent, or not.
 * @csspart standing - What stands under every page.
 *
 * @cssprop --ek-text - Text.
 * @cssprop --ek-text-muted - Hints.
 * @cssprop --ek-surface - Ground of fields.
 * @cssprop --ek-surface-tint - Ground of what is set apart.
 * @cssprop --ek-line - Lines.
 * @cssprop --ek-accent - Buttons and links.
 * @cssprop --ek-on-accent - Text on a button.
 * @cssprop --ek-danger - Errors and immediate danger.
 * @cssprop --ek-success - That it was sent.
 * @cssprop --ek-focus - The ring around what has the focus.
 * @cssprop --ek-radius - Roundness of corners.
 * @cssprop --ek-space - The unit of space.
 */
export class EscalationForm extends KitElement {
  static override properties: PropertyDeclarations = {
    action: {},
    route: {},
    stage: {},
    name: { reflect: true },
    endpoint: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    answers: { attribute: false },
    page: { attribute: false },
    showErrors: { attribute: false },
  };
  static override messages: Messages = kit;
  static readonly formAssociated = true;

  /** What to record. */
  declare action: string | null;
  /** The route of a case that is opened. */
  declare route: string | null;
  /** The stage at which a case is opened. */
  declare stage: string | null;
  /** In a form of the host's: the name under which the record is sent with it. */
  declare name: string | null;
  /** Where to post what is submitted. */
  declare endpoint: string | null;
  /** The level at which headings start. */
  declare headingLevel: number;
  /**
   * Answers to begin with, by the name of the field, such as `parties/raising/agency`: for stories and tests, and for
   * what the host knows already.
   */
  declare answers: Answers;
  /** The id of the page to show, for stories and tests; the first where left out. */
  declare page: string | null;
  /** Whether to show at once what is to be put right on the page, for stories and tests. */
  declare showErrors: boolean;

  readonly #internals: ElementInternals;
  #journey: Journey | null = null;
  #messages: Messages | null = null;
  readonly #trouble = new Trouble(this, {
    policy: () => this.effectivePolicy,
    say: (text) => this.say(text),
    retry: () => this.retry(),
  });

  constructor() {
    super();
    this.headingLevel = 2;
    this.answers = {};
    this.page = null;
    this.showErrors = false;
    this.#internals = this.attachInternals();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#forget);
    if (!this.#journey) void this.#loadJourney();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#forget);
  }

  /** Forgets every answer, but what the host gave to begin with, and begins again. */
  reset(): void {
    this.#journey?.reset();
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.inert = isDisabled;
  }

  protected override get messages(): Messages {
    return this.#messages ?? super.messages;
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'ready' && !this.#journey ? 'loading' : phase;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isAnsweredAnew = changed.has('answers') && !this.#journey?.hasBegunWith(this.answers);
    if (isAnsweredAnew || changed.has('page') || changed.has('showErrors')) this.#journey?.begin();
    this.#journey?.check();
  }

  protected override renderEmergency(): TemplateResult | typeof nothing {
    return this.#trouble.renderEmergency();
  }

  protected override renderWayOut(): TemplateResult | typeof nothing {
    return this.#trouble.renderWayOut();
  }

  protected override renderReady(): TemplateResult {
    return this.#journey!.render();
  }

  protected override retry(): void {
    super.retry();
    if (this.#journey) return;
    this.recover('content');
    void this.#loadJourney();
  }

  /** The questions and what asks them come while the policy does. */
  async #loadJourney(): Promise<void> {
    try {
      const { Journey, SaidOnce, messages, formStyles } = await import('./journey.ts');
      const { elementStyles } = this.constructor as typeof EscalationForm;
      adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, formStyles]);
      this.#messages = { ...super.messages, ...messages };
      this.#journey ??= new Journey({
        form: this,
        say: (text, values) => this.say(text, values),
        language: () => this.catalogue.language,
        policy: () => this.effectivePolicy,
        calendar: () => this.effectiveCalendar,
        now: () => this.effectiveNow,
        around: () => this.around.value,
        fail: (error) => (error ? this.fail(error, 'journey') : this.recover('journey')),
        claim: new SaidOnce(this, this.around).claim,
        isInHostForm: () => Boolean(this.name && this.#internals.form),
        // Without a state nothing of it is restored by the browser later.
        keep: (record) => this.#internals.setFormValue(record, null),
      });
      this.#journey.begin();
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)), 'content');
    }
    this.requestUpdate();
  }

  readonly #forget = (): void => this.reset();
}
