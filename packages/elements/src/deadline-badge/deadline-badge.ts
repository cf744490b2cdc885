import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Messages } from '@escalation-kit/core/text';
import { kit } from '@escalation-kit/core/text/en/kit';
import type { BadgeView } from '@escalation-kit/core/views/badge';
import type { Phase } from '../kit/kit-element.ts';
import { LazyElement } from '../kit/lazy-element.ts';
import type * as BadgeContent from './badge-content.ts';

/** What counts the days and shows the result. Without a calendar there is nothing to count, so it comes beside one. */
type Content = typeof BadgeContent;

/**
 * One deadline: the date, the working days left, the status in words, and why it is that date.
 *
 * Alone it is given a date (`due`), a start and a duration (`from`, `within`) or words without a date (`words`), with a
 * calendar and a time zone, or a policy that names them. Inside `<escalation-case>` it shows a deadline of the case.
 * Text inside the tag stands until there is something to show. The status moves on with the clock; nothing is announced.
 *
 * @summary One deadline, with days left and why.
 * @tag deadline-badge
 *
 * @attr {string} due - The day at whose end it is due, `2026-11-27`.
 * @attr {string} from - When the time starts: a day, or an ISO 8601 instant. With `within` or `words`.
 * @attr {string} within - How long it may take: `5 working days`, `48 hours`, `28 days`, `1 week`, `2 months`, `next working day`.
 * @attr {string} words - Words in place of a date: `without delay`.
 * @attr {string} deadline - Inside a case: which deadline, by its id or a clause. The soonest unmet one of the stage where left out.
 * @attr {string} time-zone - Where the days begin and end: an IANA name; the policy's own where left out.
 * @attr {boolean} open - The explanation is open.
 * @attr {boolean} compact - The deadline alone, without the explanation.
 * @attr {string} policy - A bundled policy, for its calendar and time zone: barnsley, bromley, coventry, greenwich or kent.
 * @attr {string} policy-src - The address of the host's own policy as JSON.
 * @attr {string} calendar - england-and-wales, scotland or northern-ireland; the policy's own where left out.
 * @attr {string} locale - The language, as a BCP 47 tag; that of the nearest `lang` where left out.
 * @attr {string} now - An ISO 8601 instant to look from, for previews and tests. A case has its own.
 *
 * @fires {EscalationErrorEvent} escalation-error - An attribute is wrong or missing, or something could not be loaded.
 * @slot - What stands here until there is something to show: a date that the server wrote.
 * @csspart badge - The box with the deadline.
 * @csspart status - The status in words.
 * @csspart toggle - The button that opens the explanation.
 * @csspart why - The explanation.
 * @cssprop [--ek-danger=#d4351c] - Overdue.
 * @cssprop [--ek-warning=#b35c00] - Due today or soon.
 * @cssprop [--ek-success=#00703c] - On track, and met.
 */
export class DeadlineBadge extends LazyElement<Content> {
  static override properties: PropertyDeclarations = {
    due: {},
    from: {},
    within: {},
    words: {},
    deadline: {},
    timeZone: { attribute: 'time-zone' },
    open: { type: Boolean, reflect: true },
    compact: { type: Boolean, reflect: true },
  };
  static override messages: Messages = kit;

  /** The day at whose end it is due. */
  declare due: string | null;
  /** When the time starts: a day, or an instant. */
  declare from: string | null;
  /** How long it may take: '5 working days'. */
  declare within: string | null;
  /** Words in place of a date. */
  declare words: string | null;
  /** Inside a case: which deadline, by its id or a clause. */
  declare deadline: string | null;
  /** An IANA name; the policy's own where left out. */
  declare timeZone: string | null;
  /** Whether the explanation is open. */
  declare open: boolean;
  /** Whether the explanation is left out. */
  declare compact: boolean;

  #view: BadgeView | null = null;

  constructor() {
    super();
    this.open = false;
    this.compact = false;
  }

  protected override loadContent(): Promise<Content> {
    return import('./badge-content.ts');
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    if (this.#view && phase !== 'failed') return 'ready';
    return phase === 'ready' ? 'empty' : phase;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#view = this.#look();
  }

  /** What was served stays until something better can be shown, and beside what went wrong. */
  protected override render(): TemplateResult {
    const phase = this.phase;
    if (phase === 'ready') return this.renderReady();
    if (phase === 'failed') return html`${super.render()}<slot></slot>`;
    return html`<slot>${this.say(phase === 'loading' ? 'kit.loading' : 'badge.empty')}</slot>`;
  }

  protected override renderReady(): TemplateResult {
    const { renderBadge } = this.content as Content;
    return renderBadge(this.#view as BadgeView, {
      say: (text, values) => this.say(text, values),
      day: (date) => this.speaker.day(date),
      language: this.catalogue.language,
      isOpen: this.open,
      isCompact: this.compact,
      toggle: () => (this.open = !this.open),
    });
  }

  #look(): BadgeView | null {
    // What was taken off the page is not looked at: it has no case.
    if (!this.isConnected) return this.#view;
    if (!this.content || this.sources === 'loading' || this.sources === 'failed') return null;
    try {
      const view = this.content.lookAt(this, {
        around: this.around.value,
        policy: this.effectivePolicy,
        calendar: this.effectiveCalendar,
        now: this.effectiveNow,
      });
      this.recover();
      return view;
    } catch (error) {
      this.fail(error as Error);
      return null;
    }
  }
}
