import { html, type nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Policy, Side } from '@escalation-kit/core/policy';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import type { ShownDuties } from '@escalation-kit/core/views';
import { AttributeError } from '../kit/attribute-error.ts';
import { caseUnder } from '../kit/case-under.ts';
import { LazyElement } from '../kit/lazy-element.ts';
import type { SaidOnce } from '../kit/said-once.ts';
import type { Say } from '../kit/policy-words.ts';
import { Trouble } from '../kit/trouble.ts';
import type * as content from './duties-content.ts';
import type { DutiesDesk } from './duties-desk.ts';

type Content = typeof content;

/**
 * Lists what is owed in the case around it: overdue, to do, needed before a next step, and folded away what is done or
 * not asked for any more. Ticking one off makes an entry of the case, which the host or the case's endpoint receives.
 * With a policy of its own it lists what that policy asks for at a stage, with nothing to tick off.
 *
 * @summary What is owed now: by whom, to whom, by when.
 * @tag case-duties
 *
 * @attr {string} policy - A bundled policy: barnsley, bromley, coventry, greenwich or kent. As a property, the host's own.
 * @attr {string} policy-src - The address of the host's own policy as JSON.
 * @attr {string} calendar - england-and-wales, scotland or northern-ireland; the policy's own where left out.
 * @attr {string} locale - The language, as a BCP 47 tag; that of the nearest `lang` where left out.
 * @attr {string} now - An ISO 8601 instant to look from, for previews and tests.
 * @attr {string} stage - A stage of the policy: what the policy asks for there, in place of what a case owes.
 * @attr {string} owner - One side's duties alone: raising, receiving or partnership.
 * @attr {string} show - `open`: only what is owed; `all`, unless said: what is done and lapsed too.
 * @attr {number} heading-level - The level at which headings start, 1 to 6; 2 unless said.
 *
 * @fires {EscalationSubmitEvent} escalation-submit - Something was ticked off. The host answers by `respondWith(receipt)`.
 * @fires {EscalationErrorEvent} escalation-error - Something could not be loaded, or an attribute is wrong.
 *
 * @csspart base - All of it.
 * @csspart group - A group of duties; also group-overdue, group-due, group-awaited, group-done, group-lapsed.
 * @csspart duty - A duty; also by its status: duty-overdue, duty-due, duty-awaited, duty-done, duty-lapsed.
 * @csspart status - The status of a duty in words.
 * @csspart mark - The button that opens the form to tick a duty off.
 * @csspart form - That form.
 * @csspart problem - What is said in it when it was refused or not sent.
 * @csspart sent - What is said when it was recorded.
 * @csspart source - The clauses behind a duty.
 *
 * @cssprop --ek-text - Text.
 * @cssprop --ek-text-muted - What is said beside.
 * @cssprop --ek-surface - Ground of a duty.
 * @cssprop --ek-surface-tint - Ground of the form.
 * @cssprop --ek-line - Lines.
 * @cssprop --ek-accent - Buttons, links, what is to do.
 * @cssprop --ek-on-accent - Text on the accent.
 * @cssprop --ek-danger - What is overdue or went wrong.
 * @cssprop --ek-success - What is done.
 * @cssprop --ek-radius - Roundness of corners.
 * @cssprop --ek-space - The unit of space.
 */
export class CaseDuties extends LazyElement<Content> {
  static override properties: PropertyDeclarations = {
    stage: {},
    owner: {},
    show: {},
    headingLevel: { attribute: 'heading-level', type: Number },
  };
  static override messages: Messages = kit;

  /** A stage of the policy. */
  declare stage: string | null;
  /** One side's duties alone: raising, receiving or partnership. */
  declare owner: string | null;
  /** open or all. */
  declare show: string | null;
  /** The level at which headings start; 2 where left out. */
  declare headingLevel: number | null;

  #desk: DutiesDesk | null = null;
  #said: SaidOnce | null = null;
  readonly #trouble = new Trouble(this, {
    policy: () => this.effectivePolicy,
    say: (text) => this.say(text),
    retry: () => this.retry(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#forget);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#forget);
  }

  protected override async loadContent(): Promise<Content> {
    const loaded = await import('./duties-content.ts');
    this.#said ??= new loaded.SaidOnce(this, this.around);
    this.#desk ??= new loaded.DutiesDesk({
      element: this,
      say: this.#say,
      update: () => this.requestUpdate(),
      given: () => this.around.value?.case ?? null,
      endpoint: () => this.around.value?.endpoint ?? null,
      now: () => this.effectiveNow,
    });
    return loaded;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#desk?.settleFocus();
    try {
      if (this.content && this.sources === 'ready') this.#checkAttributes(this.content, this.effectivePolicy);
      // What is still wrong was told already.
      this.recover('attributes');
    } catch (error) {
      this.fail(error as Error, 'attributes');
    }
  }

  protected override updated(): void {
    this.#desk?.settleFocus();
  }

  protected override renderEmpty(): TemplateResult | typeof nothing {
    return this.around.value ? super.renderEmpty() : html`<p class="ek-note">${this.say('duties.empty')}</p>`;
  }

  protected override renderEmergency(): TemplateResult | typeof nothing {
    return this.#trouble.renderEmergency();
  }

  protected override renderWayOut(): TemplateResult | typeof nothing {
    return this.#trouble.renderWayOut();
  }

  protected override renderReady(): TemplateResult | typeof nothing {
    const policy = this.effectivePolicy;
    if (!this.content || !this.#desk || !this.#said || !policy) return this.renderEmpty();
    const caseHere = caseUnder(policy, this.around);
    const owner = this.owner as Side | null;
    const { language } = this.catalogue;
    const say = this.content.withPolicyLanguage(this.#say, language, policy.language);
    const { claim } = this.#said;
    const frame = { say, language, level: this.headingLevel ?? 2, desk: this.#desk, claim };
    if (this.stage || !caseHere) {
      return this.content.renderPlanned(this.content.plannedDuties(policy, this.stage, owner), frame);
    }
    if (caseHere.state.status === 'none') return html`<p class="ek-note">${this.say('duties.not-opened')}</p>`;
    return this.content.renderDuties(caseHere, { owner, show: (this.show ?? 'all') as ShownDuties }, frame);
  }

  #checkAttributes({ HEADING_LEVELS, SIDES, SHOWN_DUTIES }: Content, policy: Policy | null): void {
    const check = (attribute: string, value: string | number | null | undefined, allowed: readonly unknown[]) => {
      if (value === null || value === undefined || value === '' || allowed.includes(value)) return;
      const found = this.getAttribute(attribute) ?? String(value);
      throw new AttributeError(this.localName, attribute, found, allowed.join(', '));
    };
    check('owner', this.owner, SIDES);
    check('show', this.show, SHOWN_DUTIES);
    check('stage', this.stage, policy?.stages.map(({ id }) => id) ?? []);
    check('heading-level', this.headingLevel, HEADING_LEVELS);
  }

  readonly #say: Say = (text, values) => this.say(text, values);
  readonly #forget = (): void => this.#desk?.forget();
}
