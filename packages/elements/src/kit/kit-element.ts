import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Calendar } from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import type { Catalogue, Messages, Speaker, Text } from '@escalation-kit/core/text';
import { areAdults } from '@escalation-kit/core/text/about';
import { loadCatalogue } from '@escalation-kit/core/text/load';
import { say, speakerOf } from '@escalation-kit/core/text/say';
import { AttributeError } from './attribute-error.ts';
import { CONTEXT_VERSION } from './case-context.ts';
import { sharedClock, type SharedClock } from './clock.ts';
import { ConsumedCase } from './consumed-case.ts';
import { EscalationErrorEvent } from './error-event.ts';
import { isInstant } from './is-instant.ts';
import { kitStyles } from './kit-styles.ts';
import { listenToLanguage, nearestLanguage } from './nearest-language.ts';
import type * as Resources from './resources.ts';
import type { CalendarSource, PolicySource } from './resources.ts';
import { VERSION } from './version.ts';

/** Whether what an element needs is there. `empty`: nothing was named that could be shown. */
export type Phase = 'empty' | 'loading' | 'ready' | 'failed';

/**
 * What all elements of the kit share: the attributes that mean the same everywhere, the case around them, the nearest
 * language, one clock, and what is shown while there is nothing to show yet.
 */
export abstract class KitElement extends LitElement {
  static override properties: PropertyDeclarations = {
    policy: {},
    policySrc: { attribute: 'policy-src' },
    calendar: {},
    locale: {},
    now: {},
  };
  static override styles: CSSResultGroup = [kitStyles];

  /** Which kit the class comes from. */
  static readonly version = VERSION;

  /** Which cases the class can read. */
  static readonly contextVersion: number = CONTEXT_VERSION;

  /** What the element says, in English. Other languages are loaded whole when a page asks for one. */
  static messages: Messages = {};

  /** What tells the elements that time has passed: one for all, but in tests. */
  protected static clock: SharedClock = sharedClock;

  /** A bundled policy's id, or a policy of the host's own as an object. */
  declare policy: PolicySource;
  /** The address of the host's own policy as JSON. */
  declare policySrc: string | null;
  /** A bundled calendar's id, or a calendar of the host's own as data; the policy's where left out. */
  declare calendar: CalendarSource;
  /** The language, as a BCP 47 tag; that of the nearest `lang` where left out. */
  declare locale: string | null;
  /** An ISO 8601 instant to look from, for previews and tests; the present where left out. */
  declare now: string | null;

  /** The case around the element. */
  protected readonly around = new ConsumedCase(this);

  #phase: Phase = 'empty';
  readonly #failures = new Map<string, Error>();
  #policy: Policy | null = null;
  #calendar: Calendar | null = null;
  #translation: Catalogue | null = null;
  #language = 'en';
  #catalogue: Catalogue | null = null;
  #loads = 0;
  #resources: typeof Resources | null = null;
  #release: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const update = () => this.requestUpdate();
    this.#release = [this.#clock.listen(update), listenToLanguage(update)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const release of this.#release) release();
  }

  /** Where the element stands: by its own attributes, else by the case around it. */
  protected get phase(): Phase {
    return this.#failures.size > 0 ? 'failed' : this.sources;
  }

  /** Whether the policy and the calendar are there, whatever else may have failed. */
  protected get sources(): Phase {
    // That a case is there which this build cannot read is said, whatever else the element could show.
    const { version = 0, phase = 'empty' } = this.around.value ?? {};
    return this.#hasOwnSources() && version <= CONTEXT_VERSION ? this.#phase : phase;
  }

  /** The policy in force here: the element's own, else the case's. */
  protected get effectivePolicy(): Policy | null {
    return this.#policy ?? this.around.value?.case?.policy ?? null;
  }

  protected get effectiveCalendar(): Calendar | null {
    return this.#calendar ?? this.around.value?.case?.calendar ?? null;
  }

  /** The instant to look from, ISO 8601. */
  protected get effectiveNow(): string {
    const now = this.now && isInstant(this.now) ? this.now : null;
    return now ?? this.around.value?.now ?? this.#clock.now();
  }

  /** The English messages: the class's own, unless some come later. */
  protected get messages(): Messages {
    return (this.constructor as typeof KitElement).messages;
  }

  /** The language that the element speaks. The same object as long as nothing changes, for its speaker is costly. */
  protected get catalogue(): Catalogue {
    const fallback = this.messages;
    const ofAdults = areAdults(this.effectivePolicy, this.around.value?.case?.state);
    const known = this.#catalogue;
    if (known?.fallback !== fallback || known.ofAdults !== ofAdults) {
      const english = { language: 'en', direction: 'ltr', messages: fallback } as const;
      this.#catalogue = { ...english, ...this.#translation, fallback, ofAdults };
    }
    return this.#catalogue!;
  }

  protected get speaker(): Speaker {
    return speakerOf(this.catalogue);
  }

  protected say(text: Text | string, values?: Text['values']): string {
    return say(typeof text === 'string' ? { key: text, values } : text, this.catalogue);
  }

  /**
   * What is wrong stands in the element's place, is told to the host as an event, and to the console once.
   *
   * @param about what it concerns, for `recover`
   */
  protected fail(error: Error, about = ''): void {
    const known = this.#failures.get(about);
    this.#failures.set(about, error);
    if (known?.message !== error.message) this.report(error);
  }

  /** Tells the console and the host: what the page's author did must not go unnoticed. */
  protected report(error: Error): void {
    // eslint-disable-next-line no-console -- a wrong attribute, or two builds on one page
    console.error(error.message);
    this.tell(error);
  }

  /** What was wrong has been put right. */
  protected recover(about = ''): void {
    this.#failures.delete(about);
  }

  /** Tells the host alone: what a person's file holds has no place on the console. */
  protected tell(error: Error): void {
    this.dispatchEvent(new EscalationErrorEvent(error));
  }

  protected get failureText(): string | null {
    const [failure] = this.#failures.values();
    return failure?.message ?? this.around.value?.failure ?? null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('policy') || changed.has('policySrc') || changed.has('calendar')) this.#startLoading(changed);
    this.#followLanguage();
    if (changed.has('now')) this.#checkNow();
  }

  protected override render(): TemplateResult | typeof nothing {
    switch (this.phase) {
      case 'ready':
        return this.renderReady();
      case 'loading':
        return html`${this.renderEmergency()}
          <p class="ek-note" part="loading">${this.say('kit.loading')}</p>`;
      case 'failed':
        return html`${this.renderEmergency()}
          <div class="ek-note ek-failed" role="alert">
            <p><strong>${this.say('kit.failed')}</strong></p>
            <p>${this.failureText}</p>
          </div>
          ${this.renderWayOut()}`;
      case 'empty':
        return this.renderEmpty();
    }
  }

  protected renderEmpty(): TemplateResult | typeof nothing {
    return html`<p class="ek-note">${this.say('kit.empty')}</p>`;
  }

  /** Whom to call while there is nothing to show, for elements that stand for a page's main matter. */
  protected renderEmergency(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What can be done where it failed. */
  protected renderWayOut(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Asks once more for what did not come, here and in the case around. */
  protected retry(): void {
    this.around.value?.retry?.();
    if (this.#failures.has('load')) this.#begin();
    this.requestUpdate();
  }

  /** What the element shows once its policy and calendar are there. */
  protected abstract renderReady(): TemplateResult | typeof nothing;

  #hasOwnSources(): boolean {
    return Boolean(this.policy || this.policySrc || this.calendar);
  }

  get #clock(): SharedClock {
    return (this.constructor as typeof KitElement).clock;
  }

  #startLoading(changed: PropertyValues): void {
    // What says the same as what is there already changes nothing on the page.
    if (this.#phase === 'ready' && this.#resources?.known()?.saysTheSame(this, changed, this.#policy, this.#calendar))
      return;
    this.#begin();
  }

  #begin(): void {
    this.recover('load');
    const turn = ++this.#loads;
    if (!this.#hasOwnSources()) {
      this.#policy = null;
      this.#calendar = null;
      return;
    }
    this.#phase = 'loading';
    this.#load()
      .then(([policy, calendar]) => {
        if (turn !== this.#loads) return;
        this.#policy = policy;
        this.#calendar = calendar;
        this.#phase = 'ready';
      })
      .catch((error: unknown) => {
        if (turn === this.#loads) this.fail(error as Error, 'load');
      })
      .finally(() => this.requestUpdate());
  }

  async #load(): Promise<[Policy | null, Calendar | null]> {
    // Policies and calendars come when asked for, and so does what reads them.
    this.#resources = await import('./resources.ts');
    const { resolveCalendar, resolvePolicy } = this.#resources;
    const policy = await resolvePolicy(this.localName, this.policy, this.policySrc ?? null);
    const calendar = this.calendar ?? policy?.calendar;
    return [policy, calendar ? await resolveCalendar(this.localName, calendar) : null];
  }

  #followLanguage(): void {
    const language = this.locale ?? nearestLanguage(this);
    if (language === this.#language) return;
    this.#language = language;
    loadCatalogue(language)
      .then((catalogue) => {
        if (language !== this.#language) return;
        this.#translation = catalogue;
        this.#catalogue = null;
        this.requestUpdate();
      })
      // English is better than nothing.
      .catch((error: unknown) => this.tell(error as Error));
  }

  #checkNow(): void {
    this.recover('now');
    if (!this.now || isInstant(this.now)) return;
    const allowed = 'an ISO 8601 instant such as 2026-11-24T09:00:00Z';
    this.fail(new AttributeError(this.localName, 'now', this.now, allowed), 'now');
  }
}
