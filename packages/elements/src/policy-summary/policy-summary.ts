import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { AttributeError } from '../kit/attribute-error.ts';
import { HEADING_LEVELS } from '../kit/heading.ts';
import { LazyElement } from '../kit/lazy-element.ts';
import { PrintOpener } from './print-opener.ts';
import type * as SummaryContent from './summary-content.ts';

/** What reads a policy out. Without one there is nothing to read, so it comes beside it. */
type Content = typeof SummaryContent;

/**
 * What a policy says that is for reading: its principles, what it reminds of, typical causes, contacts, its own form,
 * where it all comes from, when it is to be reviewed, and what the source leaves open. That the partnership has not
 * confirmed it, or that its review is overdue, stands above every choice of sections.
 *
 * @summary A policy to read, with where each statement comes from.
 * @tag policy-summary
 *
 * @attr {string} policy - A bundled policy: barnsley, bromley, coventry, greenwich or kent. As a property, the host's own.
 * @attr {string} policy-src - The address of the host's own policy as JSON.
 * @attr {string} calendar - england-and-wales, scotland or northern-ireland; the policy's own where left out. Nothing here counts days.
 * @attr {string} locale - The language, as a BCP 47 tag; that of the nearest `lang` where left out. A policy keeps its own.
 * @attr {string} now - An ISO 8601 instant to look from, for previews and tests.
 * @attr {string} sections - Which parts to show, with spaces between, in the order of the list: document, principles, reminders, causes, elsewhere, contacts, form, learning, provenance, notes. All where left out.
 * @attr {boolean} folded - Each part is closed at first, and opens by its heading.
 * @attr {boolean} show-clauses - Each statement shows the clause that it comes from. The ids are in `data-clause` in any case.
 * @attr {number} heading-level - The level of the title, 1 to 6; 2 unless said.
 *
 * @fires {EscalationErrorEvent} escalation-error - Something could not be loaded, or an attribute is wrong.
 *
 * @csspart base - All of it.
 * @csspart title - The title of the policy.
 * @csspart notice - What must be known before relying on it.
 * @csspart section - A part; also by its name: section-principles, section-contacts…
 * @csspart clause - The clause behind a statement.
 *
 * @cssprop [--ek-text-muted=#505a5f] - Clauses, and what is said beside.
 * @cssprop [--ek-surface-tint=#f3f2f1] - Ground of the notices.
 * @cssprop [--ek-warning=#b35c00] - The edge of the notices.
 * @cssprop [--ek-line=#b1b4b6] - Lines between the parts.
 * @cssprop [--ek-accent=#1d70b8] - Links.
 * @cssprop [--ek-space=1rem] - The unit of space.
 */
export class PolicySummary extends LazyElement<Content> {
  static override properties: PropertyDeclarations = {
    sections: {},
    folded: { type: Boolean, reflect: true },
    showClauses: { attribute: 'show-clauses', type: Boolean, reflect: true },
    headingLevel: { attribute: 'heading-level', type: Number },
  };
  static override messages: Messages = kit;

  /** Which parts to show, with spaces between; all where left out. */
  declare sections: string | null;
  /** Whether each part is closed at first. */
  declare folded: boolean;
  /** Whether each statement shows the clause that it comes from. */
  declare showClauses: boolean;
  /** The level of the title. */
  declare headingLevel: number;

  constructor() {
    super();
    this.folded = false;
    this.showClauses = false;
    this.headingLevel = 2;
    this.addController(new PrintOpener(this));
  }

  protected override loadContent(): Promise<Content> {
    return import('./summary-content.ts');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.content) this.#checkAttributes(this.content);
  }

  protected override renderEmpty(): TemplateResult {
    return html`<p class="ek-note">${this.say('summary.empty')}</p>`;
  }

  protected override renderReady(): TemplateResult {
    const policy = this.effectivePolicy;
    if (!policy || !this.content) return this.renderEmpty();
    const { renderPolicy, withPolicyLanguage } = this.content;
    return renderPolicy(policy, this.effectiveNow, this.sections, {
      // The policy is in its own language, whatever the element speaks.
      say: withPolicyLanguage((text, values) => this.say(text, values), this.catalogue.language, policy.language),
      level: this.#level,
      isFolded: this.folded,
      showsClauses: this.showClauses,
      language: this.catalogue.language,
    });
  }

  /** An attribute that was taken away leaves null. */
  get #level(): number {
    return this.headingLevel ?? 2;
  }

  #checkAttributes({ isWrong, SUMMARY_SECTIONS }: Content): void {
    const level = this.#level;
    const isNoLevel = !(HEADING_LEVELS as readonly number[]).includes(level);
    this.#check('sections', this.sections, isWrong(this.sections), SUMMARY_SECTIONS);
    this.#check('heading-level', this.getAttribute('heading-level') ?? String(level), isNoLevel, HEADING_LEVELS);
  }

  #check(attribute: string, found: string | null, isWrong: boolean, allowed: readonly unknown[]): void {
    if (isWrong) this.fail(new AttributeError(this.localName, attribute, found ?? '', allowed.join(', ')), attribute);
    else this.recover(attribute);
  }
}
