import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Case, CaseEvent } from '@escalation-kit/core/case';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { caseContext, CONTEXT_VERSION, type CaseContext } from '../kit/case-context.ts';
import { KitElement, type Phase } from '../kit/kit-element.ts';
import { MixedVersionsError } from '../kit/mixed-versions-error.ts';
import { EscalationSubmitEvent } from '../submission/submit-event.ts';
import { CaseChangeEvent } from './case-change-event.ts';
import type * as CaseContent from './case-content.ts';
import { answerOlder } from './older-readers.ts';

/** The engine and the record. Without a policy there is nothing to assess, so they come beside one. */
type Content = typeof CaseContent;

/**
 * Holds one case, its policy and its clock, and gives them to the elements inside it. It has no look of its own: while
 * the policy or the record is loading or has failed, the elements inside say so.
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

  readonly #provider: ContextProvider<typeof caseContext>;
  #content: Content | null = null;
  #case: Case | null = null;
  /** The list of events, as long as others say the same. */
  #log: readonly CaseEvent[] = [];
  #loadingLog = false;
  /** Elements inside that are of a build which reads no case of this one. */
  readonly #older = new Set<Element>();

  constructor() {
    super();
    this.log = [];
    answerOlder(
      this,
      () => this.#mixed(),
      (reader) => this.#tellOfOlder(reader),
    );
    this.#provider = new ContextProvider(this, { context: caseContext, initialValue: NOTHING_YET });
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

  protected override get messages(): Messages {
    return this.#content?.messages ?? super.messages;
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'ready' && !this.#content ? 'loading' : phase;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('log') && !this.#content?.isSameLog(this.#log, this.log)) this.#log = this.log;
    if (changed.has('logSrc') && this.logSrc) void this.#loadLog(this.logSrc);
    this.#provide(this.#context());
  }

  /** The content stays in place in every state: elements inside show the state themselves. */
  protected override render(): TemplateResult {
    const mixed = [...this.#older].some((reader) => reader.isConnected) && this.#mixed();
    return html`${mixed ? html`<p class="ek-note ek-failed" role="alert">${mixed}</p>` : nothing} <slot></slot>`;
  }

  protected override renderReady(): TemplateResult {
    return this.render();
  }

  protected override retry(): void {
    super.retry();
    if (!this.#content) void this.#begin();
    else if (this.logSrc && this.phase === 'failed') void this.#loadLog(this.logSrc);
  }

  #context(): CaseContext {
    const phase = this.#loadingLog && this.phase === 'ready' ? 'loading' : this.phase;
    const held = phase === 'ready' ? this.#held() : null;
    return {
      version: CONTEXT_VERSION,
      phase: phase === 'ready' && !held ? 'empty' : phase,
      failure: this.failureText,
      case: held,
      now: this.effectiveNow,
      endpoint: this.endpoint ?? null,
      retry: this.#retry,
    };
  }

  readonly #retry = (): void => this.retry();

  /** The case, made anew only where its policy, calendar or log is another: its log is not read at every tick. */
  #held(): Case | null {
    const { effectivePolicy: policy, effectiveCalendar: calendar, effectiveNow: now } = this;
    if (!policy || !calendar || !this.#content) return null;
    const { policy: known, calendar: knownCalendar, log } = this.#case ?? {};
    if (known === policy && knownCalendar === calendar && log === this.#log) return (this.#case = this.#case!.at(now));
    return (this.#case = new this.#content.Case({ policy, calendar, log: this.#log, now }));
  }

  /** Elements inside are told only of what has changed; older ones also of the words in another language. */
  #provide(context: CaseContext): void {
    const before = this.#provider.value;
    const names = Object.keys(context) as (keyof CaseContext)[];
    const isNew = names.some((name) => context[name] !== before[name]);
    if (isNew || this.#older.size > 0) this.#provider.setValue(context);
  }

  /** What a part of this case submits, not of one within it, is taken where it goes on from the case as it still is. */
  #onSubmit(event: EscalationSubmitEvent): void {
    if (event.composedPath().find(isCase) !== this) return;
    const log = this.#log;
    void event.outcome.then(async (outcome) => {
      if (!outcome.sent || event.defaultPrevented) return;
      const { follows, isSameLog } = this.#content ?? (await this.#loaded());
      const { record } = event.detail;
      if (!isSameLog(log, this.log) || !follows(record.entries, log)) return;
      // Whoever seals it anew says what the entries are now, as long as they go on from those that are here.
      const kept = outcome.record?.entries;
      const entries = kept && follows(kept, log) ? kept : record.entries;
      this.#setLog(entries.map((entry) => entry.event));
    });
  }

  /** Null until the words are there: they come with the content. That it did not come is said in their place. */
  #mixed(): string | null {
    return this.#content ? this.say('kit.mixed') : this.failureText;
  }

  /** It is said here too: an element of an older build that has a policy of its own goes on by that alone. */
  #tellOfOlder(reader: Element): void {
    const isKnown = [...this.#older].some(({ localName }) => localName === reader.localName);
    this.#older.add(reader);
    if (!isKnown) this.report(new MixedVersionsError(reader, this));
    this.requestUpdate();
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

/** Also one of another build, or under a prefix: but none that was never defined, which holds no case. */
function isCase(target: EventTarget): boolean {
  if (target instanceof EscalationCase) return true;
  return target instanceof Element && target.matches(':defined') && /(^|-)escalation-case$/.test(target.localName);
}

const NOTHING_YET: CaseContext = {
  version: CONTEXT_VERSION,
  phase: 'empty',
  failure: null,
  case: null,
  now: new Date(0).toISOString(),
  endpoint: null,
};
