import { ContextProvider } from '@lit/context';
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CaseEvent, CaseState } from '@escalation-kit/core/case';
import type { Policy } from '@escalation-kit/core/policy';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { caseContext, type CaseContext } from '../kit/case-context.ts';
import { KitElement, type Phase } from '../kit/kit-element.ts';
import { EscalationSubmitEvent } from '../submission/submit-event.ts';
import { CaseChangeEvent } from './case-change-event.ts';
import type * as CaseContent from './case-content.ts';

/** The engine and the record. Without a policy there is nothing to assess, so they come beside one. */
type Content = typeof CaseContent;

/**
 * Holds one case, its policy and its clock, and gives them to the elements inside it. It has no look of its own; while
 * the policy or the record is loading or has failed it says so in their place.
 *
 * On a receipt for what an element inside submits it appends the events, unless the host calls `preventDefault()`.
 *
 * @summary One case, for the elements inside it.
 * @tag escalation-case
 *
 * @attr {string} policy - A bundled policy: barnsley, bromley, coventry, greenwich or kent. As a property, the host's own.
 * @attr {string} policy-src - The address of the host's own policy as JSON.
 * @attr {string} calendar - england-and-wales, scotland or northern-ireland; the policy's own where left out.
 * @attr {string} locale - The language, as a BCP 47 tag; that of the nearest `lang` where left out.
 * @attr {string} now - An ISO 8601 instant to look from, for previews and tests.
 * @attr {string} log-src - The address of a record file to start from.
 * @attr {string} endpoint - Where to post what is submitted, when no handler of the host answers.
 *
 * @fires {CaseChangeEvent} escalation-change - Events were appended, or a record was opened.
 * @fires {EscalationErrorEvent} escalation-error - Something could not be loaded, or an attribute is wrong.
 * @slot - The elements of the kit, and anything else.
 */
export class EscalationCase extends KitElement {
  static override properties: PropertyDeclarations = {
    log: { attribute: false },
    logSrc: { attribute: 'log-src' },
    endpoint: {},
  };
  static override messages: Messages = kit;

  /** What fetches the engine and the record: the kit's own part, but in tests. */
  protected static loadContent = (): Promise<Content> => import('./case-content.ts');

  /** The events of the case, in order. Set anew to change them: the list itself is never changed. */
  declare log: readonly CaseEvent[];
  /** The address of a record file to start from. */
  declare logSrc: string | null;
  /** Where to post what is submitted, when no handler of the host answers. */
  declare endpoint: string | null;

  readonly #provider = new ContextProvider(this, { context: caseContext, initialValue: nothingYet() });
  #content: Content | null = null;
  #state: CaseState | null = null;
  #stateOf: { policy: Policy; log: readonly CaseEvent[] } | null = null;
  #loadingLog = false;

  constructor() {
    super();
    this.log = [];
    this.addEventListener(EscalationSubmitEvent.type, (event) => this.#onSubmit(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#content) void this.#begin();
  }

  /**
   * The case as a record file: what `openRecord` reads.
   *
   * @throws Error where what writes it could not be loaded
   */
  async saveRecord(): Promise<string> {
    const { log, effectivePolicy } = this;
    const { writeRecord } = await this.#loaded();
    return writeRecord(log, effectivePolicy);
  }

  /**
   * Opens a record file in place of the case.
   *
   * @param file its text, or the file as a person chose it
   * @returns the number of entries that could not be trusted and were left out: none in a sound record
   * @throws RecordError where it is no record file; the case then stays as it was
   */
  async openRecord(file: string | Blob): Promise<number> {
    const { readRecord } = await this.#loaded();
    const { log, leftOut, fault } = readRecord(typeof file === 'string' ? file : await file.text());
    this.#setLog(log);
    if (fault) this.tell(fault);
    return leftOut;
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'ready' && !this.#content ? 'loading' : phase;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('logSrc') && this.logSrc) void this.#loadLog(this.logSrc);
    this.#provider.setValue(this.#context());
  }

  /** The content stays in place in every state: elements inside show the state themselves. */
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override renderReady(): TemplateResult {
    return this.render();
  }

  #context(): CaseContext {
    const policy = this.effectivePolicy;
    const calendar = this.effectiveCalendar;
    const now = this.effectiveNow;
    const content = this.#content;
    const phase = this.#loadingLog && this.phase === 'ready' ? 'loading' : this.phase;
    const isReady = phase === 'ready' && policy !== null && calendar !== null;
    const state = isReady && content ? this.#replayed(policy, content) : null;
    return {
      version: 1,
      phase: phase === 'ready' && !isReady ? 'empty' : phase,
      failure: this.failureText,
      policy,
      calendar,
      log: this.log,
      state,
      assessment: state && isReady && content ? content.assess(policy, state, { now, calendar }) : null,
      now,
      endpoint: this.endpoint ?? null,
    };
  }

  /** The log is read once for each policy and list of events, not at every tick. */
  #replayed(policy: Policy, { replay }: Content): CaseState {
    if (!this.#state || this.#stateOf?.policy !== policy || this.#stateOf.log !== this.log) {
      this.#state = replay(policy, this.log);
      this.#stateOf = { policy, log: this.log };
    }
    return this.#state;
  }

  #onSubmit(event: EscalationSubmitEvent): void {
    const log = this.log;
    void event.outcome.then((outcome) => {
      // What was submitted on another log belongs to that one.
      if (outcome.sent && !event.defaultPrevented && this.log === log) {
        this.#setLog([...log, ...event.detail.events]);
      }
    });
  }

  #setLog(log: readonly CaseEvent[]): void {
    this.log = log;
    this.dispatchEvent(new CaseChangeEvent(log));
  }

  async #begin(): Promise<void> {
    try {
      await this.#loaded();
    } catch (error) {
      this.fail(error as Error, 'content');
      this.requestUpdate();
    }
  }

  /** Asked for again wherever it is needed: what did not come once may come later. */
  async #loaded(): Promise<Content> {
    if (this.#content) return this.#content;
    this.#content = await (this.constructor as typeof EscalationCase).loadContent();
    this.recover('content');
    this.requestUpdate();
    return this.#content;
  }

  async #loadLog(address: string): Promise<void> {
    this.#loadingLog = true;
    this.recover('log');
    try {
      const { fetchText } = await this.#loaded();
      await this.openRecord(await fetchText(address));
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)), 'log');
    } finally {
      this.#loadingLog = false;
      this.requestUpdate();
    }
  }
}

function nothingYet(): CaseContext {
  return {
    version: 1,
    phase: 'empty',
    failure: null,
    policy: null,
    calendar: null,
    log: [],
    state: null,
    assessment: null,
    now: '1970-01-01T00:00:00Z',
    endpoint: null,
  };
}
