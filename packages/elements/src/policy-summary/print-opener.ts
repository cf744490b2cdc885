import type { LitElement, ReactiveController } from 'lit';

/** Opens what is folded while the page is printed: paper has nothing to click. */
export class PrintOpener implements ReactiveController {
  readonly #host: LitElement;
  #opened: HTMLDetailsElement[] = [];

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#open);
    window.addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#open);
    window.removeEventListener('afterprint', this.#close);
  }

  readonly #open = (): void => {
    this.#opened = [...this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.#opened) details.open = true;
  };

  readonly #close = (): void => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };
}
