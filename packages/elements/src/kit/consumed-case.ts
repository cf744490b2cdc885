import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import { caseContext, type CaseContext } from './case-context.ts';

/**
 * The case around an element, whichever of the two was defined first: an element that was upgraded before its case
 * asks again when a case announces itself.
 */
export class ConsumedCase {
  readonly #consumer: ContextConsumer<typeof caseContext, LitElement>;

  constructor(host: LitElement) {
    this.#consumer = new ContextConsumer(host, { context: caseContext, subscribe: true });
    host.addController(this);
  }

  /** Null outside a case, and inside one whose payload this version can't read. */
  get value(): CaseContext | null {
    const value = this.#consumer.value;
    return value?.version === 1 ? value : null;
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#askAgain);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain);
  }

  readonly #askAgain = (event: Event): void => {
    const { context } = event as Event & { context?: unknown };
    if (context === caseContext && !this.#consumer.value) this.#consumer.hostConnected();
  };
}
