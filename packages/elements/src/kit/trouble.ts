import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Policy } from '@escalation-kit/core/policy';
import type { Text } from '@escalation-kit/core/text';
import { emergencyText } from '@escalation-kit/core/text/emergency';

/** What an element lends while it has nothing to show. */
interface Shell {
  readonly policy: () => Policy | null;
  readonly say: (text: Text | string) => string;
  /** Asks once more for what did not come. */
  readonly retry: () => void;
}

/**
 * What can be done while parts of the page are missing, or failed: whom to call in an emergency, where the published
 * policy is, and to try again. The first of them on the page says it, for all.
 */
export class Trouble implements ReactiveController {
  readonly host: LitElement;
  readonly #shell: Shell;
  #isIn = false;
  #wasIn = false;
  #tries = 0;

  constructor(host: LitElement, shell: Shell) {
    this.host = host;
    this.#shell = shell;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#isIn = false;
  }

  hostUpdated(): void {
    if (this.#isIn !== this.#wasIn) this.#tell(this.#isIn);
  }

  hostDisconnected(): void {
    if (this.#wasIn) this.#tell(false);
  }

  /** The number to call; asked for while rendering. */
  renderEmergency(): TemplateResult | typeof nothing {
    this.#isIn = true;
    if (!this.#isFirst()) return nothing;
    const text = emergencyText(this.#shell.policy()?.emergency);
    const number = String(text.values?.number);
    const [before, ...after] = this.#shell.say(text).split(number);
    const call = html`<a class="ek-call" href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>`;
    return html`<p class="ek-note ek-emergency" part="emergency">
      <strong>${before}${call}${after.join(number)}</strong>
    </p>`;
  }

  /** The published policy, what the page's author put in the element's place, and another try; a reload after one in vain. */
  renderWayOut(): TemplateResult | typeof nothing {
    if (!this.#isFirst()) return html`<slot></slot>`;
    const { say, policy } = this.#shell;
    const { document, partnership } = policy() ?? {};
    const url = document?.url ?? partnership?.url ?? '';
    const again = () => (this.#tries++ > 0 ? location.reload() : [...waiting].forEach((each) => each.#shell.retry()));
    return html`${/^https?:/i.test(url) ? html`<p class="ek-note"><a href=${url}>${document?.title}</a></p>` : nothing}
      <slot></slot>
      <p class="ek-note">
        <button class="ek-again" part="again" type="button" @click=${again}>
          ${say(this.#tries > 0 ? 'kit.reload' : 'kit.again')}
        </button>
      </p>`;
  }

  #isFirst(): boolean {
    const isBefore = ({ host: other }: Trouble) =>
      (other.compareDocumentPosition(this.host) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      other.getClientRects().length > 0;
    return ![...waiting].some(isBefore);
  }

  #tell(isIn: boolean): void {
    this.#wasIn = isIn;
    if (isIn) waiting.add(this);
    else waiting.delete(this);
    for (const other of waiting) if (other !== this) other.host.requestUpdate();
  }
}

const waiting = new Set<Trouble>();
