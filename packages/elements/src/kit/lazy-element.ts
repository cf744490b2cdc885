import { adoptStyles, type CSSResult } from 'lit';
import type { Messages } from '@escalation-kit/core/text';
import { KitElement, type Phase } from './kit-element.ts';

/** What an element shows and speaks with. */
export interface Content {
  readonly messages: Messages;
  /** What its styles have more than those that its first lines need. */
  readonly styles?: CSSResult;
}

/** An element whose content comes beside its policy: until that is there, there is nothing to show it for. */
export abstract class LazyElement<C extends Content> extends KitElement {
  protected content: C | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.content) void this.#load();
  }

  protected override retry(): void {
    super.retry();
    if (this.content) return;
    this.recover('content');
    void this.#load();
  }

  protected abstract loadContent(): Promise<C>;

  protected override get messages(): Messages {
    return this.content?.messages ?? super.messages;
  }

  protected override get phase(): Phase {
    const phase = super.phase;
    return phase === 'failed' || this.content ? phase : 'loading';
  }

  async #load(): Promise<void> {
    try {
      const content = await this.loadContent();
      const { elementStyles } = this.constructor as typeof KitElement;
      if (content.styles) adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, content.styles]);
      this.content = content;
    } catch (error) {
      this.fail(error as Error, 'content');
    }
    this.requestUpdate();
  }
}
