import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Policy } from '@escalation-kit/core/policy';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import { AttributeError } from '../kit/attribute-error.ts';
import { caseUnder } from '../kit/case-under.ts';
import { LazyElement } from '../kit/lazy-element.ts';
import type { SaidOnce } from '../kit/said-once.ts';
import { Trouble } from '../kit/trouble.ts';
import type * as content from './ladder-content.ts';
import type { Drawn, ShownStages } from './ladder-content.ts';

type Content = typeof content;

const POSITION = ['route', 'stage', 'tier', 'bypassed', 'status'] as const;

/**
 * Draws the way up that a policy gives: who meets whom at each stage, in what time, which other ways lead up, where the
 * case stands and what comes next. Inside `<escalation-case>` it shows that case; alone it goes by its attributes.
 *
 * @summary The stages of a policy, with where a case stands and the next step in a sentence.
 * @tag stage-ladder
 *
 * @attr {string} policy - A bundled policy: barnsley, bromley, coventry, greenwich or kent. As a property, the host's own.
 * @attr {string} policy-src - The address of the host's own policy as JSON.
 * @attr {string} calendar - england-and-wales, scotland or northern-ireland; the policy's own where left out.
 * @attr {string} locale - The language, as a BCP 47 tag; that of the nearest `lang` where left out.
 * @attr {string} now - An ISO 8601 instant to look from, for previews and tests.
 * @attr {string} route - A route of the policy. Without it: the routes that have the stage, else all of them.
 * @attr {string} stage - Where a case stands: a stage of the route. Without it nothing is current.
 * @attr {string} tier - The tier of management that was reached in that stage, in any words.
 * @attr {string} bypassed - Stages that were jumped over, with spaces between.
 * @attr {string} status - open (unless said), resolved, closed or withdrawn.
 * @attr {string} show - all (unless said), or next: danger and the next step, without the stages, for the head of a page.
 * @attr {number} heading-level - The level at which headings start, 1 to 6; 2 unless said.
 *
 * @fires {EscalationErrorEvent} escalation-error - Something could not be loaded, or an attribute is wrong.
 *
 * @csspart base - All of it.
 * @csspart callout - A callout; also by its kind: callout-immediate-danger, callout-paramount, callout-urgent…
 * @csspart next - The next step.
 * @csspart route - A route with its heading.
 * @csspart rung - A stage; also by its state: rung-current, rung-done, rung-bypassed, rung-ahead…
 * @csspart state - The state of a stage in words.
 * @csspart ways - The other ways up.
 * @csspart way - One of them; also way-urgent.
 * @csspart source - The clauses behind something.
 *
 * @cssprop --ek-text - Text.
 * @cssprop --ek-text-muted - What is said beside.
 * @cssprop --ek-surface - Ground.
 * @cssprop --ek-surface-tint - Ground of what is set apart.
 * @cssprop --ek-line - Lines and the rail of the ladder.
 * @cssprop --ek-accent - The current stage and links.
 * @cssprop --ek-on-accent - Text on the accent.
 * @cssprop --ek-danger - Immediate danger, what is urgent, what is overdue.
 * @cssprop --ek-warning - What is due soon.
 * @cssprop --ek-success - What is done.
 * @cssprop --ek-radius - Roundness of corners.
 * @cssprop --ek-space - The unit of space.
 */
export class StageLadder extends LazyElement<Content> {
  static override properties: PropertyDeclarations = {
    route: {},
    stage: {},
    tier: {},
    bypassed: {},
    status: {},
    show: {},
    headingLevel: { attribute: 'heading-level', type: Number },
  };
  static override messages: Messages = kit;

  /** A route of the policy. */
  declare route: string | null;
  /** Where a case stands: a stage of the route. */
  declare stage: string | null;
  /** The tier of management that was reached in that stage. */
  declare tier: string | null;
  /** Stages that were jumped over, with spaces between. */
  declare bypassed: string | null;
  /** open, resolved, closed or withdrawn. */
  declare status: string | null;
  /** all or next. */
  declare show: string | null;
  /** The level at which headings start; 2 where left out. */
  declare headingLevel: number | null;

  #said: SaidOnce | null = null;
  #drawn: Drawn | null = null;
  readonly #trouble = new Trouble(this, {
    policy: () => this.effectivePolicy,
    say: (text) => this.say(text),
    retry: () => this.retry(),
  });

  protected override async loadContent(): Promise<Content> {
    const loaded = await import('./ladder-content.ts');
    this.#said ??= new loaded.SaidOnce(this, this.around);
    return loaded;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#drawn = this.#look();
  }

  protected override renderEmpty(): TemplateResult {
    return html`<p class="ek-note">${this.say('ladder.empty')}</p>`;
  }

  protected override renderEmergency(): TemplateResult | typeof nothing {
    return this.#trouble.renderEmergency();
  }

  protected override renderWayOut(): TemplateResult | typeof nothing {
    return this.#trouble.renderWayOut();
  }

  protected override renderReady(): TemplateResult | typeof nothing {
    const drawn = this.#drawn;
    if (!drawn || !this.content) return nothing;
    const said = this.#said;
    // What it shows by its own attributes is no other element's to say.
    const isOfCase = drawn.known === caseUnder(this.effectivePolicy, this.around);
    return this.content.renderLadder(drawn, {
      say: (text, values) => this.say(text, values),
      level: this.headingLevel ?? 2,
      language: this.catalogue.language,
      show: (this.show ?? 'all') as ShownStages,
      claim: (texts) => (isOfCase && said ? said.claim(texts) : new Set(texts)),
    });
  }

  /** Null while there is nothing to look at, and where an attribute is wrong: that is told once, not at every tick. */
  #look(): Drawn | null {
    const policy = this.effectivePolicy;
    const isReady = this.sources === 'ready' && policy !== null && this.content !== null;
    try {
      if (isReady) this.#checkLooks(this.content!);
      const drawn = isReady ? this.#read(policy, this.content!) : null;
      this.recover('position');
      return drawn;
    } catch (error) {
      this.fail(error as Error, 'position');
      return null;
    }
  }

  /** By its attributes, where they say where a case stands or name a policy; else by the case around it. */
  #read(policy: Policy, { readPosition }: Content): Drawn {
    const caseHere = caseUnder(policy, this.around);
    const isGiven = POSITION.some((name) => this[name]);
    return caseHere && !isGiven ? { known: caseHere } : readPosition(this.localName, policy, this);
  }

  #checkLooks({ HEADING_LEVELS, SHOWN_STAGES }: Content): void {
    const check = (attribute: string, value: string | number | null | undefined, allowed: readonly unknown[]) => {
      if (value === null || value === undefined || value === '' || allowed.includes(value)) return;
      throw new AttributeError(
        this.localName,
        attribute,
        this.getAttribute(attribute) ?? String(value),
        allowed.join(', '),
      );
    };
    check('heading-level', this.headingLevel, HEADING_LEVELS);
    check('show', this.show, SHOWN_STAGES);
  }
}
